import { countBits } from '../paper-set.ts';
import type { Network } from './network.ts';

/**
 * How far each item lies between the others (Freeman 1977): of all pairs of other items, the mean share of the shortest paths
 * between the two that lead through it, from 0 to 1. All links are equally long, as in CiteSpace; a pair without a path
 * counts 0.
 *
 * Paths are counted from each item, and their shares handed back, as Brandes (2001) has it, but over rows of bits: where
 * nearly all are linked, only the links that lead from one distance to the next are looked at.
 */
export function betweennessOf(network: Network): Float64Array {
  const { itemCount } = network;
  const betweenness = new Float64Array(itemCount);
  const search = createSearch(network);
  for (let source = 0; source < itemCount; source += 1) {
    findPaths(search, source);
    addShares(search, source, betweenness);
  }
  const pairs = ((itemCount - 1) * (itemCount - 2)) / 2;
  return pairs > 0 ? betweenness.map((sum) => sum / pairs) : betweenness;
}

/** The links of a network, and what is known of the shortest paths from one of its items. */
type Search = {
  itemCount: number;
  /** A row of bits for each item: those that it is linked to. */
  rows: Int32Array;
  /** How many words of 32 bits a row has. */
  width: number;
  /** 1 for an item that is linked to more than half of all: then those that it is not linked to are looked at instead. */
  isLinkedToMost: Uint8Array;
  /** The items that were reached, nearest first. */
  reached: Uint32Array;
  /** Where those of each distance from 1 on begin, and then where the last ones end. */
  starts: Uint32Array;
  /** How many distances there are. */
  distances: number;
  /** How many shortest paths lead to each item. */
  paths: Float64Array;
  /** What of the paths to items behind each one leads through it, the paths to one item adding up to 1. */
  shares: Float64Array;
  /** Sets of items: those not reached yet, those at one distance, those that may be next. */
  unreached: Int32Array;
  level: Int32Array;
  candidates: Int32Array;
};

function createSearch({ itemCount, sources, targets }: Network): Search {
  const width = Math.ceil(itemCount / 32);
  const rows = new Int32Array(itemCount * width);
  for (let link = 0; link < sources.length; link += 1) {
    const [source, target] = [sources[link] as number, targets[link] as number];
    mark(rows, source * width, target);
    mark(rows, target * width, source);
  }
  const isLinkedToMost = new Uint8Array(itemCount);
  for (let item = 0; item < itemCount; item += 1) {
    let degree = 0;
    for (let word = 0; word < width; word += 1) degree += countBits(rows[item * width + word] as number);
    isLinkedToMost[item] = degree > itemCount / 2 ? 1 : 0;
  }
  const numbers = () => new Float64Array(itemCount);
  const set = () => new Int32Array(width);
  return {
    ...{ itemCount, rows, width, isLinkedToMost },
    ...{ reached: new Uint32Array(itemCount), starts: new Uint32Array(itemCount + 1), distances: 0 },
    ...{ paths: numbers(), shares: numbers() },
    ...{ unreached: set(), level: set(), candidates: set() },
  };
}

/** Counts the shortest paths from an item to each other one, distance by distance. */
function findPaths(search: Search, source: number): void {
  const { itemCount, rows, width, starts, unreached, candidates } = search;
  unreached.fill(0);
  for (let item = 0; item < itemCount; item += 1) if (item !== source) mark(unreached, 0, item);
  candidates.set(rows.subarray(source * width, (source + 1) * width));
  let [start, end] = [0, reachFrom(search, candidates, 0, () => 1)];
  search.distances = 0;
  while (end > start) {
    search.distances += 1;
    starts[search.distances] = end;
    markLevel(search, start, end);
    const countPaths = search.distances === 1 ? countCommon : sumOfPaths;
    // Where fewer are left than were just found, all that are left may be next.
    const isFewLeft = itemCount - 1 - end < end - start;
    if (!isFewLeft) findCandidates(search, start, end);
    [start, end] = [end, reachFrom(search, isFewLeft ? unreached : candidates, end, countPaths)];
  }
}

