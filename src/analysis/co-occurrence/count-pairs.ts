import { countDensePairs } from './dense-pairs.ts';
import type { Incidence } from './incidence.ts';
import type { Counting, Pairs } from './pairs.ts';
import { countSparsePairs } from './sparse-pairs.ts';

/** Of so few items, all pairs that there could be have room in a matrix. */
const MOST_DENSE = 1024;

/**
 * Counts the pairs of an incidence, in time in proportion to the sum of n² over the papers, n being how many items a paper
 * has. The order of the papers makes no difference, not even in the last digit.
 */
export function countPairs(incidence: Incidence, counting: Counting = 'FULL'): Pairs {
  // Sums of fractions depend on the order in which they are added, which that of how many things papers have settles.
  const order = counting === 'FRACTIONAL' ? rowsByTotal(incidence) : null;
  return incidence.itemCount <= MOST_DENSE
    ? countDensePairs(incidence, order)
    : countSparsePairs(incidence, order);
}

/** The rows, those of papers that have the fewest things first: a counting sort. */
function rowsByTotal({ totals }: Incidence): Uint32Array {
  const firstOf = new Uint32Array(totals.reduce((most, total) => Math.max(most, total), 0) + 2);
  for (const total of totals) firstOf[total + 1] = (firstOf[total + 1] as number) + 1;
  for (let total = 1; total < firstOf.length; total += 1) {
    firstOf[total] = (firstOf[total] as number) + (firstOf[total - 1] as number);
  }
  const rows = new Uint32Array(totals.length);
  for (let row = 0; row < totals.length; row += 1) {
    const total = totals[row] as number;
    const place = firstOf[total] as number;
    rows[place] = row;
    firstOf[total] = place + 1;
  }
  return rows;
}
