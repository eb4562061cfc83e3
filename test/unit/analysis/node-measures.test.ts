import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweennessOf } from '../../../src/analysis/co-occurrence/betweenness.ts';
import { pageRanksOf } from '../../../src/analysis/co-occurrence/node-measures.ts';
import { networkOfLinks } from '../../support/networks.ts';

type Links = [source: number, target: number][];

/** Brandes's algorithm (2001) as it stands in the paper, with lists of neighbours. */
function plainBetweenness(itemCount: number, links: Links): number[] {
  const neighbours = Array.from({ length: itemCount }, (_, item) =>
    links.flatMap(([a, b]) => (a === item ? [b] : b === item ? [a] : [])),
  );
  const sums = Array.from({ length: itemCount }, () => 0);
  for (let source = 0; source < itemCount; source += 1) {
    const distance = new Map([[source, 0]]);
    const paths = Array.from({ length: itemCount }, () => 0);
    paths[source] = 1;
    const queue = [source];
    for (const item of queue) {
      for (const next of neighbours[item]!) {
        if (!distance.has(next)) {
          distance.set(next, distance.get(item)! + 1);
          queue.push(next);
        }
        if (distance.get(next) === distance.get(item)! + 1) paths[next]! += paths[item]!;
      }
    }
    const shares = Array.from({ length: itemCount }, () => 0);
    for (const item of queue.toReversed()) {
      for (const before of neighbours[item]!) {
        if (distance.get(before) !== distance.get(item)! - 1) continue;
        shares[before]! += (paths[before]! / paths[item]!) * (1 + shares[item]!);
      }
      if (item !== source) sums[item]! += shares[item]!;
    }
  }
  return sums.map((sum) => (itemCount > 2 ? sum / ((itemCount - 1) * (itemCount - 2)) : 0));
}

function networkOf(itemCount: number, links: Links, counts: readonly number[] = links.map(() => 1)) {
  return networkOfLinks({
    itemCount,
    sources: links.map(([source]) => source),
    targets: links.map(([, target]) => target),
    strengths: counts,
  }).network;
}

/** Graphs from without links to complete ones, with parts that nothing links and long paths. */
const someGraph = fc
  .record({
    itemCount: fc.integer({ min: 1, max: 75 }),
    density: fc.constantFrom(0, 0.01, 0.03, 0.1, 0.3, 0.6, 0.85, 0.97, 1),
    reach: fc.constantFrom(1, 2, 5, 100),
    seed: fc.integer({ min: 1, max: 1e6 }),
  })
  .map(({ itemCount, density, reach, seed }) => {
    let state = seed;
    const links: Links = [];
    for (let a = 0; a < itemCount; a += 1) {
      for (let b = a + 1; b < itemCount && b <= a + reach; b += 1) {
        state = (state * 48_271) % 2_147_483_647;
        if (state / 2_147_483_647 < (reach < 5 ? Math.max(density, 0.9) : density)) links.push([a, b]);
      }
    }
    return { itemCount, links };
  });

describe('the betweenness of items', () => {
  it('is what the plain algorithm finds, in any graph', () => {
    fc.assert(
      fc.property(someGraph, ({ itemCount, links }) => {
        const found = betweennessOf(networkOf(itemCount, links));
        for (const [item, expected] of plainBetweenness(itemCount, links).entries()) {
          expect(Math.abs((found[item] ?? NaN) - expected)).toBeLessThan(1e-12);
          // What no path leads through has none at all.
          if (expected === 0) expect(found[item]).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is 1 in the middle of a star, and 0 at its ends', () => {
    const links = Array.from({ length: 999 }, (_, item): [number, number] => [0, item + 1]);
    expect([...betweennessOf(networkOf(1000, links))]).toEqual([1, ...links.map(() => 0)]);
  });

  it('is that of the pairs on both sides along a path of 1,000', () => {
    const links = Array.from({ length: 999 }, (_, item): [number, number] => [item, item + 1]);
    const found = betweennessOf(networkOf(1000, links));
    for (const [item, value] of found.entries()) {
      expect(value).toBeCloseTo((item * (999 - item)) / ((999 * 998) / 2), 12);
    }
  });
});

describe('the PageRank of items', () => {
  it('solves its equation, and adds up to 1', () => {
    fc.assert(
      fc.property(someGraph, fc.integer({ min: 1, max: 9 }), ({ itemCount, links }, factor) => {
        const counts = links.map((_, link) => 1 + ((link * factor) % 7) / 2);
        const ranks = pageRanksOf(networkOf(itemCount, links, counts));
        const degrees = Array.from({ length: itemCount }, () => 0);
        for (const [link, ends] of links.entries()) for (const end of ends) degrees[end]! += counts[link]!;
        const stranded = ranks.reduce((sum, rank, item) => sum + (degrees[item] === 0 ? rank : 0), 0);
        const next = Array.from({ length: itemCount }, () => (0.15 + 0.85 * stranded) / itemCount);
        for (const [link, [a, b]] of links.entries()) {
          next[a]! += (0.85 * ranks[b]! * counts[link]!) / degrees[b]!;
          next[b]! += (0.85 * ranks[a]! * counts[link]!) / degrees[a]!;
        }
        for (const [item, rank] of ranks.entries()) expect(Math.abs(rank - next[item]!)).toBeLessThan(2e-12);
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});
