import { occurrencesIn, type Incidence } from './incidence.ts';

/** How a paper counts for the pairs of what it has. */
export const COUNTINGS = ['FULL', 'FRACTIONAL'] as const;
export type Counting = (typeof COUNTINGS)[number];

/** All pairs of items that at least one paper has, each once, `sources` being below `targets`, in order of both. */
export type Pairs = {
  sources: Uint32Array;
  targets: Uint32Array;
  /** How many papers have both. */
  papers: Uint32Array;
  /**
   * The same in full counting; in fractional counting the sum of 1/(n − 1) over these papers, n being how many items of the
   * kind a paper has (Perianes-Rodriguez, Waltman & van Eck 2016): then each paper counts 1 for each of its items.
   */
  counts: Uint32Array | Float64Array;
};

/** So many pairs have room at first. */
const FIRST_ROOM = 1 << 14;

/**
 * Counts the pairs of an incidence as the upper half of the sparse product of its transpose with itself, a row at a time
 * (Gustavson 1978). Takes time in proportion to the sum of n² over the papers, n being how many items a paper has. The order
 * of the papers makes no difference, not even in the last digit.
 */
export function countPairs(incidence: Incidence, counting: Counting = 'FULL'): Pairs {
  const { itemCount, items } = incidence;
  const isFractional = counting === 'FRACTIONAL';
  // Sums of fractions depend on the order in which they are added, which that of how many things papers have settles.
  const { firstOf, slots, ends } = transposed(incidence, isFractional ? rowsByTotal(incidence) : null);
  const shares = isFractional ? sharesOf(incidence) : null;
  const tally = new Uint32Array(itemCount);
  const weights = shares === null ? null : new Float64Array(itemCount);
  const seen = new Uint32Array(itemCount);
  let room = FIRST_ROOM;
  let sources = new Uint32Array(room);
  let targets = new Uint32Array(room);
  let papers = new Uint32Array(room);
  let counts = shares === null ? null : new Float64Array(room);
  let size = 0;

  for (let source = 0; source < itemCount; source += 1) {
    let found = 0;
    const last = firstOf[source + 1] as number;
    for (let place = firstOf[source] as number; place < last; place += 1) {
      const slot = slots[place] as number;
      const end = ends[place] as number;
      // Items of a row ascend: behind this one stand those above it.
      for (let other = slot + 1; other < end; other += 1) {
        const target = items[other] as number;
        const before = tally[target] as number;
        if (before === 0) {
          seen[found] = target;
          found += 1;
        }
        tally[target] = before + 1;
        if (shares !== null && weights !== null) {
          weights[target] = (weights[target] as number) + (shares[slot] as number);
        }
      }
    }
    if (size + found > room) {
      room = Math.max(room * 2, size + found);
      sources = grown(sources, room);
      targets = grown(targets, room);
      papers = grown(papers, room);
      if (counts !== null) counts = grown(counts, room);
    }
    sortSeen(seen, found, tally, source);
    for (let index = 0; index < found; index += 1) {
      const target = seen[index] as number;
      sources[size] = source;
      targets[size] = target;
      papers[size] = tally[target] as number;
      tally[target] = 0;
      if (counts !== null && weights !== null) {
        counts[size] = weights[target] as number;
        weights[target] = 0;
      }
      size += 1;
    }
  }
  const counted = papers.slice(0, size);
  return {
    sources: sources.slice(0, size),
    targets: targets.slice(0, size),
    papers: counted,
    counts: counts === null ? counted : counts.slice(0, size),
  };
}

/** Where a row has this share of what it could have, looking at each is faster than sorting. */
const DENSE = 1 / 8;

/** Puts the items above one that were seen in order. */
function sortSeen(seen: Uint32Array, count: number, tally: Uint32Array, above: number): void {
  if (count < (tally.length - above) * DENSE) {
    seen.subarray(0, count).sort();
    return;
  }
  let size = 0;
  for (let item = above + 1; size < count; item += 1) {
    if (tally[item] === 0) continue;
    seen[size] = item;
    size += 1;
  }
}

/** By item the slots in which it stands, in the order of some rows, and where the row of each ends. */
function transposed(
  incidence: Incidence,
  rows: Uint32Array | null,
): { firstOf: Uint32Array; slots: Uint32Array; ends: Uint32Array } {
  const { itemCount, items, starts } = incidence;
  const firstOf = new Uint32Array(itemCount + 1);
  const occurrences = occurrencesIn(incidence);
  for (let item = 0; item < itemCount; item += 1) {
    firstOf[item + 1] = (firstOf[item] as number) + (occurrences[item] as number);
  }
  const next = firstOf.slice(0, itemCount);
  const slots = new Uint32Array(items.length);
  const ends = new Uint32Array(items.length);
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const row = rows === null ? index : (rows[index] as number);
    const end = starts[row + 1] as number;
    for (let slot = starts[row] as number; slot < end; slot += 1) {
      const item = items[slot] as number;
      const place = next[item] as number;
      slots[place] = slot;
      ends[place] = end;
      next[item] = place + 1;
    }
  }
  return { firstOf, slots, ends };
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

/** By slot what its paper counts for each pair: 1/(n − 1). */
function sharesOf({ starts, items, totals }: Incidence): Float64Array {
  const shares = new Float64Array(items.length);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    shares.fill(1 / ((totals[row] as number) - 1), starts[row], starts[row + 1]);
  }
  return shares;
}

function grown<Values extends Uint32Array | Float64Array>(values: Values, room: number): Values {
  const larger = new (values.constructor as new (length: number) => Values)(room);
  larger.set(values);
  return larger;
}
