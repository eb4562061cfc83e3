import { z } from 'zod';
import { timestamp } from './date.ts';

/** What is counted of a paper over time: upvotes and comments on Hugging Face, stars of its repository. */
export const METRICS = ['UPVOTES', 'COMMENTS', 'STARS'] as const;
export type Metric = (typeof METRICS)[number];

/** What GraphQL's `Int` can carry. */
export const count = z.int().min(0).max(2_147_483_647);

/** A count as it was at a moment. Null for the moment at which the source was read. */
export const observation = z.strictObject({
  metric: z.enum(METRICS),
  value: count,
  at: timestamp.nullable().default(null),
});
export type Observation = z.infer<typeof observation>;
