import { occurrencesIn, type Incidence } from './incidence.ts';
import type { Pairs } from './pairs.ts';

/**
 * Counts the pairs of an incidence an item at a time: one half of the sparse product of its transpose with itself (Gustavson
 * 1978). With an order, that in which rows are gone through, it is fractional counting.
 */
export function countSparsePairs(incidence: Incidence, order: Uint32Array | null): Pairs {
  const { itemCount, items } = incidence;
  const isFractional = order !== null;
  const { firstOf, slots, rowEnds } = placesOf(incidence, order);
  const shares = isFractional ? sharesOf(incidence) : null;
  const row = emptyRow(itemCount, isFractional);
  const pairs = roomFor(mostPairs(incidence), isFractional);

  for (let source = 0; source < itemCount; source += 1) {
    const last = firstOf[source + 1] as number;
    for (let place = firstOf[source] as number; place < last; place += 1) {
      const slot = slots[place] as number;
      const share = shares === null ? 0 : (shares[slot] as number);
      // Items of a paper ascend: behind this one stand those above it.
      addToRow(row, items, slot + 1, rowEnds[place] as number, share);
    }
    moveRow(row, source, pairs);
  }
  return wholePairs(pairs);
}

/** How often items occur together with one, by their number. */
type Row = {
  papers: Uint32Array;
  /** Null in full counting. */
  counts: Float64Array | null;
  /** A bit for each item that does. */
  items: Int32Array;
  /** A bit for each word of these bits that is not 0, so that nobody has to look at all of them. */
  words: Int32Array;
};

function emptyRow(itemCount: number, isFractional: boolean): Row {
  const wordCount = Math.ceil(itemCount / 32);
  return {
    papers: new Uint32Array(itemCount),
    counts: isFractional ? new Float64Array(itemCount) : null,
    items: new Int32Array(wordCount),
    words: new Int32Array(Math.ceil(wordCount / 32)),
  };
}

/** Counts the items of some slots once more. Bits are set without asking, for asking would cost more. */
function addToRow(row: Row, items: Uint32Array, from: number, to: number, share: number): void {
  const { papers, counts, items: bits, words } = row;
  for (let slot = from; slot < to; slot += 1) {
    const item = items[slot] as number;
    const word = item >>> 5;
    papers[item] = (papers[item] as number) + 1;
    bits[word] = (bits[word] as number) | (1 << item);
    words[word >>> 5] = (words[word >>> 5] as number) | (1 << word);
    if (counts !== null) counts[item] = (counts[item] as number) + share;
  }
}

/** Puts a row behind the pairs in order of its items, and empties it. */
function moveRow(row: Row, source: number, pairs: GrowingPairs): void {
  const { sources, targets } = pairs;
  let { size } = pairs;
  for (let block = 0; block < row.words.length; block += 1) {
    for (let words = row.words[block] as number; words !== 0; words &= words - 1) {
      const word = block * 32 + 31 - Math.clz32(words & -words);
      for (let bits = row.items[word] as number; bits !== 0; bits &= bits - 1) {
        const target = word * 32 + 31 - Math.clz32(bits & -bits);
        sources[size] = source;
        targets[size] = target;
        pairs.papers[size] = row.papers[target] as number;
        row.papers[target] = 0;
        if (row.counts !== null && pairs.counts !== null) {
          pairs.counts[size] = row.counts[target] as number;
          row.counts[target] = 0;
        }
        size += 1;
      }
      row.items[word] = 0;
    }
    row.words[block] = 0;
  }
  pairs.size = size;
}

/** Pairs that are still being counted. */
type GrowingPairs = {
  size: number;
  sources: Uint32Array;
  targets: Uint32Array;
  papers: Uint32Array;
  /** Null in full counting. */
  counts: Float64Array | null;
};

/** How many pairs there are at most. */
function mostPairs({ itemCount, starts }: Incidence): number {
  let pairs = 0;
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const length = (starts[row + 1] as number) - (starts[row] as number);
    pairs += (length * (length - 1)) / 2;
  }
  return Math.min(pairs, (itemCount * (itemCount - 1)) / 2);
}

/** Memory that nothing is written to is not taken, so that room for all there could be costs nothing. */
function roomFor(most: number, isFractional: boolean): GrowingPairs {
  return {
    size: 0,
    sources: new Uint32Array(most),
    targets: new Uint32Array(most),
    papers: new Uint32Array(most),
    counts: isFractional ? new Float64Array(most) : null,
  };
}

/** Without the room that is left: it is not copied, for no memory was taken for it. */
function wholePairs({ size, sources, targets, papers, counts }: GrowingPairs): Pairs {
  const counted = papers.subarray(0, size);
  return {
    sources: sources.subarray(0, size),
    targets: targets.subarray(0, size),
    papers: counted,
    counts: counts === null ? counted : counts.subarray(0, size),
  };
}

/** By item the slots in which it stands, in the order of some rows, and where the row of each ends. */
function placesOf(
  incidence: Incidence,
  rows: Uint32Array | null,
): { firstOf: Uint32Array; slots: Uint32Array; rowEnds: Uint32Array } {
  const { itemCount, items, starts } = incidence;
  const firstOf = new Uint32Array(itemCount + 1);
  const occurrences = occurrencesIn(incidence);
  for (let item = 0; item < itemCount; item += 1) {
    firstOf[item + 1] = (firstOf[item] as number) + (occurrences[item] as number);
  }
  const next = firstOf.slice(0, itemCount);
  const slots = new Uint32Array(items.length);
  const rowEnds = new Uint32Array(items.length);
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const row = rows === null ? index : (rows[index] as number);
    const [start, end] = [starts[row] as number, starts[row + 1] as number];
    for (let slot = start; slot < end; slot += 1) {
      const item = items[slot] as number;
      const place = next[item] as number;
      slots[place] = slot;
      rowEnds[place] = end;
      next[item] = place + 1;
    }
  }
  return { firstOf, slots, rowEnds };
}

/** By slot what its paper counts for each pair: 1/(n − 1). */
function sharesOf({ starts, items, totals }: Incidence): Float64Array {
  const shares = new Float64Array(items.length);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    shares.fill(1 / ((totals[row] as number) - 1), starts[row], starts[row + 1]);
  }
  return shares;
}
