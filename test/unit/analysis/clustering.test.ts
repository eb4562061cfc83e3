import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLUSTERING_METHODS,
  clusterNetwork,
  modularityOf,
} from '../../../src/analysis/co-occurrence/clustering.ts';
import { networkOfLinks, plantedParts, type LinkedItems } from '../../support/networks.ts';

type Golden = LinkedItems & {
  name: string;
  given: number[];
  resolutions: { resolution: number; ofGiven: number; best: number; bestOfLouvain: number }[];
};

const GOLDEN = JSON.parse(
  readFileSync(new URL('../../golden/clusters.json', import.meta.url), 'utf8'),
) as Golden[];

/** Any network of few items, with links of negative strength and none among them. */
const anyNetwork = fc
  .integer({ min: 1, max: 14 })
  .chain((itemCount) =>
    fc
      .uniqueArray(
        fc.record({
          source: fc.nat(itemCount - 1),
          target: fc.nat(itemCount - 1),
          strength: fc.oneof(fc.double({ min: -1, max: 2, noNaN: true }), fc.integer({ min: -2, max: 5 })),
        }),
        { selector: ({ source, target }) => `${source} ${target}`, maxLength: 60 },
      )
      .map((links) => ({ itemCount, links: links.filter(({ source, target }) => source < target) })),
  )
  .map(({ itemCount, links }) => ({
    itemCount,
    sources: links.map(({ source }) => source),
    targets: links.map(({ target }) => target),
    strengths: links.map(({ strength }) => strength),
  }));

const anyOptions = fc.record({
  method: fc.constantFrom(...CLUSTERING_METHODS),
  resolution: fc.double({ min: 0.1, max: 5, noNaN: true }),
  seed: fc.integer(),
});

describe('clusters of a network', () => {
  describe.each(GOLDEN)('$name', ({ resolutions, given, ...links }) => {
    const { network, strengths } = networkOfLinks(links);

    it.each(resolutions)(
      'have a modularity at resolution $resolution as NetworkX computes it',
      ({ resolution, ofGiven }) => {
        expect(modularityOf(network, strengths, Uint32Array.from(given), resolution)).toBeCloseTo(
          ofGiven,
          12,
        );
      },
    );

    it.each(resolutions)(
      'are at resolution $resolution as good as the best that leidenalg and NetworkX find',
      ({ resolution, best, bestOfLouvain }) => {
        const qualities = [0, 1, 2, 3, 4, 5, 6, 7].map((seed) => {
          const clusters = clusterNetwork(network, strengths, { method: 'LEIDEN', resolution, seed });
          return modularityOf(network, strengths, clusters, resolution);
        });
        expect(Math.max(...qualities)).toBeGreaterThanOrEqual(best - 1e-9);
        expect(Math.max(...qualities)).toBeGreaterThanOrEqual(bestOfLouvain - 1e-9);
      },
    );
  });

  it.each(CLUSTERING_METHODS)('are those that were planted, by %s', (method) => {
    const { network, strengths } = networkOfLinks(plantedParts({ parts: 4, size: 15 }));
    const clusters = clusterNetwork(network, strengths, { method, resolution: 1, seed: 5 });
    expect(Array.from(clusters)).toEqual(Array.from({ length: 60 }, (_, item) => item % 4));
  });

  it('are connected, and of no items that only links without strength connect', () => {
    fc.assert(
      fc.property(anyNetwork, anyOptions, (links, options) => {
        const { network, strengths } = networkOfLinks(links);
        const clusters = Array.from(clusterNetwork(network, strengths, options));
        for (const cluster of new Set(clusters)) {
          const members = clusters.flatMap((own, item) => (own === cluster ? [item] : []));
          expect(reachable(links, new Set(members))).toEqual(members);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are numbered by size, and those of one size by the item that comes first', () => {
    fc.assert(
      fc.property(anyNetwork, anyOptions, (links, options) => {
        const { network, strengths } = networkOfLinks(links);
        const clusters = Array.from(clusterNetwork(network, strengths, options));
        const places = [...new Set(clusters)]
          .sort((a, b) => a - b)
          .map((cluster) => ({
            size: clusters.filter((own) => own === cluster).length,
            first: clusters.indexOf(cluster),
          }));
        expect(places).toEqual(places.toSorted((a, b) => b.size - a.size || a.first - b.first));
        expect(Math.max(...clusters)).toBe(places.length - 1);
      }),
      { numRuns: 100 },
    );
  });

  it('are never worse than every item by itself and all items together', () => {
    fc.assert(
      fc.property(anyNetwork, anyOptions, (links, options) => {
        const { network, strengths } = networkOfLinks(links);
        const { resolution } = options;
        const qualityOf = (clusters: Uint32Array) => modularityOf(network, strengths, clusters, resolution);
        const quality = qualityOf(clusterNetwork(network, strengths, options));
        const apart = new Uint32Array(links.itemCount).map((_, item) => item);
        const together = new Uint32Array(links.itemCount);
        expect(quality).toBeGreaterThanOrEqual(qualityOf(apart) - 1e-9);
        if (options.method === 'LEIDEN') {
          expect(quality).toBeGreaterThanOrEqual(qualityOf(together) - 1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are the same for the same seed, whatever the order and the scale of the links', () => {
    fc.assert(
      fc.property(anyNetwork, anyOptions, (links, options) => {
        const cluster = (given: LinkedItems) => {
          const { network, strengths } = networkOfLinks(given);
          return clusterNetwork(network, strengths, options);
        };
        const turned = {
          itemCount: links.itemCount,
          sources: links.sources.toReversed(),
          targets: links.targets.toReversed(),
          strengths: links.strengths.toReversed().map((strength) => strength * 4),
        };
        expect(cluster(turned)).toEqual(cluster(links));
      }),
      { numRuns: 100 },
    );
  });

  it('are none of no items, and a modularity of 0 without links', () => {
    const { network, strengths } = networkOfLinks({ itemCount: 0, sources: [], targets: [], strengths: [] });
    const options = { method: 'LEIDEN', resolution: 1, seed: 0 } as const;
    expect(clusterNetwork(network, strengths, options)).toEqual(new Uint32Array());
    expect(modularityOf(network, strengths, new Uint32Array(), 1)).toBe(0);
  });
});

/** The items, in order, that can be reached from the first one over links of positive strength between them. */
function reachable({ sources, targets, strengths }: LinkedItems, among: ReadonlySet<number>): number[] {
  const [first] = among;
  const found = new Set(first === undefined ? [] : [first]);
  for (const item of found) {
    for (const [link, source] of sources.entries()) {
      const target = targets[link] ?? 0;
      if ((strengths[link] ?? 0) <= 0) continue;
      for (const [from, to] of [
        [source, target],
        [target, source],
      ] as const) {
        if (from === item && among.has(to)) found.add(to);
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}
