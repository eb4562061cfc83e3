import { untilChanged } from '../../analysis/derived.ts';
import { matchingPapers } from '../../analysis/matching-papers.ts';
import { builder } from '../builder.ts';
import { connectionComplexity } from '../connection.ts';
import { paperConnection } from '../paper-connection.ts';
import { resolvePaperFilter } from '../resolve-paper-filter.ts';
import { PaperNode } from './nodes.ts';
import { PaperBy, resolvePaperBy } from './paper-by.ts';
import { facetsField, paperListArgs } from './paper-list.ts';

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
      args: paperListArgs,
      complexity: connectionComplexity,
      resolve: async (_root, args, { loaders, projector }) => {
        const filter = await resolvePaperFilter(args.filter, loaders);
        const projection = await projector.matching(filter);
        const find = untilChanged(projection, () => matchingPapers(projection, filter));
        return paperConnection({ projection, find }, args);
      },
    },
    { description: 'A list of papers.', fields: (list) => ({ facets: list.field(facetsField) }) },
    { description: 'A paper in a list.' },
  ),
}));
