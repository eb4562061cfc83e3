import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPairs } from '../../../src/analysis/co-occurrence/count-pairs.ts';
import { COUNTINGS, type Counting } from '../../../src/analysis/co-occurrence/pairs.ts';
import { incidenceOf } from '../../../src/analysis/co-occurrence/incidence.ts';
import { strengthsOf, type LinkMeasure } from '../../../src/analysis/co-occurrence/link-measures.ts';
import { everyPaper } from '../../../src/analysis/paper-set.ts';
import type { PaperFilter } from '../../../src/analysis/paper-filter.ts';
import { dayOf, type PaperFacts } from '../../../src/analysis/projection.ts';
import { countNetwork } from '../../support/count-network.ts';
import { projectionOf as projectionOfFacts } from '../../support/projection-facts.ts';
import { projectionOf, somePapers } from '../../support/random-graph.ts';

describe('the network of the documents AB, ABC, AC, BCD, D, ABD', () => {
  const documents = ['AB', 'ABC', 'AC', 'BCD', 'D', 'ABD'];
  const papers = documents.map((letters, index) => ({
    id: `p${index}`,
    topics: Array.from(letters),
    topicScores: Array.from(letters, () => 1),
  }));
  const { keys, network } = countNetwork(projectionOfFacts(papers));
  const valueOf = (measure: LinkMeasure, [a, b]: [string, string]) =>
    strengthsOf(network, measure)[
      network.sources.findIndex(
        (source, link) => keys[source] === a && keys[network.targets[link] ?? 0] === b,
      )
    ];

  it('has A, B, C and D, in order of how many papers have each, and five links', () => {
    expect(keys).toEqual(['A', 'B', 'C', 'D']);
    expect([...network.occurrences]).toEqual([4, 4, 3, 3]);
    expect(network.paperCount).toBe(6);
    expect([...network.sources]).toEqual([0, 0, 0, 1, 1, 2]);
    expect([...network.targets]).toEqual([1, 2, 3, 2, 3, 3]);
    expect([...network.counts]).toEqual([3, 2, 1, 2, 2, 1]);
  });

  it.each<[LinkMeasure, number]>([
    ['COUNT', 3],
    ['ASSOCIATION_STRENGTH', 0.1875],
    // 2·11·3 / (6·7): A has 3 + 2 + 1 with others, B 3 + 2 + 2, and all links have 11.
    ['OBSERVED_TO_EXPECTED', 66 / 42],
    ['COSINE', 0.75],
    ['EQUIVALENCE', 0.5625],
    ['JACCARD', 0.6],
    ['INCLUSION', 0.75],
    ['PMI', Math.log2(18 / 16)],
    ['NPMI', Math.log2(18 / 16) / Math.log2(2)],
    // The cells 3, 1, 1, 1 where chance gives 8/3, 4/3, 4/3, 2/3.
    ['LOG_LIKELIHOOD', 2 * (3 * Math.log(9 / 8) + 2 * Math.log(3 / 4) + Math.log(3 / 2))],
  ])('has %s of %d between A and B', (measure, expected) => {
    expect(valueOf(measure, ['A', 'B'])).toBeCloseTo(expected, 12);
  });

  it('has the normalised pointwise mutual information of the literature', () => {
    expect(valueOf('NPMI', ['A', 'B'])).toBeCloseTo(0.1699, 4);
    expect(valueOf('NPMI', ['A', 'D'])).toBeCloseTo(-0.3869, 4);
  });

  it('counts 1/(n − 1) for each pair of a paper with n topics in fractional counting', () => {
    const fractional = countNetwork(projectionOfFacts(papers), { counting: 'FRACTIONAL' }).network;
    expect([...fractional.counts]).toEqual([2, 1.5, 0.5, 1, 1, 0.5]);
    expect([...fractional.papers]).toEqual([3, 2, 1, 2, 2, 1]);
  });
});

/** What a network of papers should be, counted in the plainest way. */
function plainNetwork(
  papers: readonly PaperFacts[],
  { kind, among, top, minCount, minLinkStrength, counting }: Asked,
) {
  const of = (paper: PaperFacts) => (kind === 'TOPIC' ? paper.topics : paper.orgs);
  const having = (...keys: string[]) =>
    papers.filter((paper) => keys.every((key) => of(paper).includes(key)));
  const all = [...new Set(papers.flatMap(of))];
  const items = all
    .filter((key) => (among === null || among.includes(key)) && having(key).length >= minCount)
    .sort((a, b) => having(b).length - having(a).length || (a < b ? -1 : 1))
    .slice(0, top);
  const links = items.flatMap((a, place) =>
    items.slice(place + 1).map((b) => {
      const both = having(a, b);
      const share = (paper: PaperFacts) => (counting === 'FULL' ? 1 : 1 / (of(paper).length - 1));
      return { a, b, papers: both.length, count: both.reduce((sum, paper) => sum + share(paper), 0) };
    }),
  );
  return {
    items: items.map((key) => {
      const days = having(key).flatMap(({ publishedOn }) =>
        publishedOn === null ? [] : [dayOf(publishedOn)],
      );
      const meanDay = days.reduce((sum, day) => sum + day, 0) / days.length;
      return { key, occurrences: having(key).length, meanDay };
    }),
    links: links.filter(({ papers: both, count }) => both > 0 && count >= minLinkStrength - 1e-9),
  };
}

