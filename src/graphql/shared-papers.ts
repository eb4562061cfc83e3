import { listedPaper, type ListedPaper } from '../analysis/listed-paper.ts';
import { matchingPapers } from '../analysis/matching-papers.ts';
import type { PaperFilter } from '../analysis/paper-filter.ts';
import type { Projection } from '../analysis/projection.ts';
import { countSharedPapers, sharedPapers, type LinkedKind } from '../analysis/shared-papers.ts';
import { rankByValue } from '../analysis/value-ranking.ts';
import { connectionOfRanking, type Connection, type ConnectionArguments } from './connection.ts';

/** That a node has papers in common with another one. */
export type SharedPapersEdge = {
  /** The key of the other node. */
  node: string;
  paperCount: number;
  papers: () => { node: ListedPaper }[];
};

/** The page of nodes that have papers in common with one of the same kind, those with most papers first. */
export function connectionOfSharedPapers(
  projection: Projection,
  { kind, key }: { kind: LinkedKind; key: string },
  args: ConnectionArguments,
): Connection<SharedPapersEdge> {
  const table = projection.nodes[kind];
  const node = table.numberOf.get(key);
  const { nodes, counts } =
    node === undefined
      ? { nodes: new Uint32Array(0), counts: new Uint32Array(0) }
      : countSharedPapers(projection, kind, node);
  return connectionOfRanking(rankByValue(table, nodes, counts), args, {
    name: 'mostPapersFirst',
    keyLength: 2,
    edgesOf: (places) =>
      places.map((place) => {
        const other = table.keys[nodes[place] ?? 0] ?? '';
        const papers = () => papersInCommon(projection, kind, [key, other]);
        return { node: other, paperCount: counts[place] ?? 0, papers };
      }),
  });
}

/** The papers that two nodes of a kind, by key, have in common and that pass a filter, the newest first. */
export function papersInCommon(
  projection: Projection,
  kind: LinkedKind,
  [keyA, keyB]: readonly [string, string],
  filter: PaperFilter = { all: [] },
): { node: ListedPaper }[] {
  const { numberOf } = projection.nodes[kind];
  // Looked up anew: the projection may have changed since the keys were found.
  const [a, b] = [numberOf.get(keyA), numberOf.get(keyB)];
  if (a === undefined || b === undefined) return [];
  const within = matchingPapers(projection, filter);
  return Array.from(sharedPapers(projection, kind, a, b, within), (paper) => ({
    node: listedPaper(projection, paper),
  }));
}
