import { ANALYSIS_VERSION, type PaperAnalysis } from './analyse-paper.ts';

/** `[key, textScore, flags, …field, start, end]`: about 40 bytes a candidate. */
type PackedCandidate = [key: string, textScore: number, flags: number, ...spans: number[]];
type Packed = [version: number, definitions: [acronym: string, key: string][], ...PackedCandidate[]];

const STANDALONE = 1;
const TRUNCATED = 2;
const OWN_NAME = 4;
const FIELDS = ['title', 'abstract'] as const;

/** A paper's analysis as one line of text, to be kept with the paper. */
export function packAnalysis({ candidates, definitions }: PaperAnalysis): string {
  const packed: Packed = [
    ANALYSIS_VERSION,
    definitions.map(({ acronym, key }) => [acronym, key]),
    ...candidates.map(({ key, textScore, spans, isStandalone, isTruncated, isOwnName }) => {
      const flags =
        (isStandalone ? STANDALONE : 0) | (isTruncated ? TRUNCATED : 0) | (isOwnName ? OWN_NAME : 0);
      const packed: PackedCandidate = [key, textScore, flags];
      for (const { field, start, end } of spans) packed.push(FIELDS.indexOf(field), start, end);
      return packed;
    }),
  ];
  return JSON.stringify(packed);
}

/** Reads it again. Null where another version of Papergraph wrote it: then the text has to be read anew. */
export function unpackAnalysis(text: string): PaperAnalysis | null {
  if (!text.startsWith(`[${ANALYSIS_VERSION},`)) return null;
  const [, definitions, ...candidates] = JSON.parse(text) as Packed;
  return {
    definitions: definitions.map(([acronym, key]) => ({ acronym, key })),
    candidates: candidates.map(([key, textScore, flags, ...spans]) => ({
      key,
      textScore,
      spans: spansOf(spans),
      isStandalone: (flags & STANDALONE) > 0,
      isTruncated: (flags & TRUNCATED) > 0,
      isOwnName: (flags & OWN_NAME) > 0,
    })),
  };
}

function spansOf(numbers: readonly number[]): PaperAnalysis['candidates'][number]['spans'] {
  const spans = [];
  for (let at = 0; at < numbers.length; at += 3) {
    const field = FIELDS[numbers[at] ?? 0] ?? 'title';
    spans.push({ field, start: numbers[at + 1] ?? 0, end: numbers[at + 2] ?? 0 });
  }
  return spans;
}