type Asked = {
  kind: 'TOPIC' | 'ORG';
  among: string[] | null;
  top: number;
  minCount: number;
  minLinkStrength: number;
  counting: Counting;
};

const someQuestion = fc.record<Asked>({
  kind: fc.constantFrom('TOPIC', 'ORG'),
  among: fc.option(fc.subarray(['t0', 't1', 't2', 't4', 'o0', 'o1', 'o3']), { freq: 3 }),
  top: fc.integer({ min: 1, max: 8 }),
  minCount: fc.integer({ min: 1, max: 4 }),
  minLinkStrength: fc.constantFrom(0, 0.4, 0.9, 1, 1.8, 3),
  counting: fc.constantFrom(...COUNTINGS),
});

const someCondition: fc.Arbitrary<{ filter: PaperFilter; passes: (paper: PaperFacts) => boolean }> = fc.oneof(
  fc.constant({ filter: { all: [] }, passes: () => true }),
  fc.constantFrom('2024-01-05', '2024-01-15').map((since) => ({
    filter: { since },
    passes: ({ publishedOn }: PaperFacts) => publishedOn !== null && publishedOn >= since,
  })),
  fc.constantFrom('2024-01-12', '2024-01-25').map((until) => ({
    filter: { until },
    passes: ({ publishedOn }: PaperFacts) => publishedOn !== null && publishedOn <= until,
  })),
  fc.constantFrom('o0', 'o1', 'none').map((org) => ({
    filter: { org },
    passes: ({ orgs }: PaperFacts) => orgs.includes(org),
  })),
  fc.constant({
    filter: { not: { topic: 't1' } },
    passes: ({ topics }: PaperFacts) => !topics.includes('t1'),
  }),
);

describe('the network of any papers', () => {
  it('has the items, links and counts that plain counting finds, in order', () => {
    fc.assert(
      fc.property(somePapers, someCondition, someQuestion, (papers, { filter, passes }, asked) => {
        const projection = projectionOf(papers);
        const { numberOf } = projection.nodes[asked.kind];
        const among =
          asked.among === null
            ? null
            : Uint32Array.from(asked.among.flatMap((key) => numberOf.get(key) ?? []));
        const { keys, network } = countNetwork(projection, { ...asked, filter, among });
        const passing = papers.filter(passes);
        const expected = plainNetwork(passing, asked);

        expect(network.paperCount).toBe(passing.length);
        expect(keys).toEqual(expected.items.map(({ key }) => key));
        expect([...network.occurrences]).toEqual(expected.items.map(({ occurrences }) => occurrences));
        expect([...network.meanDays]).toEqual(expected.items.map(({ meanDay }) => meanDay));
        const links = Array.from(network.sources, (source, link) => ({
          a: keys[source],
          b: keys[network.targets[link] ?? -1],
          papers: network.papers[link],
        }));
        expect(links).toEqual(expected.links.map(({ a, b, papers: both }) => ({ a, b, papers: both })));
        for (const [link, { count }] of expected.links.entries()) {
          expect(network.counts[link]).toBeCloseTo(count, 12);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same to the last digit in whatever order the papers were read', () => {
    fc.assert(
      fc.property(somePapers, fc.constantFrom(...COUNTINGS), (papers, counting) => {
        const other = countNetwork(projectionOf(papers.toReversed()), { counting });
        expect(countNetwork(projectionOf(papers), { counting })).toEqual(other);
      }),
    );
  });

  it('has the same pairs where there are thousands of items, most of which no paper has', () => {
    fc.assert(
      fc.property(somePapers, fc.constantFrom(...COUNTINGS), (papers, counting) => {
        const projection = projectionOf(papers);
        const chosen = projection.nodes.TOPIC.keys.map((_, node) => node);
        const incidence = incidenceOf(projection, 'TOPIC', everyPaper(projection), chosen);
        // Every item between two of those is one without papers.
        const spread = { ...incidence, itemCount: 5000, items: incidence.items.map((item) => item * 700) };
        const found = countPairs(spread, counting);
        const expected = countPairs(incidence, counting);
        expect(found).toEqual({
          ...expected,
          sources: expected.sources.map((item) => item * 700),
          targets: expected.targets.map((item) => item * 700),
        });
      }),
    );
  });
});
