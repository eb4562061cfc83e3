import { builder } from '../builder.ts';
import { checkRange } from '../check-range.ts';
import { MOST_LINKS, type NetworkAnswer } from '../co-occurrence-network.ts';
import { firstComplexity } from '../first-of.ts';
import { inTurns } from '../in-turns.ts';
import { firstItems, strongestLinks } from '../network-parts.ts';
import { networkClusterType } from './network-cluster.ts';
import { networkLinkType } from './network-link.ts';
import { networkNodeType } from './network-node.ts';

/** What the types of networks of a kind are called, and what their items are. */
export type NetworkWords = { prefix: string; one: string; many: string };

/** A network has at most so many nodes. */
export const MOST_ITEMS = 1000;

/** The types of the networks of a kind: all that networks of any kind have. */
export function networkTypes(words: NetworkWords) {
  const { prefix, one, many } = words;
  const Node = networkNodeType(words);
  const Link = networkLinkType(words, Node);
  const Cluster = networkClusterType(words, Node);

  const Network = builder.objectRef<NetworkAnswer>(`${prefix}Network`).implement({
    description: `Which ${many} papers have together, and how often. Only what is asked for is computed.`,
    fields: (t) => ({
      paperCount: t.int({
        description: `N, how many papers the network is about: those under the filter, also those without any of its ${many}.`,
        resolve: ({ network }) => network.paperCount,
      }),
      nodeCount: t.int({
        description: 'How many nodes it has.',
        resolve: ({ network }) => network.itemCount,
      }),
      linkCount: t.int({
        description: 'How many links it has.',
        resolve: ({ network }) => network.sources.length,
      }),
      totalLinkStrength: t.float({
        description: 'm, the sum of `count` over all links.',
        resolve: ({ network }) => network.totalCount,
      }),
      modularity: t.float({
        description:
          'How good the clusters are: Σ [Lc/m − γ·(Kc/2m)²] over the clusters (Newman 2004, with the resolution γ of Reichardt ' +
          '& Bornholdt 2006). m is the strength of all links by `measure`, Lc of those inside a cluster, Kc of all links of its ' +
          'nodes, those inside counted twice. 0 where there are no links.',
        resolve: async (answer) => (await answer.clustering()).modularity,
      }),
      nodes: t.field({
        type: [Node],
        description: `The ${many} of most papers first, then by key.`,
        args: {
          first: t.arg.int({ description: `How many at most, 1 to ${MOST_ITEMS}; by default all.` }),
        },
        complexity: ({ first }) => firstComplexity({ first: first ?? MOST_ITEMS }),
        resolve: (answer, { first }) => {
          if (first != null) checkRange('first', first, [1, MOST_ITEMS]);
          return inTurns(firstItems(answer, first ?? null));
        },
      }),
      links: t.field({
        type: [Link],
        description: `The strongest links by \`measure\` first, equal ones in the order of their nodes. Of each pair of ${many} there is one link, if any.`,
        args: {
          first: t.arg.int({
            required: true,
            defaultValue: 1000,
            description: `How many at most: 1 to ${MOST_LINKS}.`,
          }),
        },
        complexity: firstComplexity,
        resolve: async (answer, { first }) => {
          checkRange('first', first, [1, MOST_LINKS]);
          return inTurns(await strongestLinks(answer, first));
        },
      }),
      clusters: t.field({
        type: [Cluster],
        description: `The clusters of most nodes first. A ${one} without links is a cluster of its own.`,
        args: {
          first: t.arg.int({
            required: true,
            defaultValue: 100,
            description: `How many at most: 1 to ${MOST_ITEMS}.`,
          }),
        },
        complexity: firstComplexity,
        resolve: async (answer, { first }) => {
          checkRange('first', first, [1, MOST_ITEMS]);
          const { themes } = await answer.clustering();
          return themes.slice(0, first).map((theme, cluster) => ({ answer, cluster, theme }));
        },
      }),
    }),
  });
  return { Network, Node };
}
