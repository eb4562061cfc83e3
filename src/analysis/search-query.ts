import { PapergraphError } from '../errors.ts';
import { foldedWords, isSearchWord } from '../model/search-text.ts';

/** A part of a query, its words folded: a word, words that stand one behind the other, or how a word begins. */
export type SearchTerm =
  | { kind: 'WORD'; word: string }
  | { kind: 'PHRASE'; words: readonly string[] }
  | { kind: 'PREFIX'; prefix: string };

/** Each word is a look-up of its own, and nobody types more: a whole title has about ten. */
export const MOST_QUERY_WORDS = 32;

/**
 * Reads what somebody typed: words, `"a phrase"`, and `prefix*`. Stop words and single characters stay among the terms, for
 * they may be a part of a name. Throws `BAD_USER_INPUT` where nothing else is there, and `LIMIT_EXCEEDED` for too many words.
 */
export function parseSearchQuery(query: string): SearchTerm[] {
  const terms = [...query.matchAll(/"([^"]*)"?|([^\s"]+)/g)].flatMap(([, quoted, typed = '']) =>
    quoted === undefined ? termsOfToken(typed) : termOfPhrase(foldedWords(quoted)),
  );
  checkLength('query', wordsOfTerms(terms).length);
  if (!terms.some(isRequired)) {
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected "query" to hold a word to search for, but got "${query}": single characters and words such as "the" don't count.`,
    );
  }
  return terms;
}

/** Whether something must have a term to be found. */
export function isRequired(term: SearchTerm): boolean {
  if (term.kind === 'PREFIX') return term.prefix.length > 1;
  return term.kind === 'WORD' ? isSearchWord(term.word) : term.words.some(isSearchWord);
}

/** The words of terms in their order, and how words begin, without a mark. */
export function wordsOfTerms(terms: readonly SearchTerm[]): string[] {
  return terms.flatMap((term) => {
    if (term.kind === 'PHRASE') return term.words;
    return term.kind === 'WORD' ? term.word : term.prefix;
  });
}

/** Terms as somebody would type them. */
export function writeSearchQuery(terms: readonly SearchTerm[]): string {
  return terms
    .map((term) => {
      if (term.kind === 'PHRASE') return `"${term.words.join(' ')}"`;
      return term.kind === 'WORD' ? term.word : `${term.prefix}*`;
    })
    .join(' ');
}

/** Throws `LIMIT_EXCEEDED` for an argument of too many words. */
export function checkLength(argument: string, count: number): void {
  if (count <= MOST_QUERY_WORDS) return;
  throw new PapergraphError(
    'LIMIT_EXCEEDED',
    `"${argument}" has ${count} words, but at most ${MOST_QUERY_WORDS} are allowed.`,
    { details: { limit: 'searchWords', cost: count, maximum: MOST_QUERY_WORDS } },
  );
}

/** `self-attention` is two words; of `multi-mod*` the last one is how a word begins. */
function termsOfToken(token: string): SearchTerm[] {
  const words = foldedWords(token);
  const last = words.at(-1);
  const terms = words.map((word): SearchTerm => ({ kind: 'WORD', word }));
  if (!token.endsWith('*') || last === undefined) return terms;
  return [...terms.slice(0, -1), { kind: 'PREFIX', prefix: last }];
}

function termOfPhrase(words: string[]): SearchTerm[] {
  const [only, second] = words;
  if (only === undefined) return [];
  return second === undefined ? [{ kind: 'WORD', word: only }] : [{ kind: 'PHRASE', words }];
}
