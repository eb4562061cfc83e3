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

/** For each item, from `starts` on, the items below it that it has papers with, in no order, and how much they count. */
type Rows = {
  starts: Uint32Array;
  sources: Uint32Array;
  papers: Uint32Array;
  /** Null in full counting. */
  counts: Float64Array | null;
};

/** So many pairs have room at first. */
const FIRST_ROOM = 1 << 16;

/** Of so few items, all pairs that there could be have room in a matrix. */
const MOST_IN_MATRIX = 1024;

/**
 * Counts the pairs of an incidence, in time in proportion to the sum of n² over the papers, n being how many items a paper
 * has. The order of the papers makes no difference, not even in the last digit.
 */
export function countPairs(incidence: Incidence, counting: Counting = 'FULL'): Pairs {
  const isFractional = counting === 'FRACTIONAL';
  // Sums of fractions depend on the order in which they are added, which that of how many things papers have settles.
  const order = isFractional ? rowsByTotal(incidence) : null;
  if (incidence.itemCount <= MOST_IN_MATRIX) return countInMatrix(incidence, order);
  return transposed(countRows(incidence, order, isFractional ? sharesOf(incidence) : null));
}

/** Counts a paper at a time, in a matrix of which the half above the diagonal is used. */
function countInMatrix({ itemCount, starts, items, totals }: Incidence, order: Uint32Array | null): Pairs {
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

/** Counts an item at a time: one half of the sparse product of the incidence's transpose with itself (Gustavson 1978). */
function countRows(incidence: Incidence, order: Uint32Array | null, shares: Float64Array | null): Rows {
  const { itemCount, items } = incidence;
  const { firstOf, slots, rowStarts } = placesOf(incidence, order);
  const tally = new Uint32Array(itemCount);
  const weights = new Float64Array(shares === null ? 0 : itemCount);
  const starts = new Uint32Array(itemCount + 1);
  let room = FIRST_ROOM;
  let sources = new Uint32Array(room);
  let papers = new Uint32Array(room);
  let counts = shares === null ? null : new Float64Array(room);
  let size = 0;

  for (let target = 0; target < itemCount; target += 1) {
    const first = size;
    if (first + target > room) {
      room = Math.max(room * 2, first + target);
      sources = grown(sources, room);
      papers = grown(papers, room);
      if (counts !== null) counts = grown(counts, room);
    }
    const last = firstOf[target + 1] as number;
    for (let place = firstOf[target] as number; place < last; place += 1) {
      const slot = slots[place] as number;
      // Items of a row ascend: before this one stand those below it.
      for (let other = rowStarts[place] as number; other < slot; other += 1) {
        const source = items[other] as number;
        const before = tally[source] as number;
        tally[source] = before + 1;
        if (before === 0) {
          sources[size] = source;
          size += 1;
        }
        if (shares !== null) weights[source] = (weights[source] as number) + (shares[slot] as number);
      }
    }
    for (let pair = first; pair < size; pair += 1) {
      const source = sources[pair] as number;
      papers[pair] = tally[source] as number;
      tally[source] = 0;
      if (counts === null) continue;
      counts[pair] = weights[source] as number;
      weights[source] = 0;
    }
    starts[target + 1] = size;
  }
  return { starts, sources, papers, counts };
}

/** The pairs in order of their lower item. As rows are gone through in order, so are then the upper ones of each. */
function transposed({ starts, sources, papers, counts }: Rows): Pairs {
  const itemCount = starts.length - 1;
  const size = starts[itemCount] as number;
  const next = new Uint32Array(itemCount + 1);
  for (let pair = 0; pair < size; pair += 1) {
    const source = sources[pair] as number;
    next[source + 1] = (next[source + 1] as number) + 1;
  }
  for (let item = 0; item < itemCount; item += 1) {
    next[item + 1] = (next[item + 1] as number) + (next[item] as number);
  }
  const ordered = roomFor(size, counts !== null);
  for (let target = 0; target < itemCount; target += 1) {
    const end = starts[target + 1] as number;
    for (let pair = starts[target] as number; pair < end; pair += 1) {
      const source = sources[pair] as number;
      const place = next[source] as number;
      next[source] = place + 1;
      ordered.sources[place] = source;
      ordered.targets[place] = target;
      ordered.papers[place] = papers[pair] as number;
      if (counts !== null) ordered.counts[place] = counts[pair] as number;
    }
  }
  return ordered;
}

/** By item the slots in which it stands, in the order of some rows, and where the row of each begins. */
function placesOf(
  incidence: Incidence,
  rows: Uint32Array | null,
): { firstOf: Uint32Array; slots: Uint32Array; rowStarts: Uint32Array } {
  const { itemCount, items, starts } = incidence;
  const firstOf = new Uint32Array(itemCount + 1);
  const occurrences = occurrencesIn(incidence);
  for (let item = 0; item < itemCount; item += 1) {
    firstOf[item + 1] = (firstOf[item] as number) + (occurrences[item] as number);
  }
  const next = firstOf.slice(0, itemCount);
  const slots = new Uint32Array(items.length);
  const rowStarts = new Uint32Array(items.length);
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const row = rows === null ? index : (rows[index] as number);
    const [start, end] = [starts[row] as number, starts[row + 1] as number];
    for (let slot = start; slot < end; slot += 1) {
      const item = items[slot] as number;
      const place = next[item] as number;
      slots[place] = slot;
      rowStarts[place] = start;
      next[item] = place + 1;
    }
  }
  return { firstOf, slots, rowStarts };
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
