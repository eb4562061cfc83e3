import { builder } from '../builder.ts';

export const PaperOrder = builder.enumType('PaperOrder', {
  description: 'The order of papers; those that are equal in it stand by id.',
  values: {
    PUBLISHED_ON_DESC: { description: 'The newest first; those without a date last.' },
    PUBLISHED_ON_ASC: { description: 'The oldest first; those without a date last.' },
    TITLE_ASC: { description: 'By title, A to Z; case does not matter.' },
    TITLE_DESC: { description: 'By title, Z to A; case does not matter.' },
    COMMENT_COUNT_DESC: { description: 'The most commented first; those without a count last.' },
    COMMENT_COUNT_ASC: { description: 'The least commented first; those without a count last.' },
    UPVOTES_DESC: { description: 'The most upvoted first; those without a count last.' },
    UPVOTES_ASC: { description: 'The least upvoted first; those without a count last.' },
    VELOCITY_DESC: { description: 'By `upvotesPerDay`, the fastest first; those without it last.' },
    VELOCITY_ASC: { description: 'By `upvotesPerDay`, the slowest first; those without it last.' },
  },
});
