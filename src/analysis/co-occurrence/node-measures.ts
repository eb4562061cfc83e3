import type { Network } from './network.ts';

/** How likely a walk goes on along a link, as usual. */
const DAMPING = 0.85;
/** Ranks are good when a step changes them by no more than this in sum. */
const TOLERANCE = 1e-12;

/**
 * The PageRank of each item (Brin & Page 1998): how often a walk is there that goes on along a link with probability 0.85,
 * chosen in proportion to its count, and else to any item, as it does from an item without links. They add up to 1.
 */
export function pageRanksOf(network: Network): Float64Array {
  const { itemCount, sources, targets, counts, weightedDegrees: degrees } = network;
  let ranks = new Float64Array(itemCount).fill(1 / itemCount);
  let next = new Float64Array(itemCount);
  const flows = new Float64Array(itemCount);
  // A step makes what is wrong smaller by the damping, so it ends.
  for (let change = Infinity; change > TOLERANCE;) {
    let stranded = 0;
    for (let item = 0; item < itemCount; item += 1) {
      const [rank, degree] = [ranks[item] as number, degrees[item] as number];
      if (degree === 0) stranded += rank;
      else flows[item] = (DAMPING * rank) / degree;
    }
    next.fill((1 - DAMPING + DAMPING * stranded) / itemCount);
    for (let link = 0; link < counts.length; link += 1) {
      const [source, target, count] = [
        sources[link] as number,
        targets[link] as number,
        counts[link] as number,
      ];
      next[target] = (next[target] as number) + count * (flows[source] as number);
      next[source] = (next[source] as number) + count * (flows[target] as number);
    }
    change = 0;
    for (let item = 0; item < itemCount; item += 1) {
      change += Math.abs((next[item] as number) - (ranks[item] as number));
    }
    [ranks, next] = [next, ranks];
  }
  return ranks;
}
