import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBursts, type Burst } from '../../../src/analysis/bursts.ts';

const OPTIONS = { s: 2, gamma: 1 };

/** −ln of the binomial probability of r of d, factor by factor. */
function costOf(r: number, d: number, p: number): number {
  let cost = 0;
  for (let k = 1; k <= r; k += 1) cost -= Math.log((d - r + k) / k);
  if (r > 0) cost -= r * Math.log(p);
  if (d > r) cost -= (d - r) * Math.log(1 - p);
  return cost;
}

/** The cost of every path of states, and the cheapest of them, by trying them all. */
function bruteForce(r: number[], d: number[], { s, gamma }: typeof OPTIONS) {
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const p0 = sum(r) / sum(d);
  const p = [p0, Math.min(s * p0, 0.99999)] as const;
  const n = r.length;
  const costs = r.map((count, t) => p.map((share) => costOf(count, d[t] ?? 0, share)));
  const costOfPath = (states: number[]) =>
    sum(
      states.map((state, t) => {
        const climbs = state === 1 && (states[t - 1] ?? 0) === 0;
        return (costs[t]?.[state] ?? 0) + (climbs ? gamma * Math.log(n) : 0);
      }),
    );
  const paths = Array.from({ length: 2 ** n }, (_, path) =>
    Array.from({ length: n }, (_, t) => (path >> t) & 1),
  );
  const all = paths.map((states) => ({ states, cost: costOfPath(states) })).sort((a, b) => a.cost - b.cost);
  return { best: all[0], second: all[1], costOfPath, costs };
}

const statesOf = (bursts: Burst[], n: number) =>
  Array.from({ length: n }, (_, t) => Number(bursts.some(({ from, to }) => t >= from && t <= to)));

describe('bursts', () => {
  const r = [1, 1, 2, 1, 9, 12, 10, 2, 1, 1];
  const d = r.map(() => 50);

  it('are the cheapest of all 1,024 paths of states, with the weight that is known', () => {
    const bursts = findBursts(Uint32Array.from(r), Uint32Array.from(d), OPTIONS);
    expect(statesOf(bursts, 10).join('')).toBe('0000111000');
    expect(statesOf(bursts, 10)).toEqual(bruteForce(r, d, OPTIONS).best?.states);
    expect(bursts).toHaveLength(1);
    expect(bursts[0]?.weight).toBeCloseTo(10.6619, 4);
  });

  it('are those of a cheapest path, whatever the counts, s and γ', () => {
    const batch = fc
      .integer({ min: 0, max: 12 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(
        fc.array(batch, { minLength: 1, maxLength: 10 }),
        fc.constantFrom(1.1, 1.5, 2, 3, 50),
        fc.constantFrom(0, 0.1, 0.5, 1, 2),
        (batches, s, gamma) => {
          const [counts, totals] = [batches.map(([has]) => has), batches.map(([, of]) => of)];
          const bursts = findBursts(Uint32Array.from(counts), Uint32Array.from(totals), { s, gamma });
          const share = counts.reduce((a, b) => a + b, 0) / totals.reduce((a, b) => a + b, 0);
          if (!(share > 0 && share < 0.99999)) {
            expect(bursts).toEqual([]);
            return;
          }
          const { best, second, costOfPath, costs } = bruteForce(counts, totals, { s, gamma });
          const states = statesOf(bursts, counts.length);
          expect(costOfPath(states)).toBeCloseTo(best?.cost ?? NaN, 8);
          if ((second?.cost ?? 0) - (best?.cost ?? 0) > 1e-8) expect(states).toEqual(best?.states);
          for (const { from, to, weight } of bursts) {
            const spared = costs
              .slice(from, to + 1)
              .reduce((sum, [calm = 0, burst = 0]) => sum + calm - burst, 0);
            expect(weight).toBeCloseTo(spared, 8);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('end before batches without papers and begin behind them', () => {
    const bursts = findBursts(Uint32Array.of(0, 0, 9, 9, 0, 0), Uint32Array.of(90, 0, 10, 10, 0, 90), {
      s: 3,
      gamma: 0,
    });
    expect(bursts.map(({ from, to }) => [from, to])).toEqual([[2, 3]]);
  });

  it.each([
    ['nothing has it', [0, 0, 0], [5, 5, 5]],
    ['everything has it', [5, 5, 5], [5, 5, 5]],
    ['there is nothing', [], []],
    ['there is one batch', [3], [5]],
  ])('are none where %s', (_, counts, totals) => {
    expect(findBursts(Uint32Array.from(counts), Uint32Array.from(totals), OPTIONS)).toEqual([]);
  });
});
