import type { Neighbours } from './neighbours.ts';

/**
 * The connected component of each item, numbered by first item. Where clusters are given, links between them don't count, so
 * it's the connected parts of the clusters.
 */
export function componentsOf({ starts, neighbours }: Neighbours, clusters?: ArrayLike<number>): Uint32Array {
  const itemCount = starts.length - 1;
  const components = new Uint32Array(itemCount);
  const seen = new Uint8Array(itemCount);
  const waiting = new Uint32Array(itemCount);
  let count = 0;
  for (let first = 0; first < itemCount; first += 1) {
    if (seen[first] === 1) continue;
    seen[first] = 1;
    waiting[0] = first;
    let size = 1;
    while (size > 0) {
      size -= 1;
      const item = waiting[size] as number;
      components[item] = count;
      for (let slot = starts[item] as number; slot < (starts[item + 1] as number); slot += 1) {
        const other = neighbours[slot] as number;
        if (seen[other] === 1 || (clusters !== undefined && clusters[other] !== clusters[item])) continue;
        seen[other] = 1;
        waiting[size] = other;
        size += 1;
      }
    }
    count += 1;
  }
  return components;
}