/** Puts the items of a set that paths lead to behind those reached. Tells where they end. */
function reachFrom(
  search: Search,
  items: Int32Array,
  first: number,
  countPaths: (search: Search, item: number) => number,
): number {
  const { width, reached, unreached, paths } = search;
  let end = first;
  for (let word = 0; word < width; word += 1) {
    for (let rest = items[word] as number; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const item = word * 32 + 31 - Math.clz32(bit);
      const count = countPaths(search, item);
      if (count === 0) continue;
      paths[item] = count;
      reached[end] = item;
      end += 1;
      unreached[word] = (unreached[word] as number) & ~bit;
    }
  }
  return end;
}

/** The items not reached yet that are linked to any of those at a distance. */
function findCandidates({ rows, width, reached, unreached, candidates }: Search, start: number, end: number) {
  candidates.fill(0);
  for (let place = start; place < end; place += 1) {
    const row = (reached[place] as number) * width;
    for (let word = 0; word < width; word += 1) {
      candidates[word] = (candidates[word] as number) | (rows[row + word] as number);
    }
  }
  for (let word = 0; word < width; word += 1) {
    candidates[word] = (candidates[word] as number) & (unreached[word] as number);
  }
}

/** How many items at the present distance an item is linked to: so many paths, where one leads to each of them. */
function countCommon({ rows, width, level }: Search, item: number): number {
  let count = 0;
  for (let word = 0; word < width; word += 1) {
    count += countBits((rows[item * width + word] as number) & (level[word] as number));
  }
  return count;
}

/** How many paths lead to an item over those at the present distance. */
function sumOfPaths({ rows, width, level, paths }: Search, item: number): number {
  let sum = 0;
  for (let word = 0; word < width; word += 1) {
    let rest = (rows[item * width + word] as number) & (level[word] as number);
    for (; rest !== 0; rest &= rest - 1) sum += paths[word * 32 + 31 - Math.clz32(rest & -rest)] as number;
  }
  return sum;
}

/** Hands shares back from the farthest items to the nearest ones, and adds what each has. */
function addShares(search: Search, source: number, sums: Float64Array): void {
  const { distances, shares } = search;
  shares.fill(0);
  for (let distance = distances; distance > 1; distance -= 1) handBack(search, source, distance);
  for (let item = 0; item < sums.length; item += 1) {
    sums[item] = (sums[item] as number) + (shares[item] as number);
  }
}

/** Each item at a distance hands its share back to those before that it is linked to, the same for each path. */
function handBack(search: Search, source: number, distance: number): void {
  const { rows, width, reached, starts, distances, paths, shares, level, isLinkedToMost } = search;
  const [first, start, end] = [
    starts[distance - 2] as number,
    starts[distance - 1] as number,
    starts[distance] as number,
  ];
  markLevel(search, first, start);
  let toAll = 0;
  for (let place = start; place < end; place += 1) {
    const item = reached[place] as number;
    // A pair is counted from the lower one of the two.
    const share = (shares[item] as number) + (item > source ? 1 : 0);
    if (share === 0) continue;
    let value = share / (paths[item] as number);
    let flip = 0;
    // What goes to most goes to all, and is taken from the others again. At distance 2 all values are of a size, so that
    // no digits are lost.
    if (distances === 2 && isLinkedToMost[item] === 1) {
      toAll += value;
      value = -value;
      flip = -1;
    }
    for (let word = 0; word < width; word += 1) {
      let rest = ((rows[item * width + word] as number) ^ flip) & (level[word] as number);
      for (; rest !== 0; rest &= rest - 1) {
        const before = word * 32 + 31 - Math.clz32(rest & -rest);
        shares[before] = (shares[before] as number) + value;
      }
    }
  }
  for (let place = first; place < start; place += 1) {
    const item = reached[place] as number;
    shares[item] = (paths[item] as number) * ((shares[item] as number) + toAll);
  }
}

function markLevel({ level, reached }: Search, start: number, end: number): void {
  level.fill(0);
  for (let place = start; place < end; place += 1) mark(level, 0, reached[place] as number);
}

function mark(bits: Int32Array, row: number, item: number): void {
  bits[row + (item >>> 5)] = (bits[row + (item >>> 5)] as number) | (1 << (item & 31));
}
