import type { NodeKind, Projection } from '../analysis/projection.ts';
import type { Ranking } from '../analysis/ranking.ts';
import { connectionOfRanking, type Connection, type ConnectionArguments } from './connection.ts';

/** The page of a ranking of nodes by their papers that a connection's arguments ask for, each node by key. */
export function rankedNodeConnection(
  { nodes }: Projection,
  kind: NodeKind,
  ranking: Ranking<number>,
  args: ConnectionArguments,
): Connection<{ node: string; paperCount: number }> {
  return connectionOfRanking(ranking, args, {
    name: 'mostPapersFirst',
    keyLength: 2,
    edgesOf: (numbers) =>
      numbers.map((number) => ({
        node: nodes[kind].keys[number] ?? '',
        paperCount: Number(ranking.keyOf(number)[0]),
      })),
  });
}
