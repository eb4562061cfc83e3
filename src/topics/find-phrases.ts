import { groupBy } from '../collections.ts';
import { canonicalKey, isPartOf } from '../model/canonical-key.ts';
import { findAcronyms, type Definition } from './acronyms.ts';
import { cleanText } from './clean-text.ts';
import { GENERIC_EDGES } from './generic-words.ts';
import { findOwnNames } from './own-names.ts';
import { readPaper, type Occurrence, type ReadPaper, type TextField } from './phrases.ts';
import { textFeatures, type Phrase } from './text-features.ts';

/** The phrases of a paper with their features, and the acronyms that it defines. */
export type FoundPhrases = { phrases: { phrase: Phrase; features: number[] }[]; definitions: Definition[] };

/**
 * The phrases of a paper that may be topics, each in all its forms, with what the text tells of them. What stands for
 * an acronym that the paper defines counts for the long form.
 */
export function findPhrases(paper: { title: string; abstract: string }): FoundPhrases {
  const [title, abstract] = [cleanText(paper.title), cleanText(paper.abstract)];
  const read = readPaper(title, abstract);
  // A phrase across a formula stands in the cleaned text only, and so is no evidence.
  const stands = ({ field, start, end, text }: Occurrence) => paper[field].slice(start, end) === text;
  const defined = findDefinitions(read, { title, abstract }).filter(({ occurrence }) => stands(occurrence));
  const ownNames = findOwnNames(title, abstract, defined);
  const longForms = new Map(defined.toReversed().map(({ acronym, key }) => [acronym, key]));
  const isWhole = title === paper.title && abstract === paper.abstract;
  const standing = isWhole ? read.occurrences : read.occurrences.filter(stands);
  const occurrences = [...standing, ...defined.map(({ occurrence }) => occurrence)];
  const groups = groupBy(occurrences, ({ key }) => longForms.get(key) ?? key);
  const frequencyOf = (key: string) => groups.get(longForms.get(key) ?? key)?.length ?? 0;
  const definedKeys = new Set(longForms.values());

  const phrases = [...groups]
    .filter(([key]) => !GENERIC_EDGES.has(key))
    .map(([key, found]) => {
      const phrase: Phrase = {
        key,
        occurrences: distinctPlaces(found),
        isDefined: definedKeys.has(key),
        isOwnName: ownNames.some((name) => isPartOf(name, key)),
      };
      return { phrase, features: textFeatures(phrase, read, frequencyOf) };
    });
  // A paper has one say, however often it repeats itself.
  return { phrases, definitions: [...longForms].map(([acronym, key]) => ({ acronym, key })) };
}

function findDefinitions(
  read: ReadPaper,
  texts: Record<TextField, string>,
): (Definition & { occurrence: Occurrence })[] {
  return (['title', 'abstract'] as const).flatMap((field) =>
    findAcronyms(texts[field]).flatMap(({ acronym, longForm }) => {
      const start = texts[field].indexOf(longForm);
      const definition = { acronym: canonicalKey(acronym), key: canonicalKey(longForm) };
      if (definition.acronym === definition.key) return [];
      return [{ ...definition, occurrence: read.occurrenceAt(field, start, start + longForm.length) }];
    }),
  );
}

/** In order of place, the title before the abstract; the place of a definition may have been found twice. */
function distinctPlaces(occurrences: readonly Occurrence[]): Occurrence[] {
  if (occurrences.length === 1) return [...occurrences];
  const sorted = occurrences.toSorted((a, b) => a.position - b.position || a.start - b.start);
  return sorted.filter(
    ({ field, start }, index) => field !== sorted[index - 1]?.field || start !== sorted[index - 1]?.start,
  );
}
