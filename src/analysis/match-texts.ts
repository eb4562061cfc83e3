import { neighboursOf } from './adjacency.ts';
import { isRequired, type SearchTerm } from './search-query.ts';
import { isSearchWord } from '../model/search-text.ts';
import type { TextIndex } from './text-index.ts';
import { forEachForm } from './word-forms.ts';

/** What an index knows of a query: which stems each required word may have, and which stems stand one behind the other. */
export type IndexQuery = {
  /** For each word or prefix, without repetition, the numbers of its stems; empty where no text has it. */
  words: number[][];
  phrases: number[][];
};

/** How an index finds terms. Where `hasStopWords` is false, its texts are without stop words and single characters. */
export function queryOf(index: TextIndex, terms: readonly SearchTerm[], hasStopWords: boolean): IndexQuery {
  const words = new Map<string, number[]>();
  const phrases: number[][] = [];
  for (const term of terms) {
    if (!isRequired(term)) continue;
    if (term.kind === 'PREFIX') {
      words.set(`${term.prefix}*`, stemsOfPrefix(index, term.prefix));
      continue;
    }
    const written = term.kind === 'WORD' ? [term.word] : term.words;
    for (const word of written.filter(isSearchWord)) words.set(index.stem(word), stemsOfWord(index, word));
    if (term.kind === 'WORD') continue;
    const phrase = hasStopWords ? written : written.filter(isSearchWord);
    phrases.push(phrase.map((word) => stemsOfWord(index, word)[0] ?? -1));
  }
  return { words: [...words.values()], phrases };
}

/** The number of the stem of a word, in a list; an empty one where no text ever had it. */
export function stemsOfWord({ numberOf, stem }: TextIndex, word: string): number[] {
  const number = numberOf.get(stem(word));
  return number === undefined ? [] : [number];
}

/** The numbers of the stems of all words that begin with a prefix. */
export function stemsOfPrefix({ forms }: TextIndex, prefix: string): number[] {
  const stems = new Set<number>();
  forEachForm(forms, prefix, (stem) => stems.add(stem));
  return [...stems];
}

/**
 * The texts that have all words and phrases of a query, with a sum for each: of what `contributionOf` says that a text's
 * occurrences of a word (by its place in `query.words`) are worth. The sums are by number of the text.
 */
export function matchTexts(
  index: TextIndex,
  query: IndexQuery,
  isWanted: (text: number) => boolean,
  contributionOf: (word: number, frequency: number, text: number) => number,
): { texts: number[]; sums: Float64Array } {
  const count = index.lengths.length;
  const sums = new Float64Array(count);
  const matched = new Uint8Array(count);
  const frequencies = new Uint32Array(count);
  // The rarest word first: what has it not is never looked at again.
  const order = [...query.words.keys()].sort(
    (a, b) => textsWith(index, query, a) - textsWith(index, query, b),
  );
  const { slots, starts, lengths, values } = index.texts;
  let texts: number[] = [];
  for (const [step, word] of order.entries()) {
    const having: number[] = [];
    for (const stem of query.words[word] ?? []) {
      const start = starts[stem] ?? 0;
      const end = start + (lengths[stem] ?? 0);
      for (let slot = start; slot < end; slot += 1) {
        const text = slots[slot] ?? 0;
        if (matched[text] === step && (step > 0 || isWanted(text))) {
          matched[text] = step + 1;
          having.push(text);
        }
        if (matched[text] === step + 1) frequencies[text] = (frequencies[text] ?? 0) + (values[slot] ?? 0);
      }
    }
    for (const text of having) {
      sums[text] = (sums[text] ?? 0) + contributionOf(word, frequencies[text] ?? 0, text);
      frequencies[text] = 0;
    }
    texts = having;
  }
  const { phrases } = query;
  return { texts: texts.filter((text) => phrases.every((phrase) => hasPhrase(index, text, phrase))), sums };
}

function textsWith({ texts }: TextIndex, { words }: IndexQuery, word: number): number {
  return (words[word] ?? []).reduce((sum, stem) => sum + (texts.lengths[stem] ?? 0), 0);
}

function hasPhrase({ sequences }: TextIndex, text: number, phrase: readonly number[]): boolean {
  const sequence = neighboursOf(sequences, text);
  const isAt = (start: number) => phrase.every((stem, offset) => sequence[start + offset] === stem);
  for (let start = sequence.indexOf(phrase[0] ?? -1); start !== -1;) {
    if (isAt(start)) return true;
    start = sequence.indexOf(phrase[0] ?? -1, start + 1);
  }
  return false;
}
