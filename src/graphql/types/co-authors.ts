import { builder } from '../builder.ts';
import { connectionComplexity } from '../connection.ts';
import { connectionOfSharedPapers } from '../shared-papers.ts';
import { AuthorNode } from './nodes.ts';

builder.objectFields(AuthorNode, (t) => ({
  coAuthors: t.connection(
    {
      type: AuthorNode,
      description: 'Who wrote papers together with the author, with most papers first.',
      complexity: connectionComplexity,
      resolve: async ({ id }, args, { loaders }) =>
        connectionOfSharedPapers(await loaders.aroundAuthor.load(id), { kind: 'AUTHOR', key: id }, args),
    },
    { description: 'The co-authors of an author.' },
    {
      description: 'That two authors wrote papers together.',
      fields: (edge) => ({
        paperCount: edge.exposeInt('paperCount', { description: 'How many papers they wrote together.' }),
      }),
    },
  ),
}));
