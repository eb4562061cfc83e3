import { compareText } from '../collections.ts';
import type { RankingKey } from './ranking.ts';

/** Compares two keys value by value, each in its direction; null comes last in both directions. */
export function compareKeys(a: RankingKey, b: RankingKey, directions: readonly ('asc' | 'desc')[]): number {
  for (const [index, direction] of directions.entries()) {
    const [x, y] = [a[index] ?? null, b[index] ?? null];
    if (x === y) continue;
    if (x === null) return 1;
    if (y === null) return -1;
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : compareText(String(x), String(y));
    if (order !== 0) return direction === 'asc' ? order : -order;
  }
  return 0;
}

/** Whether an item stands on this side of what a key stands for, as comparing the item with the key tells. */
export function isOnSide(side: 'before' | 'behind', comparison: number): boolean {
  return comparison < 0 || (comparison === 0 && side === 'behind');
}

/** How many places from the start on a condition holds for; it holds for none behind one for which it does not. */
export function countWhile(length: number, holds: (place: number) => boolean): number {
  let [from, to] = [0, length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}
