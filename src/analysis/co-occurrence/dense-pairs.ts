import type { Incidence } from './incidence.ts';
import type { Pairs } from './pairs.ts';

/**
 * Counts the pairs of an incidence of few items a paper at a time, in a matrix of which the half above the diagonal is used. With
 * an order, that in which rows are gone through, it is fractional counting.
 */
export function countDensePairs(
  { itemCount, starts, items, totals }: Incidence,
  order: Uint32Array | null,
): Pairs {
  const papers = new Uint32Array(itemCount * itemCount);
  const counts = order === null ? null : new Float64Array(itemCount * itemCount);
  let size = 0;
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const row = order === null ? index : (order[index] as number);
    const end = starts[row + 1] as number;
    const share = 1 / ((totals[row] as number) - 1);
    for (let slot = starts[row] as number; slot < end; slot += 1) {
      const first = (items[slot] as number) * itemCount;
      // Items of a row ascend: behind this one stand those above it.
      for (let other = slot + 1; other < end; other += 1) {
        const cell = first + (items[other] as number);
        const before = papers[cell] as number;
        if (before === 0) size += 1;
        papers[cell] = before + 1;
        if (counts !== null) counts[cell] = (counts[cell] as number) + share;
      }
    }
  }
  const pairs = roomFor(size, counts !== null);
  let pair = 0;
  for (let source = 0; source < itemCount; source += 1) {
    for (let target = source + 1; target < itemCount; target += 1) {
      const cell = source * itemCount + target;
      if (papers[cell] === 0) continue;
      pairs.sources[pair] = source;
      pairs.targets[pair] = target;
      pairs.papers[pair] = papers[cell] as number;
      if (counts !== null) pairs.counts[pair] = counts[cell] as number;
      pair += 1;
    }
  }
  return pairs;
}

function roomFor(size: number, isFractional: boolean): Pairs {
  const papers = new Uint32Array(size);
  return {
    sources: new Uint32Array(size),
    targets: new Uint32Array(size),
    papers,
    counts: isFractional ? new Float64Array(size) : papers,
  };
}
