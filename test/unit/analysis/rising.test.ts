import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseItems } from '../../../src/analysis/co-occurrence/choose-items.ts';
import { incidenceOf } from '../../../src/analysis/co-occurrence/incidence.ts';
import { logLikelihoodOf, pValueOf } from '../../../src/analysis/co-occurrence/significance.ts';
import { matchingPapers } from '../../../src/analysis/matching-papers.ts';
import { findRises, oddsRatioOf, qValuesOf } from '../../../src/analysis/rising.ts';
import { findRisingPairs } from '../../../src/analysis/rising-pairs.ts';
import { projectionOf, somePapers } from '../../support/random-graph.ts';

describe('q-values', () => {
  it('are those of the false discovery rate procedure, as R and SciPy compute them', () => {
    // p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.8), "BH")
    const q = qValuesOf(Float64Array.of(0.01, 0.04, 0.03, 0.005, 0.8), [1, 1, 1, 1, 1]);
    [0.025, 0.05, 0.05, 0.025, 0.8].forEach((value, index) => expect(q[index]).toBeCloseTo(value, 12));
  });

  it('call exactly those tests significant that the step-up procedure does', () => {
    const p = fc.array(
      fc.integer({ min: 0, max: 1000 }).map((x) => x / 1000),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(p, fc.constantFrom(0.013, 0.0503, 0.211), (values, level) => {
        const sorted = values.toSorted((a, b) => a - b);
        const largest =
          sorted.findLast((value, index) => value <= ((index + 1) / values.length) * level) ?? -1;
        // Tests of the same p are given once, with how many they are.
        const distinct = [...new Set(values)];
        const times = distinct.map((value) => values.filter((other) => other === value).length);
        const q = qValuesOf(Float64Array.from(distinct), times);
        expect([...q].map((value) => value <= level)).toEqual(distinct.map((value) => value <= largest));
      }),
    );
  });
});

describe('rises', () => {
  it('are what has a larger share in the window, the most significant first', () => {
    const counts = Uint32Array.of(10, 10, 2, 30, 4);
    const countsBefore = Uint32Array.of(2, 40, 0, 3, 8);
    const papers = { papers: 50, papersBefore: 100 };
    const rises = findRises(counts, countsBefore, papers, { minCount: 3, first: 10 });
    // The second falls, the third is too rare, and the fifth keeps its share.
    expect([...rises.places]).toEqual([3, 0]);
    expect(rises.tested).toBe(4);
    expect([...rises.counts]).toEqual([30, 10]);
    expect([...rises.countsBefore]).toEqual([3, 2]);
    expect(rises.logLikelihoods[1]).toBe(logLikelihoodOf(10, [12, 50], 150));
    expect(rises.pValues[1]).toBe(pValueOf(10, [12, 50], 150));
    expect(rises.qValues[1]).toBeCloseTo((pValueOf(10, [12, 50], 150) * 4) / 2, 15);
    expect([...findRises(counts, countsBefore, papers, { minCount: 3, first: 1 }).places]).toEqual([3]);
  });

  it('come by count and then by place where they are equally significant', () => {
    const rises = findRises(
      Uint32Array.of(4, 4, 4),
      Uint32Array.of(0, 0, 0),
      { papers: 9, papersBefore: 9 },
      {
        minCount: 1,
        first: 3,
      },
    );
    expect([...rises.places]).toEqual([0, 1, 2]);
  });

  it('have odds that are finite even where nothing was there before', () => {
    const odds = oddsRatioOf({ count: 4, countBefore: 0 }, { papers: 4, papersBefore: 10 });
    expect(odds).toBeCloseTo(4.5 / 0.5 / (0.5 / 10.5), 12);
  });
});

describe('rising pairs', () => {
  it('are those that counting every two topics of every paper finds', () => {
    fc.assert(
      fc.property(somePapers, fc.integer({ min: 1, max: 2 }), (papers, minCount) => {
        const projection = projectionOf(papers);
        const since = '2024-01-15';
        const inWindow = matchingPapers(projection, { since });
        const earlier = matchingPapers(projection, { until: '2024-01-14' });
        const chosen = chooseItems(projection, 'TOPIC', inWindow, { top: Infinity, minCount, among: null });
        const { keys } = projection.nodes.TOPIC;
        const items = chosen.toSorted((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1));
        const rises = findRisingPairs({
          window: incidenceOf(projection, 'TOPIC', inWindow, items),
          before: incidenceOf(projection, 'TOPIC', earlier, items),
          minCount,
          first: 100,
        });
        const nameOf = (item: number | undefined) => keys[items[item ?? 0] ?? 0] ?? '';
        const found = [...rises.sources].map((source, index) => [
          nameOf(source),
          nameOf(rises.targets[index]),
          rises.counts[index],
          rises.countsBefore[index],
        ]);

        const dated = papers.filter(({ publishedOn }) => publishedOn !== null);
        const [late, early] = [
          dated.filter(({ publishedOn }) => (publishedOn ?? '') >= since),
          dated.filter(({ publishedOn }) => (publishedOn ?? '') < since),
        ];
        const topics = [...new Set(papers.flatMap((paper) => paper.topics))].sort();
        const pairs = topics.flatMap((a, index) => topics.slice(index + 1).map((b) => [a, b] as const));
        const count = (among: typeof papers, [a, b]: readonly [string, string]) =>
          among.filter((paper) => paper.topics.includes(a) && paper.topics.includes(b)).length;
        const tested = pairs.filter((pair) => count(late, pair) >= minCount);
        const expected = tested
          .map((pair) => ({ pair, now: count(late, pair), past: count(early, pair) }))
          .filter(({ now, past }) => now * early.length > past * late.length)
          .map(({ pair, now, past }) => ({
            row: [...pair, now, past],
            g: logLikelihoodOf(now, [now + past, late.length], dated.length),
            now,
          }))
          .sort((a, b) => b.g - a.g || b.now - a.now);
        expect(rises.tested).toBe(tested.length);
        expect(found).toEqual(expected.map(({ row }) => row));
      }),
    );
  });
});
