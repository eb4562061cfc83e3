import { dateOfDay } from '../../analysis/projection.ts';
import { builder } from '../builder.ts';
import type { NetworkItem } from '../network-parts.ts';
import type { NetworkWords } from './network.ts';

/** The type of the items of a network of a kind. */
export function networkNodeType({ prefix, one, many }: NetworkWords) {
  return builder.objectRef<NetworkItem>(`${prefix}Node`).implement({
    description: `A ${one} as a node of a network. The numbers are those of this network: of the papers under its filter.`,
    fields: (t) => ({
      index: t.exposeInt('item', {
        description:
          'Its place among all nodes, from 0: the one of most papers. The ends of links and the nodes of clusters have it too, to ' +
          'tell which they are.',
      }),
      label: t.string({
        description: `The name of the ${one}.`,
        resolve: ({ answer, item }) => answer.names[item] ?? '',
      }),
      occurrences: t.int({
        description: `s, how many papers have the ${one}.`,
        resolve: ({ answer, item }) => answer.network.occurrences[item] ?? 0,
      }),
      weightedDegree: t.float({
        description: 'w, the sum of `count` over its links: the total link strength of VOSviewer.',
        resolve: ({ answer, item }) => answer.network.weightedDegrees[item] ?? 0,
      }),
      pageRank: t.float({
        description:
          'PageRank (Brin & Page 1998) with damping 0.85 over links weighted by `count`: how often a walk is there that ' +
          'follows links at random and sometimes begins anew. All nodes together have 1.',
        resolve: async ({ answer, item }) => (await answer.centralities()).pageRanks[item] ?? 0,
      }),
      betweenness: t.float({
        description:
          'Betweenness centrality (Freeman 1977, by the algorithm of Brandes 2001), from 0 to 1: of all pairs of other ' +
          `${many}, the mean share of the shortest paths between the two that lead through it. All links are equally long, as in ` +
          'CiteSpace.',
        resolve: async ({ answer, item }) => (await answer.centralities()).betweenness[item] ?? 0,
      }),
      meanPublishedOn: t.field({
        type: 'Date',
        nullable: true,
        description:
          'The mean day of publication of its papers, to the nearest day: how new it is. Null where none has a date.',
        resolve: ({ answer, item }) => {
          const day = answer.network.meanDays[item] ?? Number.NaN;
          return Number.isNaN(day) ? null : dateOfDay(Math.round(day));
        },
      }),
      cluster: t.int({
        description: 'The `index` of its cluster.',
        resolve: async ({ answer, item }) => (await answer.clustering()).clusters[item] ?? 0,
      }),
      x: t.float({
        description:
          'Where to draw it, from left to right, from −1 to 1: what occurs together more often than ' +
          'expected stands close together (VOS layout, as in VOSviewer; van Eck & Waltman 2007).',
        resolve: async ({ answer, item }) => (await answer.layout()).x[item] ?? 0,
      }),
      y: t.float({
        description: 'Where to draw it, from bottom to top, to the same scale as `x`.',
        resolve: async ({ answer, item }) => (await answer.layout()).y[item] ?? 0,
      }),
    }),
  });
}
