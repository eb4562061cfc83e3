import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { betweennessOf } from '../../../src/analysis/co-occurrence/betweenness.ts';
import { modularityOf } from '../../../src/analysis/co-occurrence/clustering.ts';
import { COUNTINGS, type Counting } from '../../../src/analysis/co-occurrence/pairs.ts';
import {
  countsOfLink,
  LINK_MEASURES,
  strengthsOf,
  type LinkMeasure,
} from '../../../src/analysis/co-occurrence/link-measures.ts';
import { pageRanksOf } from '../../../src/analysis/co-occurrence/node-measures.ts';
import { pValueOf } from '../../../src/analysis/co-occurrence/significance.ts';
import { countNetwork } from '../../support/count-network.ts';
import { hfDailySkipped, readHfKeywords } from '../../support/hf-keywords.ts';
import { projectionOf } from '../../support/projection-facts.ts';

type Measures = Record<LinkMeasure | 'papers' | 'pValue', number>;
type GoldenNetwork = {
  totalCount: number;
  weightedDegrees: number[];
  pageRanks: number[];
  betweenness: number[];
  links: (Measures & { source: number; target: number })[];
  sums: Measures;
};
type Golden = Record<Counting, GoldenNetwork> & {
  paperCount: number;
  linkCount: number;
  items: string[];
  occurrences: number[];
  partition: { clusters: number[]; modularity: number; modularityAtTwo: number };
};

const golden = JSON.parse(
  readFileSync(new URL('../../golden/co_occurrence.json', import.meta.url), 'utf8'),
) as Golden;
const title = `the network of keywords of hf-daily${hfDailySkipped === null ? '' : ` (skipped: ${hfDailySkipped})`}`;

/** Not farther from what is expected than 1e-9 of it, or than 1e-9 where it is smaller than 1. */
function expectNear(found: number | undefined, expected: number): void {
  expect(Math.abs((found ?? NaN) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

describe.skipIf(hfDailySkipped)(title, () => {
  const projection = projectionOf(hfDailySkipped === null ? readHfKeywords() : []);

  describe.each(COUNTINGS)('in %s counting', (counting) => {
    const { keys, network } = countNetwork(projection, { top: 100, minCount: 2, counting });
    const expected = golden[counting];
    const linkOf = new Map(
      Array.from(network.sources, (source, link) => [`${source} ${network.targets[link]}`, link]),
    );

    it('has the items and occurrences that pandas counts', () => {
      expect(network.paperCount).toBe(golden.paperCount);
      expect(keys).toEqual(golden.items);
      expect([...network.occurrences]).toEqual(golden.occurrences);
      expect(network.sources).toHaveLength(golden.linkCount);
    });

    it.each(LINK_MEASURES)('has %s of all links as NetworkX, pandas and SciPy', (measure) => {
      const strengths = strengthsOf(network, measure);
      expect(expected.links.length).toBeGreaterThan(50);
      for (const { source, target, [measure]: value } of expected.links) {
        expectNear(strengths[linkOf.get(`${source} ${target}`) ?? -1], value);
      }
      expectNear(
        strengths.reduce((sum, strength) => sum + strength, 0),
        expected.sums[measure],
      );
    });

    it('has the p-values of SciPy', () => {
      const pValues = Array.from(network.sources, (_, link) => {
        const { papers, occurrences, paperCount } = countsOfLink(network, link);
        return pValueOf(papers, occurrences, paperCount);
      });
      for (const { source, target, pValue } of expected.links) {
        // Small ones are compared by their digits.
        expect((pValues[linkOf.get(`${source} ${target}`) ?? -1] ?? NaN) / pValue).toBeCloseTo(1, 9);
      }
      expectNear(
        pValues.reduce((sum, pValue) => sum + pValue, 0),
        expected.sums.pValue,
      );
    });

    it('has the weighted degrees, PageRank and betweenness of NetworkX', () => {
      expectNear(network.totalCount, expected.totalCount);
      const found = [network.weightedDegrees, pageRanksOf(network), betweennessOf(network)];
      const wanted = [expected.weightedDegrees, expected.pageRanks, expected.betweenness];
      for (const [index, values] of wanted.entries()) {
        for (const [item, value] of values.entries()) expectNear(found[index]?.[item], value);
      }
    });
  });

  it('has the modularity of NetworkX for a partition', () => {
    const { network } = countNetwork(projection, { top: 100, minCount: 2 });
    const strengths = strengthsOf(network, 'ASSOCIATION_STRENGTH');
    const { clusters, modularity, modularityAtTwo } = golden.partition;
    expectNear(modularityOf(network, strengths, Uint32Array.from(clusters), 1), modularity);
    expectNear(modularityOf(network, strengths, Uint32Array.from(clusters), 2), modularityAtTwo);
  });

  const days = ['2025-05-01', '2025-10-01', '2026-04-12'];
  it.each([
    ...days.map((since) => ({ since })),
    ...days.map((until) => ({ until })),
    { since: '2025-01-01', until: '2026-04-01' },
    { org: 'nvidia' },
    { org: 'nvidia', since: '2025-01-01' },
  ])('of papers that pass %j is that of a graph with these papers only', (conditions) => {
    const asked: { since?: string; until?: string; org?: string } = conditions;
    const papers = readHfKeywords();
    const passing = papers.filter(
      ({ publishedOn, orgs = [] }) =>
        (asked.since === undefined || (publishedOn ?? '') >= asked.since) &&
        (asked.until === undefined || (publishedOn ?? '9') <= asked.until) &&
        (asked.org === undefined || orgs.includes(asked.org)),
    );
    // In another order, so that all numbers of nodes are others.
    const alone = projectionOf(passing.toReversed());
    const filter = {
      all: Object.entries(asked).map(([name, value]) => ({ [name]: value }) as { org: string }),
    };
    expect(passing.length).toBeLessThan(papers.length);
    for (const counting of COUNTINGS) {
      const found = countNetwork(projection, { filter, counting, top: 300 });
      expect(found).toEqual(countNetwork(alone, { counting, top: 300 }));
      expect(found.network.paperCount).toBe(passing.length);
      expect(found.network.sources.length).toBeGreaterThan(10);
    }
  });
});
