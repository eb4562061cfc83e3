import { matchTexts, queryOf, stemsOfWord } from './match-texts.ts';
import { lengthDamping, wordRarity } from './document-frequency.ts';
import { paperCountOf, type Projection } from './projection.ts';
import { type SearchTerm, wordsOfTerms } from './search-query.ts';
import { isSearchWord } from '../model/search-text.ts';
import { FIELD_BREAK } from './text-index.ts';

/** Nodes that were found, by number, with their scores. */
export type Found = { nodes: number[]; scores: number[] };

/**
 * The papers that have all terms in title or abstract, where a word of the title counts three times.
 *
 * The score is BM25 (Robertson & Zaragoza 2009, k₁ = 1.2, b = 0.75) divided by the largest one that any text could have:
 * Σ idf · f / (f + k₁ (1 − b + b · length / average length)) ÷ Σ idf, with idf = ln(1 + (N − n + ½) / (n + ½)), so that it is
 * between 0 and 1 for every query. Words that begin alike count as one word. 1 is added where the query is the title.
 */
export function searchPapers(
  projection: Projection,
  terms: readonly SearchTerm[],
  isWanted: (paper: number) => boolean,
): Found {
  const { texts: index, counts } = projection;
  const query = queryOf(index, terms, false);
  if (query.words.some((stems) => stems.length === 0)) return { nodes: [], scores: [] };
  const total = paperCountOf(projection);
  const average = counts?.averageTextLength ?? index.totalLength / index.textCount;
  const idfs = query.words.map((stems) => {
    const having = stems.reduce(
      (sum, stem) => sum + (counts?.textsOf.get(stem) ?? index.texts.lengths[stem] ?? 0),
      0,
    );
    const count = Math.min(having, total);
    return wordRarity(total, count);
  });
  const largest = idfs.reduce((sum, idf) => sum + idf, 0);

  const { texts, sums } = matchTexts(index, query, isWanted, (word, frequency, text) => {
    const damping = lengthDamping(index.lengths[text] ?? 0, average);
    return ((idfs[word] ?? 0) * frequency) / (frequency + damping);
  });
  const isTitle = titleCheck(projection, terms);
  return {
    nodes: texts,
    scores: texts.map((paper) => (sums[paper] ?? 0) / largest + (isTitle(paper) ? 1 : 0)),
  };
}

function titleCheck({ texts: index }: Projection, terms: readonly SearchTerm[]): (paper: number) => boolean {
  if (terms.some(({ kind }) => kind === 'PREFIX')) return () => false;
  const title = wordsOfTerms(terms)
    .filter(isSearchWord)
    .map((word) => stemsOfWord(index, word)[0] ?? -1);
  const { slots, starts, lengths } = index.sequences;
  return (paper) => {
    const start = starts[paper] ?? 0;
    const isWhole = lengths[paper] === title.length || slots[start + title.length] === FIELD_BREAK;
    return isWhole && title.every((stem, place) => slots[start + place] === stem);
  };
}
