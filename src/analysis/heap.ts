/** A binary heap of numbers, the first by `compare` on top. */
export type Heap = { items: number[]; compare: (a: number, b: number) => number };

/** A heap without numbers. What `compare` says of a number must not change while the number is in the heap. */
export function createHeap(compare: (a: number, b: number) => number): Heap {
  return { items: [], compare };
}

/** Puts a number into a heap. */
export function pushTo({ items, compare }: Heap, item: number): void {
  let place = items.length;
  items.push(item);
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = items[parent] ?? 0;
    if (compare(above, item) <= 0) break;
    items[place] = above;
    place = parent;
  }
  items[place] = item;
}

/** Takes the first number out of a heap; undefined where it is empty. */
export function popFrom({ items, compare }: Heap): number | undefined {
  const top = items[0];
  const item = items.pop();
  if (item === undefined || items.length === 0) return top;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= items.length) break;
    if (child + 1 < items.length && compare(items[child + 1] ?? 0, items[child] ?? 0) < 0) child += 1;
    const below = items[child] ?? 0;
    if (compare(item, below) <= 0) break;
    items[place] = below;
    place = child;
  }
  items[place] = item;
  return top;
}
