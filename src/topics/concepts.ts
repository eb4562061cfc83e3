import type { MergeRule } from '../model/topic.ts';
import { canonicalKey } from '../model/canonical-key.ts';
import type { TopicOverrides } from './overrides.ts';
import { WELL_KNOWN_ACRONYMS } from './well-known-acronyms.ts';

/** A topic that a key stands for, and by which rule; `rule` is null where it stands for itself. */
export type Concept = { key: string; rule: MergeRule | null };

/** Which keys mean the same: one topic for `llm` and `large language model`. */
export type Concepts = {
  conceptOf: (key: string) => Concept;
  isForbidden: (key: string) => boolean;
  /** The name to display, given what papers call the topic most often: null where they have acronyms of it only. */
  nameOf: (key: string, inPapers: string | null) => string;
};

/** Papers' definitions of acronyms: acronym key → long key → how many papers say so. */
export type DefinitionCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

const WELL_KNOWN_NAMES = new Map([...WELL_KNOWN_ACRONYMS.values()].map(({ key, name }) => [key, name]));

/** How large a part of its definitions the meaning of an acronym must have to be clear. */
const CLEAR_MAJORITY = 2 / 3;
/** As how many papers the table of well-known acronyms counts. */
const WELL_KNOWN_PAPERS = 3;
/** An acronym this short means too many things to trust a single paper. */
const SHORT_ACRONYM = 3;

/**
 * The concepts of a corpus: overrides first; then an acronym stands for its long form where the definitions in the
 * papers leave no doubt, or nobody contradicts its well-known meaning; else it stays a topic of its own. (A paper's
 * own definition comes before all of this: where a paper defines an acronym, `findPhrases` has the long form already.)
 */
export function createConcepts(definitions: DefinitionCounts, overrides: TopicOverrides): Concepts {
  const aliases = new Map(
    Object.entries(overrides.alias).map(([form, topic]) => [canonicalKey(form), canonicalKey(topic)]),
  );
  const forbidden = new Set(overrides.forbid.map(canonicalKey));
  const names = new Map(Object.entries(overrides.rename).map(([form, name]) => [canonicalKey(form), name]));
  return {
    conceptOf(key) {
      const alias = aliases.get(key);
      if (alias !== undefined) return { key: alias, rule: 'OVERRIDE' };
      const meaning = clearMeaning(key, definitions.get(key));
      if (meaning === null) return { key, rule: null };
      return { ...meaning, key: aliases.get(meaning.key) ?? meaning.key };
    },
    isForbidden: (key) => forbidden.has(key),
    nameOf: (key, inPapers) => names.get(key) ?? inPapers ?? WELL_KNOWN_NAMES.get(key) ?? key,
  };
}

function clearMeaning(acronym: string, counts: ReadonlyMap<string, number> | undefined): Concept | null {
  const wellKnown = WELL_KNOWN_ACRONYMS.get(acronym);
  if (counts === undefined && wellKnown === undefined) return null;
  const votes = new Map(counts);
  if (wellKnown !== undefined) {
    votes.set(wellKnown.key, (votes.get(wellKnown.key) ?? 0) + WELL_KNOWN_PAPERS);
  }
  let [total, best] = [0, { key: '', votes: 0 }];
  for (const [key, count] of votes) {
    total += count;
    if (count > best.votes) best = { key, votes: count };
  }
  const needed = acronym.length > SHORT_ACRONYM ? 1 : 2;
  if (best.votes < needed || best.votes < CLEAR_MAJORITY * total) return null;
  return { key: best.key, rule: counts?.has(best.key) ? 'MAJORITY' : 'WELL_KNOWN' };
}
