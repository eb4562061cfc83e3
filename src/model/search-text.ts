import { stemOf } from './stem.ts';
import { wordsOf } from './words.ts';

/**
 * Words that say nothing about a paper. Grafeo's text index drops these same words and has no setting for it, so they
 * are dropped here for both stores: only then do both find the same papers.
 */
const STOP_WORDS = new Set(
  `a an and are as at be been but by can do for from had has have he her his how i if in into is it its just me my no
   nor not now of on or our out own she should so some such than that the their them then there these they this those
   through to too under up us very was we were what when where which while who whom why will with would you your
   s t`.split(/\s+/),
);

/** The words by which a text is searched: lower case without accents, without stop words and single characters. */
export function searchWords(text: string): string[] {
  return foldedWords(text).filter(isSearchWord);
}

/** Whether a folded word tells something of a text. */
export function isSearchWord(word: string): boolean {
  return word.length > 1 && !STOP_WORDS.has(word);
}

/** The words of a text in lower case without accents: `Poincaré` is found as `poincare`. */
export function foldedWords(text: string): string[] {
  return wordsOf(text.normalize('NFKD').replace(/\p{M}/gu, ''));
}

/**
 * The stems by which the stores search a text: both index and look up exactly these, so a search gives the same papers
 * on either, whatever form of a word is asked for. A stem that looks like a stop word, such as `us` of `using`, has a
 * digit behind it: else Grafeo's index would drop it.
 */
export function searchStems(text: string): string[] {
  return searchWords(text).map((word) => storedStem(stemOf(word)));
}

/** A stem as the stores have it. */
export function storedStem(stem: string): string {
  return isSearchWord(stem) ? stem : `${stem}0`;
}

/** What the full-text index holds of a paper: the stems of its title and abstract, separated by spaces. */
export function searchTextOf(paper: { title: string; abstract: string }): string {
  return searchStems(`${paper.title} ${paper.abstract}`).join(' ');
}

/** A word of the title says more of a paper than one of its abstract: it counts as often as so many. */
export const TITLE_WEIGHT = 3;

/** How many words title and abstract have, those of the title counted by their weight. */
export function textLengthOf(paper: { title: string; abstract: string }): number {
  return TITLE_WEIGHT * searchWords(paper.title).length + searchWords(paper.abstract).length;
}
