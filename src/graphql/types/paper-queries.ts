import { builder } from '../builder.ts';
import { connectionComplexity, connectionOf } from '../connection.ts';
import { PaperNode } from './nodes.ts';
import { PaperBy, resolvePaperBy } from './paper-by.ts';
import { findPaperRefs, PaperFilter } from './paper-filter.ts';
import { orderingOf, PaperOrder } from './paper-order.ts';

builder.queryFields((t) => ({
  paper: t.field({
    type: PaperNode,
    nullable: true,
    description:
      'One paper, or null where the graph has none like it. Example: `paper(by: {arxivId: "1706.03762"})`.',
    args: { by: t.arg({ type: PaperBy, required: true, description: 'Which paper.' }) },
    resolve: (_root, { by }, { store }) => resolvePaperBy(store, by),
  }),
  papers: t.connection(
    {
      type: PaperNode,
      description:
        'Papers, filtered and in order. Example: `papers(filter: {topic: "diffusion model", hasRepo: true}, first: 10)`.',
      args: {
        filter: t.arg({ type: PaperFilter, description: 'Which papers; all of them by default.' }),
        orderBy: t.arg({
          type: PaperOrder,
          required: true,
          defaultValue: 'PUBLISHED_ON_DESC',
          description: 'In which order; the newest first by default.',
        }),
      },
      complexity: connectionComplexity,
      resolve: async (_root, args, { store }) => {
        const refs = await findPaperRefs(store, args.filter ?? {});
        return connectionOf(refs, args, orderingOf(args.orderBy));
      },
    },
    { description: 'A list of papers.' },
    { description: 'A paper in a list.' },
  ),
}));
