import { builder } from '../builder.ts';
import { checkRange } from '../check-range.ts';
import { firstComplexity } from '../first-of.ts';
import type { NetworkCluster } from '../network-parts.ts';
import type { NetworkWords } from './network.ts';
import type { networkNodeType } from './network-node.ts';
import { Quadrant } from './network-options.ts';

const MOST_NODES = 1000;

/** The type of the clusters of a network of a kind. */
export function networkClusterType(
  { prefix, one, many }: NetworkWords,
  Node: ReturnType<typeof networkNodeType>,
) {
  return builder.objectRef<NetworkCluster>(`${prefix}Cluster`).implement({
    description:
      `A group of ${many} that are linked to one another more than to others: a theme, with its place in the strategic ` +
      'diagram (Callon, Courtial & Laville 1991).',
    fields: (t) => ({
      index: t.exposeInt('cluster', {
        description: 'Its number, from 0: the one of most nodes. `cluster` of a node is the same number.',
      }),
      label: t.string({
        description: `The name of its ${one} of most papers.`,
        resolve: ({ answer, theme }) => answer.names[theme.items[0] ?? 0] ?? '',
      }),
      size: t.int({ description: 'How many nodes it has.', resolve: ({ theme }) => theme.items.length }),
      centrality: t.float({
        description:
          'Callon centrality, 10 × the sum of `equivalence` over the links to other clusters: how much others need it.',
        resolve: ({ theme }) => theme.centrality,
      }),
      density: t.float({
        description:
          'Callon density, 100 × the sum of `equivalence` over the links inside / the number of nodes: how well it is developed.',
        resolve: ({ theme }) => theme.density,
      }),
      quadrant: t.field({
        type: Quadrant,
        description: 'Where it stands among the clusters of this network.',
        resolve: ({ theme }) => theme.quadrant,
      }),
      nodes: t.field({
        type: [Node],
        description: 'Its nodes, those of most papers first.',
        args: {
          first: t.arg.int({
            required: true,
            defaultValue: 10,
            description: `How many at most: 1 to ${MOST_NODES}.`,
          }),
        },
        complexity: firstComplexity,
        resolve: ({ answer, theme }, { first }) => {
          checkRange('first', first, [1, MOST_NODES]);
          return Array.from(theme.items.subarray(0, first), (item) => ({ answer, item }));
        },
      }),
    }),
  });
}
