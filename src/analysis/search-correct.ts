import { compareText } from '../collections.ts';
import { isSearchWord } from '../model/search-text.ts';
import { editDistance } from './edit-distance.ts';
import { stemsOfWord } from './match-texts.ts';
import type { SearchTerm } from './search-query.ts';
import type { TextIndex } from './text-index.ts';
import { forEachForm } from './word-forms.ts';

/** Words of 4 to 7 letters may be mistyped once, longer ones twice; nobody mistypes the first letter. */
const [LEAST_LETTERS, LETTERS_FOR_TWO] = [4, 8];
/** Longer ones are no words, and each is compared with thousands. */
const MOST_LETTERS = 32;
/** More unknown words than these are no slips. */
const MOST_UNKNOWN = 4;
const MOST_ALTERNATIVES = 8;

/**
 * The terms with every word that no text has replaced by a word close to it that some text has: the closest, then the most
 * frequent for which `finds` says that there is something with it. Null where there are no such words.
 */
export function correctTerms(
  indexes: readonly TextIndex[],
  terms: readonly SearchTerm[],
  finds: (terms: readonly SearchTerm[]) => boolean,
): SearchTerm[] | null {
  const isKnown = (word: string) => !isSearchWord(word) || textsWith(indexes, word) > 0;
  const unknown = [...new Set(terms.flatMap(correctable).filter((word) => !isKnown(word)))];
  if (unknown.length === 0 || unknown.length > MOST_UNKNOWN) return null;

  let corrected = [...terms];
  for (const [place, word] of unknown.entries()) {
    const waiting = new Set(unknown.slice(place + 1));
    const replaced = closeWords(indexes, word)
      .map((other) => corrected.map((term) => replaceWord(term, word, other)))
      .find((candidate) => finds(candidate.filter((term) => !correctable(term).some((w) => waiting.has(w)))));
    if (replaced === undefined) return null;
    corrected = replaced;
  }
  return corrected;
}

function correctable(term: SearchTerm): readonly string[] {
  if (term.kind === 'PREFIX') return [];
  return term.kind === 'WORD' ? [term.word] : term.words;
}

function replaceWord(term: SearchTerm, word: string, other: string): SearchTerm {
  if (term.kind === 'PREFIX') return term;
  if (term.kind === 'WORD') return term.word === word ? { kind: 'WORD', word: other } : term;
  return { kind: 'PHRASE', words: term.words.map((each) => (each === word ? other : each)) };
}

/** The words that texts have within one or two slips of a word, the best first. */
function closeWords(indexes: readonly TextIndex[], word: string): string[] {
  if (word.length < LEAST_LETTERS || word.length > MOST_LETTERS) return [];
  const limit = word.length < LETTERS_FOR_TWO ? 1 : 2;
  const found = new Map<string, number>();
  for (const { forms, texts } of indexes) {
    forEachForm(forms, word.slice(0, 1), (stem, form) => {
      if (Math.abs(form.length - word.length) > limit || texts.lengths[stem] === 0) return;
      if (found.has(form)) return;
      const distance = editDistance(word, form, limit);
      if (distance <= limit) found.set(form, distance);
    });
  }
  return [...found]
    .map(([form, distance]) => ({ form, distance, count: textsWith(indexes, form) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.distance - b.distance || b.count - a.count || compareText(a.form, b.form))
    .slice(0, MOST_ALTERNATIVES)
    .map(({ form }) => form);
}

function textsWith(indexes: readonly TextIndex[], word: string): number {
  let count = 0;
  for (const index of indexes) {
    for (const stem of stemsOfWord(index, word)) count += index.texts.lengths[stem] ?? 0;
  }
  return count;
}
