import { compareKeys, countWhile, isOnSide } from './compare-keys.ts';
import {
  directionsOf,
  orderedPapers,
  orderKeyOf,
  type OrderedPapers,
  type PaperOrder,
} from './paper-orders.ts';
import { bitsOf, isMarked, numbersOf, type PaperSet } from './paper-set.ts';
import type { Projection } from './projection.ts';
import type { Ranking } from './ranking.ts';

/** Where the papers of a set stand among all papers of an order, in rising order, found as far as asked for. */
type Ranks = {
  slice: (start: number, end: number) => ArrayLike<number>;
  /** How many are below a rank. */
  countBelow: (rank: number) => number;
};

/** Below this part of all papers, those of a set are put in order by themselves; else the whole order is walked through. */
const SMALL_PART = 1 / 16;

/** The papers of a set in an order. It is good until the projection changes. */
export function rankedPapers(projection: Projection, set: PaperSet, order: PaperOrder): Ranking<number> {
  const ordered = orderedPapers(projection, order);
  const { papers } = ordered;
  const directions = directionsOf(order);
  const keyOf = (paper: number) => orderKeyOf(projection, order, paper);
  const ranks = ranksOf(projection, set, ordered);
  return {
    count: set.size,
    keyOf,
    slice: (start, end) => Array.from(ranks.slice(start, end), (rank) => papers[rank] ?? 0),
    placeOf: (key, side) => {
      const isBelow = (rank: number) =>
        isOnSide(side, compareKeys(keyOf(papers[rank] ?? 0), key, directions));
      return ranks.countBelow(countWhile(papers.length, isBelow));
    },
  };
}

function ranksOf(projection: Projection, set: PaperSet, { papers, ranks }: OrderedPapers): Ranks {
  if (set.kind === 'EVERY') {
    return {
      slice: (start, end) => Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index),
      countBelow: (rank) => rank,
    };
  }
  if (set.size < papers.length * SMALL_PART) {
    const sorted = numbersOf(projection, set)
      .map((paper) => ranks[paper] ?? 0)
      .sort();
    return {
      slice: (start, end) => sorted.subarray(start, end),
      countBelow: (rank) => countWhile(sorted.length, (place) => (sorted[place] ?? 0) < rank),
    };
  }
  return walkedRanks(papers, bitsOf(projection, set));
}

function walkedRanks(papers: Uint32Array, bits: Uint32Array): Ranks {
  const found: number[] = [];
  let next = 0;
  const walk = (count: number, rank: number) => {
    for (; next < papers.length && next < rank && found.length < count; next += 1) {
      if (isMarked(bits, papers[next] ?? 0)) found.push(next);
    }
  };
  return {
    slice: (start, end) => {
      walk(end, Infinity);
      return found.slice(start, end);
    },
    countBelow: (rank) => {
      walk(Infinity, rank);
      return countWhile(found.length, (place) => (found[place] ?? 0) < rank);
    },
  };
}
