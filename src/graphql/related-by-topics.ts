import type { Projection } from '../analysis/projection.ts';
import { relatedByTopics, sharedTopicsOf, type ProfiledKind } from '../analysis/related-by-topics.ts';
import { rankByValue } from '../analysis/value-ranking.ts';
import { connectionOfRanking, type Connection, type ConnectionArguments } from './connection.ts';

/** That a node is related to another one by what their papers are about. */
export type RelatedEdge = {
  /** The key of the other node. */
  node: string;
  score: number;
  /** Each with its part of the score. */
  sharedTopics: () => { node: string; key: string; score: number }[];
};

/** The page of nodes that are related to one of the same kind by what their papers are about, the most related first. */
export function connectionOfRelated(
  projection: Projection,
  { kind, key }: { kind: ProfiledKind; key: string },
  args: ConnectionArguments,
): Connection<RelatedEdge> {
  const table = projection.nodes[kind];
  const node = table.numberOf.get(key);
  const { nodes, scores } =
    node === undefined
      ? { nodes: new Uint32Array(0), scores: new Float64Array(0) }
      : relatedByTopics(projection, kind, node);
  return connectionOfRanking(rankByValue(table, nodes, scores), args, {
    name: 'bestFirst',
    keyLength: 2,
    edgesOf: (places) =>
      places.map((place) => {
        const other = table.keys[nodes[place] ?? 0] ?? '';
        const sharedTopics = () => topicsInCommon(projection, kind, [key, other]);
        return { node: other, score: scores[place] ?? 0, sharedTopics };
      }),
  });
}

function topicsInCommon(
  projection: Projection,
  kind: ProfiledKind,
  [keyA, keyB]: readonly [string, string],
): ReturnType<RelatedEdge['sharedTopics']> {
  const { numberOf } = projection.nodes[kind];
  // Looked up anew: the projection may have changed since the keys were found.
  const [a, b] = [numberOf.get(keyA), numberOf.get(keyB)];
  if (a === undefined || b === undefined) return [];
  return sharedTopicsOf(projection, kind, a, b).map(({ key, weight }) => ({ node: key, key, score: weight }));
}
