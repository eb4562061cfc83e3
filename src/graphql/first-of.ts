import { checkRange } from './check-range.ts';

/** The first items of a list, as many as a request asks for. Throws `BAD_USER_INPUT` for less than 1 and more than `most`. */
export function firstOf<Item>(items: readonly Item[], first: number, most: number): readonly Item[] {
  checkRange('first', first, [1, most]);
  return items.slice(0, first);
}

/** The cost of such a list: what each item costs times how many there are at most. */
export function firstComplexity({ first }: { first: number }): { field: number; multiplier: number } {
  return { field: 1, multiplier: Math.max(1, first) };
}
