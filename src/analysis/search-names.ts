import { neighboursOf } from './adjacency.ts';
import { matchTexts, queryOf, stemsOfPrefix, stemsOfWord } from './match-texts.ts';
import { degreeInGraph, type LinkKind, type NodeKind, type Projection } from './projection.ts';
import type { SearchTerm } from './search-query.ts';
import type { Found } from './search-papers.ts';
import { FIELD_BREAK, type TextIndex } from './text-index.ts';

/** How much it counts how many papers something has, against how much of its name was asked for. */
const PAPERS_WEIGHT = 0.1;

/**
 * The nodes that have all terms in their names. The score is 0.9 of the cosine of the words of the query and those of the
 * name that is closest to it, matched words / √(words of the query · words of the name), and 0.1 of 1 − 1 / (1 + ln(1 +
 * papers)). 1 is added where the query is one of the names.
 *
 * All that is found has all words, so how rare they are would not tell one name from another as it does for papers, where
 * frequencies differ; nor should a node with many other names count as a long text.
 */
export function searchNames(
  projection: Projection,
  kind: Exclude<NodeKind, 'PAPER'>,
  terms: readonly SearchTerm[],
): Found {
  const { words: index } = projection.nodes[kind];
  const query = queryOf(index, terms, true);
  if (query.words.some((stems) => stems.length === 0)) return { nodes: [], scores: [] };
  const { texts: nodes } = matchTexts(index, query, () => true, nothing);
  const scoreOf = nameScorer(index, terms);
  return {
    nodes,
    scores: nodes.map((node) => scoreOf(node, papersWeightOf(projection, kind, node))),
  };
}

function nothing(): number {
  return 0;
}

function papersWeightOf(projection: Projection, kind: LinkKind, node: number): number {
  return PAPERS_WEIGHT * (1 - 1 / (1 + Math.log1p(degreeInGraph(projection, kind, node))));
}

function nameScorer(index: TextIndex, terms: readonly SearchTerm[]) {
  const words = terms.flatMap((term) => {
    if (term.kind === 'PREFIX') return [stemsOfPrefix(index, term.prefix)];
    return (term.kind === 'WORD' ? [term.word] : term.words).map((word) => stemsOfWord(index, word));
  });
  // One bit for each word of the query that a stem stands for; there are at most 32.
  const bitsOf = new Map<number, number>();
  for (const [place, stems] of words.entries()) {
    for (const stem of stems) bitsOf.set(stem, (bitsOf.get(stem) ?? 0) | (1 << place));
  }
  const queryLength = words.length;
  const mayBeName = !terms.some(({ kind }) => kind === 'PREFIX');

  return (node: number, papersWeight: number): number => {
    const sequence = neighboursOf(index.sequences, node);
    let [best, isName] = [0, false];
    let [length, matched, covered, inOrder] = [0, 0, 0, 0];
    for (let place = 0; place <= sequence.length; place += 1) {
      const stem = sequence[place] ?? FIELD_BREAK;
      if (stem !== FIELD_BREAK) {
        const bits = bitsOf.get(stem) ?? 0;
        if ((bits & (1 << length)) !== 0 && length < queryLength) inOrder += 1;
        length += 1;
        if ((bits & ~covered) !== 0) matched += 1;
        covered |= bits;
        continue;
      }
      if (length > 0) best = Math.max(best, matched / Math.sqrt(queryLength * length));
      isName ||= mayBeName && inOrder === length && length === queryLength;
      [length, matched, covered, inOrder] = [0, 0, 0, 0];
    }
    return (1 - PAPERS_WEIGHT) * best + papersWeight + (isName ? 1 : 0);
  };
}
