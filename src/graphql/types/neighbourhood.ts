import { findNeighbourhood, linksAmong, type NearLink, type NearNode } from '../../analysis/neighbourhood.ts';
import { LINK_KINDS, targetOf } from '../../analysis/projection.ts';
import { unique } from '../../collections.ts';
import { builder } from '../builder.ts';
import { checkNodes } from '../check-nodes.ts';
import { checkRange } from '../check-range.ts';
import { LinkKind, namedNodeOf, NODE_TYPES, NodeKind, TYPE_OF_KIND } from './kinds.ts';

const MOST_IDS = 50;
const MOST_NODES = 500;
const MOST_STEPS = 3;

const NeighbourhoodNode = builder.objectRef<NearNode>('NeighbourhoodNode').implement({
  description: 'A node of a neighbourhood, with what is needed to draw it.',
  fields: (t) => ({
    id: t.globalID({
      description: 'Its id, as `source` and `target` of edges name it.',
      resolve: ({ kind, key }) => ({ type: TYPE_OF_KIND[kind], id: key }),
    }),
    kind: t.expose('kind', { type: NodeKind, description: 'Its kind.' }),
    name: t.exposeString('name', { description: 'Its name to display; of a paper its title.' }),
    distance: t.exposeInt('distance', {
      description: 'How many links away the nearest of the given nodes is; 0 for these themselves.',
    }),
    relevance: t.exposeFloat('relevance', {
      description:
        'How much activation comes to it; compare it within one neighbourhood only. The given nodes share 1; in each ' +
        'of `depth` steps a node passes half of what came to it on to its neighbours, in proportion to the weight of ' +
        'the link times ln(1 + N/n), where n of N papers are linked to the neighbour.',
    }),
    paperCount: t.exposeInt('paperCount', {
      description: 'How many papers of the graph are linked to it; of a paper, how many cite it.',
    }),
    node: t.node({
      description: 'The node itself; null where it went a moment ago.',
      id: ({ kind, key }) => ({ type: TYPE_OF_KIND[kind], id: key }),
    }),
  }),
});

const NeighbourhoodEdge = builder.objectRef<NearLink>('NeighbourhoodEdge').implement({
  description: 'A link between two nodes of a neighbourhood.',
  fields: (t) => ({
    kind: t.expose('kind', { type: LinkKind, description: 'The kind of link.' }),
    source: t.globalID({
      description: 'The id of the paper that has the link.',
      resolve: ({ paper }) => ({ type: TYPE_OF_KIND.PAPER, id: paper }),
    }),
    target: t.globalID({
      description: 'The id of what it is linked to.',
      resolve: ({ kind, target }) => ({ type: TYPE_OF_KIND[targetOf(kind)], id: target }),
    }),
    weight: t.exposeFloat('weight', {
      description: 'How sure a topic is, from 0 to 1; 1 for all other links.',
    }),
  }),
});

const Neighbourhood = builder.objectRef<{ nodes: NearNode[]; edges: NearLink[] }>('Neighbourhood').implement({
  description: 'Nodes near others, and the links among them.',
  fields: (t) => ({
    nodes: t.expose('nodes', {
      type: [NeighbourhoodNode],
      description: 'The given nodes, then those around them in the order in which they were chosen.',
      // The query field has already counted the limit.
      complexity: { field: 1, multiplier: 1 },
    }),
    edges: t.expose('edges', {
      type: [NeighbourhoodEdge],
      description: 'All links of the wanted kinds among these nodes.',
      complexity: { field: 1, multiplier: 4 },
    }),
  }),
});

builder.queryField('neighbourhood', (t) =>
  t.field({
    type: Neighbourhood,
    description:
      'The most relevant nodes around some, with the links among them, for drawing. It begins with the given nodes and ' +
      'always takes the most relevant node that is linked to one already taken; of equal ones the newest paper. ' +
      'Example: `neighbourhood(ids: ["UGFwZXI6…"], depth: 2, limit: 30) { nodes { id name } edges { source target } }`.',
    args: {
      ids: t.arg.globalIDList({
        for: NODE_TYPES,
        required: true,
        description: `Around what: 1 to ${MOST_IDS} ids of papers, topics, orgs, authors or repositories.`,
      }),
      depth: t.arg.int({
        required: true,
        defaultValue: 1,
        description: `How many links away a node may be, from 1 to ${MOST_STEPS}.`,
      }),
      limit: t.arg.int({
        required: true,
        defaultValue: 50,
        description: `How many nodes at most, the given ones included, from 1 to ${MOST_NODES}.`,
      }),
      kinds: t.arg({
        type: [LinkKind],
        required: true,
        defaultValue: [...LINK_KINDS],
        description: 'Over which kinds of link. Example: `[TOPIC, CITATION]`.',
      }),
    },
    complexity: ({ limit }) => ({ field: 20, multiplier: Math.max(1, limit) }),
    resolve: async (_root, { ids, depth, limit, kinds: choice }, { projector }) => {
      checkRange('depth', depth, [1, MOST_STEPS]);
      checkRange('limit', limit, [1, MOST_NODES]);
      checkRange('number of ids', ids.length, [1, Math.min(MOST_IDS, limit)]);
      const kinds = unique(choice);
      const seeds = ids.map(namedNodeOf);
      const around = await projector.around(seeds, { kinds, steps: depth });
      checkNodes(around, seeds);
      const nodes = findNeighbourhood(around, seeds, { kinds, depth, limit });
      // Papers as far away as may be can have links among one another.
      const papers = nodes.filter(({ kind }) => kind === 'PAPER');
      const edges = linksAmong(await projector.around(papers, { kinds, steps: 1 }), nodes, kinds);
      return { nodes, edges };
    },
  }),
);
