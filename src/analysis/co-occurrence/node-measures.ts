import type { Network } from './network.ts';

/** The sum of the counts of each item's links: its weighted degree, or total link strength. */
export function weightedDegreesOf({ itemCount, sources, targets, counts }: Network): Float64Array {
  const degrees = new Float64Array(itemCount);
  for (let link = 0; link < counts.length; link += 1) {
    const [source, target, count] = [
      sources[link] as number,
      targets[link] as number,
      counts[link] as number,
    ];
    degrees[source] = (degrees[source] as number) + count;
    degrees[target] = (degrees[target] as number) + count;
  }
  return degrees;
}

/** The PageRank of each item. */
export function pageRanksOf(network: Network): Float64Array {
  throw new TypeError(`not there yet: PageRank of ${network.itemCount} items`);
}

/** The betweenness centrality of each item. */
export function betweennessOf(network: Network): Float64Array {
  throw new TypeError(`not there yet: betweenness of ${network.itemCount} items`);
}
