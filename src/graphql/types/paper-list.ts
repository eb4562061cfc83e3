import { builder } from '../builder.ts';
import type { CountedPapers } from '../paper-connection.ts';
import { PaperFacets } from './facets.ts';
import { PaperFilter } from './paper-filter.ts';
import { PaperOrder } from './paper-order.ts';

/** The arguments that all lists of papers have beside those of every connection. */
export const paperListArgs = builder.args((t) => ({
  filter: t.field({ type: PaperFilter, description: 'Which papers of the list; all of them by default.' }),
  orderBy: t.field({
    type: PaperOrder,
    required: true,
    defaultValue: 'PUBLISHED_ON_DESC',
    description: 'In which order; the newest first by default.',
  }),
}));

/** The field of the type of a list of papers that counts them by what they are filtered by. */
export const facetsField = {
  type: PaperFacets,
  description:
    'How many papers of the whole list, under the filter, have each topic, org and so on. Example: ' +
    '`facets { topics(first: 5) { topic { name } count } years { year count } }`.',
  resolve: ({ facets }: { facets: CountedPapers }) => facets,
};
