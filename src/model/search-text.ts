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

/**
 * The words by which a text is searched: lower case, without stop words and single characters. Both stores index and
 * look up exactly these, so a search gives the same papers on either.
 */
export function searchWords(text: string): string[] {
  return foldedWords(text).filter((word) => word.length > 1 && !STOP_WORDS.has(word));
}

/** The words of a text in lower case without accents: `Poincaré` is found as `poincare`. */
export function foldedWords(text: string): string[] {
  return wordsOf(text.normalize('NFKD').replace(/\p{M}/gu, ''));
}

/** What the full-text index holds of a paper: the search words of its title and abstract, separated by spaces. */
export function searchTextOf(paper: { title: string; abstract: string }): string {
  return searchWords(`${paper.title} ${paper.abstract}`).join(' ');
}
