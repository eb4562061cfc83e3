import { SIGNALS } from '../../analysis/related.ts';
import type { Loaders } from '../../loaders/create-loaders.ts';
import { builder } from '../builder.ts';
import { connectionComplexity, connectionOf } from '../connection.ts';
import { bestFirst } from '../orderings.ts';
import { PaperNode } from './nodes.ts';
import { RelatedReason, RelatednessSignal } from './related.ts';

builder.objectFields(PaperNode, (t) => ({
  related: t.connection(
    {
      type: PaperNode,
      description:
        'Other papers that share a topic or an org with it, the most related first, with the reasons. ' +
        'Example: `related(by: [TOPIC], first: 5) { edges { score node { title } } }`.',
      args: {
        by: t.arg({
          type: [RelatednessSignal],
          required: true,
          defaultValue: [...SIGNALS],
          description:
            'Which signals count: papers that share something by at least one of them are related. Example: `[TOPIC]`.',
        }),
      },
      // Each related paper is scored against all that shares something with it, so it costs more than a look-up.
      complexity: (args) => ({ ...connectionComplexity(args), field: 10 }),
      resolve: async ({ id }, args, { loaders }) => {
        const related = await loaders.relatedTo(args.by).load(id);
        const edges = related.map(({ id: key, score, reasons }) => ({ node: key, key, score, reasons }));
        const page = connectionOf(edges, args, bestFirst);
        return { ...page, edges: await Promise.all(page.edges.map((edge) => withPaper(edge, loaders))) };
      },
    },
    { description: 'The papers related to a paper.' },
    {
      description: 'That a paper is related to another one, and why.',
      fields: (edge) => ({
        score: edge.exposeFloat('score', {
          description:
            'How related it is, above 0 up to 1: the mean of the signals asked for, TOPIC weighted 3 to 1 against ' +
            'ORG. Each signal is the cosine of what both papers have, weighted by inverse document frequency.',
        }),
        reasons: edge.expose('reasons', {
          type: [RelatedReason],
          description: 'Why it is related, the strongest reason first.',
        }),
      }),
    },
  ),
}));

async function withPaper<Edge extends { key: string }>(edge: Edge, loaders: Loaders) {
  return { ...edge, node: (await loaders.relatedPaper.load(edge.key)) ?? edge.key };
}
