/** Sets of numbers that are joined one with another: who is in one set has one `root`. */
export type DisjointSets = {
  root: (item: number) => number;
  /** Joins the sets of two items and answers with the root of the new set. */
  join: (a: number, b: number) => number;
};

/** Each of `size` numbers in a set of its own; union by size with path halving. */
export function createDisjointSets(size: number): DisjointSets {
  const parent = Int32Array.from({ length: size }, (_, item) => item);
  const sizes = new Int32Array(size).fill(1);
  const root = (item: number): number => {
    let at = item;
    for (let above = parent[at] ?? at; above !== at; above = parent[at] ?? at) {
      parent[at] = parent[above] ?? above;
      at = above;
    }
    return at;
  };
  const join = (a: number, b: number): number => {
    const [x, y] = [root(a), root(b)];
    if (x === y) return x;
    const [large, small] = (sizes[x] ?? 0) >= (sizes[y] ?? 0) ? [x, y] : [y, x];
    parent[small] = large;
    sizes[large] = (sizes[large] ?? 0) + (sizes[small] ?? 0);
    return large;
  };
  return { root, join };
}

/**
 * Joins items that share a key, each with the first of those before it that it may be joined with: where some of them
 * contradict one another, the others find their like all the same. `join` tells whether both are in one set now.
 */
export function joinSharing(
  items: Iterable<number>,
  keysOf: (item: number) => Iterable<string>,
  join: (a: number, b: number) => boolean,
): void {
  const apart = new Map<string, number[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = apart.get(key);
      if (known === undefined) apart.set(key, [item]);
      else if (!known.some((other) => join(other, item))) known.push(item);
    }
  }
}
