import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLikelihoodOf, pValueOf } from '../../../src/analysis/co-occurrence/significance.ts';

type Case = [papers: number, a: number, b: number, paperCount: number, pValue: number, logLikelihood: number];

const golden = JSON.parse(
  readFileSync(new URL('../../golden/significance.json', import.meta.url), 'utf8'),
) as Case[];

/** Tables of few papers. */
const someTable = fc
  .integer({ min: 1, max: 60 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('the significance of two things occurring together', () => {
  it('has the p-values of SciPy, tiny ones and those of large tables too', () => {
    expect(golden.length).toBeGreaterThan(60);
    for (const [papers, a, b, paperCount, expected] of golden) {
      const found = pValueOf(papers, [a, b], paperCount);
      // Numbers below that have no longer all their digits.
      if (expected < 1e-307) expect(found).toBeLessThan(1e-306);
      else expect(Math.abs(found / expected - 1)).toBeLessThan(1e-9);
    }
  });

  it("has SciPy's G², negative where the two occur together less often than by chance", () => {
    for (const [papers, a, b, paperCount, , expected] of golden) {
      const found = logLikelihoodOf(papers, [a, b], paperCount);
      expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
    }
    expect(logLikelihoodOf(0, [500, 700], 100_000)).toBeLessThan(-7);
  });

  it('is a probability that is 1 where it can not be otherwise, falls with each paper, and is the same both ways', () => {
    fc.assert(
      fc.property(someTable, ([a, b, paperCount]) => {
        const [least, most] = [Math.max(0, a + b - paperCount), Math.min(a, b)];
        expect(pValueOf(least, [a, b], paperCount)).toBe(1);
        expect(pValueOf(most + 1, [a, b], paperCount)).toBe(0);
        let before = 1;
        for (let papers = least + 1; papers <= most; papers += 1) {
          const found = pValueOf(papers, [a, b], paperCount);
          expect(found).toBeGreaterThan(0);
          // Close to 1 a double tells no difference.
          if (before < 1 - 1e-12) expect(found).toBeLessThan(before);
          else expect(found).toBeLessThanOrEqual(before);
          expect(pValueOf(papers, [b, a], paperCount) / found).toBeCloseTo(1, 12);
          before = found;
        }
      }),
    );
  });

  it('counts the draws of few papers one by one', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 12 })
          .chain((n) => fc.tuple(fc.nat(n), fc.nat(n), fc.nat(n), fc.constant(n))),
        ([papers, a, b, paperCount]) => {
          let [draws, having] = [0, 0];
          for (let drawn = 0; drawn < 2 ** paperCount; drawn += 1) {
            const bits = Array.from(drawn.toString(2)).toReversed();
            if (bits.filter((bit) => bit === '1').length !== b) continue;
            draws += 1;
            if (bits.slice(0, a).filter((bit) => bit === '1').length >= papers) having += 1;
          }
          expect(pValueOf(papers, [a, b], paperCount)).toBeCloseTo(having / draws, 12);
        },
      ),
      { numRuns: 30 },
    );
  });
});
