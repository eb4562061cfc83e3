import type { Hop } from '../../analysis/describe-hop.ts';
import { findPaths, type Path } from '../../analysis/paths.ts';
import { LINK_KINDS } from '../../analysis/projection.ts';
import type { NamedNode } from '../../analysis/whole-numbering.ts';
import { unique } from '../../collections.ts';
import { builder } from '../builder.ts';
import { checkNodes } from '../check-nodes.ts';
import { checkRange } from '../check-range.ts';
import { LinkKind, namedNodeOf, NODE_TYPES, TYPE_OF_KIND } from './kinds.ts';

const MOST_HOPS = 6;
const MOST_PATHS = 10;

const idOf = ({ kind, key }: NamedNode) => ({ type: TYPE_OF_KIND[kind], id: key });

const PathHop = builder.objectRef<Hop>('PathHop').implement({
  description: 'A link that a path goes along, and why it is there.',
  fields: (t) => ({
    from: t.node({ description: 'Where it begins.', id: ({ from }) => idOf(from) }),
    to: t.node({ description: 'Where it leads.', id: ({ to }) => idOf(to) }),
    kind: t.expose('kind', { type: LinkKind, description: 'The kind of link, in whichever direction.' }),
    reason: t.exposeString('reason', {
      description:
        'One sentence: `“Attention Is All You Need” has the topic transformer, which 12 other papers have.`',
    }),
  }),
});

const PathType = builder.objectRef<Path>('Path').implement({
  description: 'A way over links from one node to another one that passes no node twice.',
  fields: (t) => ({
    length: t.int({ description: 'How many hops it has.', resolve: ({ hops }) => hops.length }),
    cost: t.exposeFloat('cost', {
      description:
        'How little the nodes between its ends tell: the sum of ln(1 + papers linked to each). Paths of one length come ' +
        'with the lowest cost first.',
    }),
    nodes: t.nodeList({
      description: 'The nodes that it passes, both ends included.',
      complexity: { field: 1, multiplier: MOST_HOPS + 1 },
      ids: ({ nodes }) => nodes.map(idOf),
    }),
    hops: t.expose('hops', {
      type: [PathHop],
      description: 'The links that it goes along, in their order.',
      complexity: { field: 1, multiplier: MOST_HOPS },
    }),
  }),
});

builder.queryField('path', (t) =>
  t.field({
    type: [PathType],
    description:
      'How two nodes are connected: the best paths between them, those of fewest hops first and, of equally many, ' +
      'those over what few papers are linked to. One without hops from a node to itself; none where there is no path. ' +
      'Example: `path(from: "T3JnOm9wZW5haQ==", to: "T3JnOmdvb2dsZQ==") { length hops { reason } }`.',
    args: {
      from: t.arg.globalID({ for: NODE_TYPES, required: true, description: 'The id of any node.' }),
      to: t.arg.globalID({ for: NODE_TYPES, required: true, description: 'The id of any node.' }),
      via: t.arg({
        type: [LinkKind],
        required: true,
        defaultValue: [...LINK_KINDS],
        description: 'Over which kinds of link. Example: `[AUTHOR]` for a chain of co-authors.',
      }),
      maxHops: t.arg.int({
        required: true,
        defaultValue: 4,
        description: `How many hops a path may have, from 1 to ${MOST_HOPS}.`,
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 3,
        description: `How many paths at most, from 1 to ${MOST_PATHS}.`,
      }),
    },
    complexity: ({ first }) => ({ field: 20, multiplier: Math.max(1, first) }),
    resolve: async (_root, { from, to, via, maxHops, first }, { projector }) => {
      checkRange('maxHops', maxHops, [1, MOST_HOPS]);
      checkRange('first', first, [1, MOST_PATHS]);
      const kinds = unique(via);
      const [source, target] = [namedNodeOf(from), namedNodeOf(to)];
      // Every node of a path is at most half of the hops away from one of its ends.
      const steps = Math.ceil(maxHops / 2);
      const projection = await projector.around([source, target], { kinds, steps });
      checkNodes(projection, [source, target]);
      return findPaths(projection, source, target, { kinds, maxHops, count: first });
    },
  }),
);
