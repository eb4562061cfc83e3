import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, type Layout } from '../../../src/analysis/co-occurrence/layout.ts';
import { networkOfLinks, plantedParts, type LinkedItems } from '../../support/networks.ts';

const drawn = (links: LinkedItems, seed = 0) => {
  return layOut(networkOfLinks(links).network, seed);
};

const distance = ({ x, y }: Layout, a: number, b: number) =>
  Math.hypot((x[a] ?? NaN) - (x[b] ?? NaN), (y[a] ?? NaN) - (y[b] ?? NaN));

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean distance of items of one part, and of items of different ones. */
function distances(layout: Layout, partOf: (item: number) => number): { inside: number; between: number } {
  const [inside, between]: [number[], number[]] = [[], []];
  for (let a = 0; a < layout.x.length; a += 1) {
    for (let b = a + 1; b < layout.x.length; b += 1) {
      (partOf(a) === partOf(b) ? inside : between).push(distance(layout, a, b));
    }
  }
  return { inside: mean(inside), between: mean(between) };
}

/** Any network of some items, linked or not. */
const anyNetwork = fc
  .record({
    itemCount: fc.integer({ min: 1, max: 9 }),
    bits: fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 36 }),
  })
  .map(({ itemCount, bits }) => {
    const pairs = Array.from({ length: itemCount }, (_, target) =>
      Array.from({ length: target }, (_, source) => ({ source, target })),
    ).flat();
    return {
      itemCount,
      sources: pairs.map(({ source }) => source),
      targets: pairs.map(({ target }) => target),
      strengths: pairs.map((_, pair) => bits[pair] ?? 0),
    };
  });

describe('a layout', () => {
  it('draws what is linked more nearer than what is linked less', () => {
    const { inside, between } = distances(drawn(plantedParts({ parts: 4, size: 15 })), (item) => item % 4);
    expect(inside).toBeLessThan(between / 2);
  });

  it('is the same for the same seed', () => {
    const links = plantedParts({ parts: 3, size: 8 });
    expect(drawn(links, 7)).toEqual(drawn(links, 7));
    expect(drawn(links, 7)).not.toEqual(drawn(links, 8));
  });

  it('does not depend on the scale of strengths', () => {
    const links = plantedParts({ parts: 3, size: 8 });
    const scaled = { ...links, strengths: links.strengths.map((strength) => strength / 1024) };
    expect(drawn(scaled)).toEqual(drawn(links));
  });

  it('lies around 0 from −1 to 1, no two items on one point', () => {
    fc.assert(
      fc.property(anyNetwork, fc.integer(), (links, seed) => {
        const layout = drawn(links, seed);
        for (const values of [layout.x, layout.y]) {
          expect(values.length).toBe(links.itemCount);
          expect(values.every((value) => Number.isFinite(value) && Math.abs(value) <= 1)).toBe(true);
          expect(mean(Array.from(values))).toBeCloseTo(0, 9);
        }
        for (let a = 0; a < links.itemCount; a += 1) {
          for (let b = 0; b < a; b += 1) expect(distance(layout, a, b)).toBeGreaterThan(1e-6);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps components that nothing links in view, apart from each other', () => {
    const { itemCount, sources, targets, strengths } = plantedParts({ parts: 2, size: 20 });
    const isInside = (_: number, link: number) => (sources[link] ?? 0) % 2 === (targets[link] ?? 0) % 2;
    const parts = {
      itemCount: itemCount + 3,
      sources: sources.filter(isInside),
      targets: targets.filter(isInside),
      strengths: strengths.filter(isInside),
    };
    const layout = drawn(parts);
    const linkedOnly = { x: layout.x.slice(0, itemCount), y: layout.y.slice(0, itemCount) };
    const { inside, between } = distances(linkedOnly, (item) => item % 2);
    expect(inside).toBeLessThan(between);
    expect(inside).toBeGreaterThan(between / 5);
  });

  it('has place for none, one and two items', () => {
    const none = { sources: [], targets: [], strengths: [] };
    expect(drawn({ itemCount: 0, ...none })).toEqual({ x: new Float64Array(), y: new Float64Array() });
    expect(drawn({ itemCount: 1, ...none })).toEqual({ x: Float64Array.of(0), y: Float64Array.of(0) });
    expect(drawn({ itemCount: 2, ...none })).toEqual({ x: Float64Array.of(-1, 1), y: Float64Array.of(0, 0) });
  });
});
