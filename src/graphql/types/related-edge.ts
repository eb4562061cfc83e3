import { builder } from '../builder.ts';
import type { relatedConnection } from '../related-connection.ts';
import { PaperNode } from './nodes.ts';
import { RelatedReason } from './related-reason.ts';

type Page = Awaited<ReturnType<typeof relatedConnection>>;

const RelatedEdge = builder.edgeObject<typeof PaperNode, Page>({
  type: PaperNode,
  name: 'RelatedPapersEdge',
  description: 'That a paper is related to what was asked for, and why.',
  fields: (edge) => ({
    score: edge.exposeFloat('score', {
      description:
        'How related it is, always above 0: by default, with the measure SIMILARITY, up to 1. Several papers asked for count ' +
        'by their mean, less the mean of those that are not wanted.',
    }),
    reasons: edge.expose('reasons', {
      type: [RelatedReason],
      description: 'Why it is related, the strongest reason first.',
    }),
  }),
});

export const RelatedConnection = builder.connectionObject<typeof PaperNode, Page>(
  {
    type: PaperNode,
    name: 'RelatedPapersConnection',
    description: 'Papers that are related to what was asked for.',
  },
  RelatedEdge,
);
