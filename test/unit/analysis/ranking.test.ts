import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankingOf } from '../../../src/analysis/ranking.ts';

/** Items by value, the largest first, then by number. */
function rankingBy(values: readonly number[]) {
  return rankingOf(Uint32Array.from(values.keys()), {
    compare: (a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b,
    compareToKey: (item, [value, number]) => Number(value) - (values[item] ?? 0) || item - Number(number),
    keyOf: (item) => [values[item] ?? 0, item],
  });
}

const someValues = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 });

describe('a ranking', () => {
  it('gives every slice as ordering all items would', () => {
    fc.assert(
      fc.property(someValues, fc.nat(70), fc.nat(70), (values, start, end) => {
        const sorted = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
        expect(rankingBy(values).slice(start, end)).toEqual(sorted.slice(start, end));
      }),
    );
  });

  it('knows the place of each of its keys, and of one that is gone', () => {
    fc.assert(
      fc.property(someValues, (values) => {
        const ranking = rankingBy(values);
        for (const [place, item] of ranking.slice(0, values.length).entries()) {
          expect(ranking.placeOf(ranking.keyOf(item), 'before')).toBe(place);
          expect(ranking.placeOf(ranking.keyOf(item), 'behind')).toBe(place + 1);
        }
        const above = values.filter((value) => value > 4.5).length;
        expect(ranking.placeOf([4.5, 0], 'before')).toBe(above);
        expect(ranking.placeOf([4.5, 0], 'behind')).toBe(above);
      }),
    );
  });
});
