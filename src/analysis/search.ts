import { compareText } from '../collections.ts';
import { NODE_KINDS, type NodeKind, type Projection } from './projection.ts';
import { rankingOf, type Ranking, type RankingKey } from './ranking.ts';
import { correctTerms } from './search-correct.ts';
import { searchNames } from './search-names.ts';
import { searchPapers } from './search-papers.ts';
import { type SearchTerm, writeSearchQuery } from './search-query.ts';

/** Something found, by its kind and key. `score` is between 0 and 1, and 1 more where the query is its name. */
export type SearchHit = { kind: NodeKind; key: string; score: number };

/** What a search found, and by which terms. */
export type SearchResult = {
  ranking: Ranking<number>;
  hitOf: (item: number) => SearchHit;
  terms: readonly SearchTerm[];
  /** The query with its slips corrected; null where it is as it was typed. */
  correctedQuery: string | null;
};

/** How many values the keys of a search's ranking have. */
export const SEARCH_KEY_LENGTH = 3;

/** What stands first where scores are equal: what papers share before papers, as it leads to many of them. */
const KIND_ORDER: readonly NodeKind[] = ['TOPIC', 'ORG', 'AUTHOR', 'REPO', 'PAPER'];

/**
 * What has all terms, best first, ties by kind and key. Where nothing has them, words that no text has are corrected.
 * `isWanted` tells which papers may be found.
 */
export function search(
  projection: Projection,
  terms: readonly SearchTerm[],
  kinds: readonly NodeKind[],
  isWanted: (paper: number) => boolean,
): SearchResult {
  const exact = findAll(projection, terms, kinds, isWanted);
  if (exact.nodes.length > 0) return resultOf(projection, exact, terms, null);
  const indexes = NODE_KINDS.filter((kind) => kinds.includes(kind)).map((kind) =>
    kind === 'PAPER' ? projection.texts : projection.nodes[kind].words,
  );
  const corrected = correctTerms(
    indexes,
    terms,
    (candidate) => findAll(projection, candidate, kinds, isWanted).nodes.length > 0,
  );
  if (corrected === null) return resultOf(projection, exact, terms, null);
  const found = findAll(projection, corrected, kinds, isWanted);
  return resultOf(projection, found, corrected, writeSearchQuery(corrected));
}

/** Parallel arrays; kinds are places in `KIND_ORDER`. */
type FoundNodes = { kinds: Uint8Array; nodes: Uint32Array; scores: Float64Array };

function findAll(
  projection: Projection,
  terms: readonly SearchTerm[],
  kinds: readonly NodeKind[],
  isWanted: (paper: number) => boolean,
): FoundNodes {
  const parts = KIND_ORDER.flatMap((kind, place) => {
    if (!kinds.includes(kind)) return [];
    const found =
      kind === 'PAPER' ? searchPapers(projection, terms, isWanted) : searchNames(projection, kind, terms);
    return { place, ...found };
  });
  const count = parts.reduce((sum, { nodes }) => sum + nodes.length, 0);
  const all = {
    kinds: new Uint8Array(count),
    nodes: new Uint32Array(count),
    scores: new Float64Array(count),
  };
  let start = 0;
  for (const { place, nodes, scores } of parts) {
    all.kinds.fill(place, start, start + nodes.length);
    all.nodes.set(nodes, start);
    all.scores.set(scores, start);
    start += nodes.length;
  }
  return all;
}

function resultOf(
  { nodes: tables }: Projection,
  { kinds, nodes, scores }: FoundNodes,
  terms: readonly SearchTerm[],
  correctedQuery: string | null,
): SearchResult {
  const kindOf = (item: number) => KIND_ORDER[kinds[item] ?? 0] ?? 'PAPER';
  const nodeKeyOf = (item: number) => tables[kindOf(item)].keys[nodes[item] ?? 0] ?? '';
  const hitOf = (item: number) => ({ kind: kindOf(item), key: nodeKeyOf(item), score: scores[item] ?? 0 });
  const compare = (a: number, b: number) =>
    (scores[b] ?? 0) - (scores[a] ?? 0) ||
    (kinds[a] ?? 0) - (kinds[b] ?? 0) ||
    compareText(nodeKeyOf(a), nodeKeyOf(b));
  const compareToKey = (item: number, [score, kind, key]: RankingKey) =>
    Number(score) - (scores[item] ?? 0) ||
    (kinds[item] ?? 0) - Number(kind) ||
    compareText(nodeKeyOf(item), String(key));
  const keyOf = (item: number) => [scores[item] ?? 0, kinds[item] ?? 0, nodeKeyOf(item)];
  const items = Uint32Array.from(nodes.keys());
  return { ranking: rankingOf(items, { compare, compareToKey, keyOf }), hitOf, terms, correctedQuery };
}
