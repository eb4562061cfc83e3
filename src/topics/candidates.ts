import { groupBy } from '../collections.ts';
import { canonicalKey, singular } from './canonical-key.ts';
import { GENERIC_ALONE, GENERIC_EDGES, TITLE_VERBS } from './generic-words.ts';
import { tagWords, type TaggedWord } from './wink.ts';

/**
 * One place where a phrase stands. `start` is its first character in title or abstract; `word` counts from the start
 * of the title; `isMaximal`: it is not part of a longer phrase.
 */
export type Occurrence = {
  surface: string;
  start: number;
  word: number;
  length: number;
  inTitle: boolean;
  isMaximal: boolean;
};

/** A phrase that may be a topic, with all places where it stands in any form. */
export type Candidate = { key: string; occurrences: Occurrence[] };

const LONGEST_PHRASE = 4;

/** The phrases of a paper that may be topics: up to four words of adjectives, nouns and gerunds that end with a noun. */
export function findCandidates(title: string, abstract: string): Candidate[] {
  const inTitle = occurrencesIn(title, 0, true);
  const inAbstract = occurrencesIn(abstract, inTitle.words, false);
  const groups = groupBy([...inTitle.found, ...inAbstract.found], ({ surface }) => canonicalKey(surface));
  return [...groups].map(([key, occurrences]) => ({ key, occurrences }));
}

function occurrencesIn(
  text: string,
  firstWord: number,
  inTitle: boolean,
): { found: Occurrence[]; words: number } {
  // The capitals of a title would make names of all its words.
  const words = tagWords(
    inTitle
      ? text.replace(/(?<![\p{L}\d-])\p{Lu}(?=\p{Ll}+(?![\p{L}\d]))/gu, (first) => first.toLowerCase())
      : text,
  );
  const found: Occurrence[] = [];
  for (const { from, to } of phraseRuns(words)) {
    for (let start = from; start < to; start += 1) {
      for (let end = start + 1; end <= Math.min(to, start + LONGEST_PHRASE); end += 1) {
        const phrase = words.slice(start, end);
        if (!isTopicPhrase(phrase)) continue;
        found.push({
          surface: text.slice(phrase[0]?.start, phrase.at(-1)?.end),
          start: phrase[0]?.start ?? 0,
          word: firstWord + start,
          // A compound such as `self-attention` says as much as two words.
          length: phrase.length === 1 && phrase[0]?.text.includes('-') ? 2 : phrase.length,
          inTitle,
          isMaximal: start === from && end === to,
        });
      }
    }
  }
  return { found, words: firstWord + words.length };
}

/** Runs of words that can stand in one phrase, without generic words at either edge. */
function phraseRuns(words: readonly TaggedWord[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = 0;
  for (let index = 0; index <= words.length; index += 1) {
    const word = words[index];
    const endsHere = word === undefined || !isPhraseWord(word);
    // In a compound only the last noun is in the plural: what follows another one is a verb ("images exhibit").
    const endsBefore = !endsHere && index > from && isPlural(words[index - 1]);
    if (!endsHere && !endsBefore) continue;
    let [start, end] = [from, index];
    while (start < end && (isGeneric(words[start]) || isTitleVerb(words[start]))) start += 1;
    while (end > start && (isGeneric(words[end - 1]) || !isHead(words[end - 1]))) end -= 1;
    if (end > start) runs.push({ from: start, to: end });
    from = endsHere ? index + 1 : index;
  }
  return runs;
}

function isTopicPhrase(phrase: readonly TaggedWord[]): boolean {
  const [first, last] = [phrase[0], phrase.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (phrase.some(isGeneric) || !isHead(last)) return false;
  if (first.tag === 'VERB' || isTitleVerb(first)) return false;
  if (phrase.length > 1) return true;
  return (
    (first.tag === 'NOUN' || first.tag === 'PROPN') &&
    first.text.length > 1 &&
    !GENERIC_ALONE.has(first.text.toLowerCase())
  );
}

function isPhraseWord(word: TaggedWord): boolean {
  return word.tag === 'ADJ' || isHead(word);
}

/** A noun, or a gerund such as `learning`, may end a phrase. */
function isHead(word: TaggedWord | undefined): boolean {
  if (word === undefined) return false;
  return (
    word.tag === 'NOUN' || word.tag === 'PROPN' || (word.tag === 'VERB' && /[a-z]{3}ing$/.test(word.text))
  );
}

function isPlural(word: TaggedWord | undefined): boolean {
  return word !== undefined && word.tag === 'NOUN' && singular(word.text) !== word.text;
}

function isTitleVerb(word: TaggedWord | undefined): boolean {
  return word !== undefined && TITLE_VERBS.has(word.text.toLowerCase());
}

function isGeneric(word: TaggedWord | undefined): boolean {
  return word !== undefined && (GENERIC_EDGES.has(word.text.toLowerCase()) || !/\p{L}{2}/u.test(word.text));
}
