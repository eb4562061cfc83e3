import type { ListedPaper } from '../analysis/listed-paper.ts';
import type { Ordering } from './connection.ts';

/** The newest paper first, then by id; those without a date last. */
export const newestFirst: Ordering<{ node: ListedPaper }> = {
  name: 'newestFirst',
  keyOf: ({ node: { publishedOn, id } }) => [publishedOn, id],
  directions: ['desc', 'asc'],
};

/** The best score first, then by id. */
export const bestFirst: Ordering<{ key: string; score: number }> = {
  name: 'bestFirst',
  keyOf: ({ score, key }) => [score, key],
  directions: ['desc', 'asc'],
};

/** In the order of a paper's list of authors. */
export const byPosition: Ordering<{ key: string; position: number }> = {
  name: 'byPosition',
  keyOf: ({ position, key }) => [position, key],
  directions: ['asc', 'asc'],
};

/** By key. */
export const byKey: Ordering<{ key: string }> = {
  name: 'byKey',
  keyOf: ({ key }) => [key],
  directions: ['asc'],
};
