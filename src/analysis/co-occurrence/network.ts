import { UNKNOWN } from '../projection.ts';
import { countPairs } from './count-pairs.ts';
import type { Counting, Pairs } from './pairs.ts';
import { occurrencesIn, type Incidence } from './incidence.ts';

/**
 * A co-occurrence network: items, and a link for each two that papers have together. Items are numbered as in the
 * incidence that it was counted from. All arrays are typed, so that it can be handed to a thread.
 */
export type Network = Pairs & {
  /** How many papers it was counted from, those without any of the items among them. */
  paperCount: number;
  itemCount: number;
  /** How many papers have each item. */
  occurrences: Uint32Array;
  /** The sum of the counts of each item's links: its weighted degree, or total link strength. */
  weightedDegrees: Float64Array;
  /** The sum of the counts of all links, m. */
  totalCount: number;
  /** The mean day of publication of each item's papers, in days since 1970-01-01; NaN where none has a date. */
  meanDays: Float64Array;
};

/** What links a network has. */
export type NetworkOptions = {
  counting: Counting;
  /** The least `count` of a link; links below it are left out. */
  minLinkStrength: number;
};

/** Counts the network of the items of an incidence. */
export function createNetwork(incidence: Incidence, { counting, minLinkStrength }: NetworkOptions): Network {
  const pairs = countPairs(incidence, counting);
  const links = minLinkStrength > 0 ? linksOfStrength(pairs, minLinkStrength) : pairs;
  const weightedDegrees = weightedDegreesOf(incidence.itemCount, links);
  return {
    ...links,
    weightedDegrees,
    totalCount: weightedDegrees.reduce((sum, degree) => sum + degree, 0) / 2,
    paperCount: incidence.paperCount,
    itemCount: incidence.itemCount,
    occurrences: occurrencesIn(incidence),
    meanDays: meanDaysOf(incidence),
  };
}

function linksOfStrength({ sources, targets, papers, counts }: Pairs, least: number): Pairs {
  // Shares that make up a whole may add up to a last digit less.
  const enough = least * (1 - 1e-12);
  const isKept = (_: number, link: number) => (counts[link] ?? 0) >= enough;
  const keptPapers = papers.filter(isKept);
  return {
    sources: sources.filter(isKept),
    targets: targets.filter(isKept),
    papers: keptPapers,
    counts: counts === papers ? keptPapers : counts.filter(isKept),
  };
}

function weightedDegreesOf(itemCount: number, { sources, targets, counts }: Pairs): Float64Array {
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

function meanDaysOf({ itemCount, starts, items, days }: Incidence): Float64Array {
  const sums = new Float64Array(itemCount);
  const dated = new Uint32Array(itemCount);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const day = days[row] ?? UNKNOWN;
    if (day === UNKNOWN) continue;
    for (let slot = starts[row] as number; slot < (starts[row + 1] as number); slot += 1) {
      const item = items[slot] as number;
      sums[item] = (sums[item] as number) + day;
      dated[item] = (dated[item] as number) + 1;
    }
  }
  return sums.map((sum, item) => sum / (dated[item] as number));
}
