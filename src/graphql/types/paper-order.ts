import { builder } from '../builder.ts';
import type { Ordering } from '../connection.ts';

/** A paper by its id, with what papers are ordered by. */
export type PaperRef = {
  node: string;
  publishedOn: string | null;
  title: string;
  commentCount: number | null;
  upvotes: number | null;
  upvotesPerDay: number | null;
};

const ORDERINGS = {
  PUBLISHED_ON_DESC: ordering('desc', ({ publishedOn }) => publishedOn),
  PUBLISHED_ON_ASC: ordering('asc', ({ publishedOn }) => publishedOn),
  TITLE_ASC: ordering('asc', ({ title }) => title.toLowerCase()),
  TITLE_DESC: ordering('desc', ({ title }) => title.toLowerCase()),
  COMMENT_COUNT_DESC: ordering('desc', ({ commentCount }) => commentCount),
  COMMENT_COUNT_ASC: ordering('asc', ({ commentCount }) => commentCount),
  UPVOTES_DESC: ordering('desc', ({ upvotes }) => upvotes),
  UPVOTES_ASC: ordering('asc', ({ upvotes }) => upvotes),
  VELOCITY_DESC: ordering('desc', ({ upvotesPerDay }) => upvotesPerDay),
  VELOCITY_ASC: ordering('asc', ({ upvotesPerDay }) => upvotesPerDay),
};

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

/** The ordering that a value of `PaperOrder` stands for. */
export function orderingOf(name: keyof typeof ORDERINGS): Ordering<PaperRef> {
  return { name, ...ORDERINGS[name] };
}

function ordering(
  direction: 'asc' | 'desc',
  valueOf: (ref: PaperRef) => string | number | null,
): Omit<Ordering<PaperRef>, 'name'> {
  return { keyOf: (ref) => [valueOf(ref), ref.node], directions: [direction, 'asc'] };
}
