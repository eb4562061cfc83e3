/** What an item is ordered by: the last value is unique. A cursor holds it. */
export type RankingKey = readonly (string | number | null)[];

/** Items in an order that is only made as far as it is asked for: best first, so that place 0 is the best. */
export type Ranking<Item> = {
  count: number;
  /** The items from a place up to another one, which is not included. */
  slice: (start: number, end: number) => Item[];
  /** The place of what a key stands for, which may have gone: how many items stand `before` it, or not `behind` it. */
  placeOf: (key: RankingKey, side: 'before' | 'behind') => number;
  keyOf: (item: Item) => RankingKey;
};

/** How items are ordered. No two items are equal. */
export type RankingOrder = {
  /** Below 0 where the first one comes first. */
  compare: (a: number, b: number) => number;
  /** What `compare` looks at first, by item, if that is a number, the largest first: then it is asked for equal ones only. */
  values?: Float64Array | Int32Array;
  /** Below 0 where the item comes before what the key stands for; 0 where it is just that. */
  compareToKey: (item: number, key: RankingKey) => number;
  keyOf: (item: number) => RankingKey;
};

/**
 * A ranking of items, such as numbers of papers. A slice near one of the ends is selected in one pass over the items with
 * a heap as large as the way to that end (n log k), not by ordering all of them.
 */
export function rankingOf(
  items: Uint32Array,
  { compare, compareToKey, keyOf, values }: RankingOrder,
): Ranking<number> {
  const count = items.length;
  return {
    count,
    keyOf,
    slice(start, end) {
      const [from, to] = [Math.max(0, start), Math.min(count, end)];
      if (from >= to) return [];
      if (to <= count - from) return firstOf(items, to, compare, values).slice(from);
      const last = firstOf(items, count - from, (a, b) => compare(b, a));
      return last.toReversed().slice(0, to - from);
    },
    placeOf(key, side) {
      let place = 0;
      for (const item of items) {
        const order = compareToKey(item, key);
        if (order < 0 || (order === 0 && side === 'behind')) place += 1;
      }
      return place;
    },
  };
}

/** The first `size` items in order. */
function firstOf(
  items: Uint32Array,
  size: number,
  compare: RankingOrder['compare'],
  values?: RankingOrder['values'],
): number[] {
  // The last of those that are kept is on top, so that most items are told off by one comparison.
  const heap = Array.from(items.subarray(0, size)).sort((a, b) => compare(b, a));
  let least = values?.[heap[0] ?? 0] ?? -Infinity;
  for (let index = size; index < items.length; index += 1) {
    const item = items[index] as number;
    if (values !== undefined && (values[item] as number) < least) continue;
    if (compare(item, heap[0] ?? 0) >= 0) continue;
    replaceTop(heap, item, compare);
    least = values?.[heap[0] ?? 0] ?? -Infinity;
  }
  return heap.sort(compare);
}

function replaceTop(heap: number[], item: number, compare: RankingOrder['compare']): void {
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    const sibling = child + 1;
    if (sibling < heap.length && compare(heap[sibling] ?? 0, heap[child] ?? 0) > 0) child = sibling;
    const candidate = heap[child] ?? 0;
    if (compare(item, candidate) >= 0) break;
    heap[place] = candidate;
    place = child;
  }
  heap[place] = item;
}
