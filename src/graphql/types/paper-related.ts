import { builder } from '../builder.ts';
import { relatedComplexity, relatedConnection } from '../related-connection.ts';
import { PaperNode } from './nodes.ts';
import { RelatedConnection } from './related-edge.ts';
import { comparisonArgs } from './related.ts';

builder.objectField(PaperNode, 'related', (t) =>
  t.field({
    type: RelatedConnection,
    description:
      'Other papers that have something in common with it, with the reasons. ' +
      'Example: `related(by: [TOPIC, CITATION], first: 5) { edges { score reasons { summary } node { title } } }`.',
    args: { ...comparisonArgs, ...t.arg.connectionArgs() },
    complexity: (args) => relatedComplexity(args, 1),
    resolve: (paper, args, context, info) =>
      relatedConnection({ liked: [paper], disliked: [] }, args, context, info),
  }),
);
