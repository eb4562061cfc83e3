import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkThemes } from '../../../src/analysis/co-occurrence/evolution.ts';

/** A period: some keys, each in one of up to four themes. */
const anyPeriod = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...'abcdefghij'.split('')), fc.nat(3)), { selector: ([key]) => key })
  .map((placed) =>
    [0, 1, 2, 3]
      .map((theme) => placed.filter(([, own]) => own === theme).map(([key]) => key))
      .filter((keys) => keys.length > 0),
  );

describe('the links of themes of consecutive periods', () => {
  it('tell a theme that goes on, one that splits and one that joins another', () => {
    const earlier = [['a', 'b', 'c', 'd'], ['e', 'f'], ['g']];
    const later = [
      ['a', 'b', 'x'],
      ['d', 'c', 'e', 'f'],
    ];
    expect(linkThemes(earlier, later)).toEqual([
      { source: 1, target: 1, shared: ['e', 'f'], inclusion: 1, stability: 2 / 4 },
      { source: 0, target: 0, shared: ['a', 'b'], inclusion: 2 / 3, stability: 2 / 5 },
      { source: 0, target: 1, shared: ['c', 'd'], inclusion: 2 / 4, stability: 2 / 6 },
    ]);
  });

  it('are all pairs with something in common, with the indices that sets give', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (earlier, later) => {
        const expected = earlier.flatMap((a, source) =>
          later.flatMap((b, target) => {
            const shared = a.filter((key) => b.includes(key));
            const union = new Set([...a, ...b]).size;
            const inclusion = shared.length / Math.min(a.length, b.length);
            const link = { source, target, shared, inclusion, stability: shared.length / union };
            return shared.length === 0 ? [] : [link];
          }),
        );
        const links = linkThemes(earlier, later);
        expect(links).toHaveLength(expected.length);
        expect(links).toEqual(expect.arrayContaining(expected));
      }),
    );
  });

  it('are the other way round those of the same themes from the later period to the earlier one', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (earlier, later) => {
        const indices = (links: ReturnType<typeof linkThemes>) =>
          links.map(({ inclusion, stability }) => [inclusion, stability]).sort();
        expect(indices(linkThemes(later, earlier))).toEqual(indices(linkThemes(earlier, later)));
      }),
    );
  });
});
