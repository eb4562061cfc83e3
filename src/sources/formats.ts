import { PapergraphError } from '../errors.ts';
import { arxivAtom } from './arxiv-atom.ts';
import { arxivOai } from './arxiv-oai.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl.ts';
import { hfDaily, hfPaper } from './hf-json.ts';
import { ownJson } from './jsonl.ts';
import { listingHtml } from './listing-html.ts';
import { listingMarkdown } from './listing-markdown.ts';
import { listingText } from './listing.ts';
import { openAlex } from './openalex.ts';
import type { JsonFormat, TextFormat } from './reading.ts';
import { ris } from './ris.ts';
import { semanticScholar } from './semantic-scholar.ts';

/** The formats that a source may be read by, in the order in which they are tried. */
export type Formats = { text: readonly TextFormat[]; json: readonly JsonFormat[] };

/** Those that are easiest to tell come first; any text may be a listing. */
export const TEXT_FORMATS: readonly TextFormat[] = [
  arxivOai,
  arxivAtom,
  listingHtml,
  bibtex,
  ris,
  listingMarkdown,
  listingText,
];

/** Those that are easiest to tell come first; Papergraph's own JSON may have no more than a title. */
export const JSON_FORMATS: readonly JsonFormat[] = [
  hfDaily,
  hfPaper,
  openAlex,
  semanticScholar,
  cslJson,
  ownJson,
];

/** What `--format` may be, each once. */
export const FORMAT_NAMES: readonly string[] = [
  ...new Set([...TEXT_FORMATS, ...JSON_FORMATS].map(({ name }) => name)),
];

/** The formats of a name, or all of them. Throws `BAD_SOURCE` where the name is not known. */
export function formatsNamed(name: string | undefined): Formats {
  if (name === undefined) return { text: TEXT_FORMATS, json: JSON_FORMATS };
  if (!FORMAT_NAMES.includes(name)) {
    throw new PapergraphError(
      'BAD_SOURCE',
      `expected a format of ${FORMAT_NAMES.join(', ')}, but got "${name}"`,
    );
  }
  return {
    text: TEXT_FORMATS.filter((format) => format.name === name),
    json: JSON_FORMATS.filter((format) => format.name === name),
  };
}
