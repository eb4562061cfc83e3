import { describe, expect, it } from 'vitest';
import { themesOf } from '../../../src/analysis/co-occurrence/themes.ts';
import { networkOfPapers } from '../../support/networks.ts';

describe('the themes of clusters', () => {
  it('have the centrality and density of Callon, and a place among the others', () => {
    const network = networkOfPapers(['AB', 'ABC', 'AC', 'BCD', 'D', 'ABD']);
    const [first, second, ...more] = themesOf(network, Uint32Array.of(0, 0, 1, 1));
    expect(more).toEqual([]);
    expect(first?.centrality).toBeCloseTo(10.8333, 4);
    expect(second?.centrality).toBeCloseTo(10.8333, 4);
    expect(first?.density).toBeCloseTo(28.125, 9);
    expect(second?.density).toBeCloseTo(5.5556, 4);
    expect([first?.quadrant, second?.quadrant]).toEqual(['MOTOR', 'BASIC']);
  });

  it('lists the items of most papers first', () => {
    const network = networkOfPapers(['ABC', 'BC', 'CD', 'CE', 'DE']);
    const [theme] = themesOf(network, new Uint32Array(5));
    expect(Array.from(theme?.items ?? [])).toEqual([2, 1, 3, 4, 0]);
  });

  it('stand in all four quadrants', () => {
    // A pair that is linked to others and often together; one that is so only to others, one that is only together; and
    // two that hardly are anything.
    const network = networkOfPapers('AB AB AC BC AC BD AD CD C D C D EF EF EF GH G H G H G H GA'.split(' '));
    const themes = themesOf(network, Uint32Array.of(0, 0, 1, 1, 2, 2, 3, 3));
    expect(themes.map(({ quadrant }) => quadrant)).toEqual(['MOTOR', 'BASIC', 'NICHE', 'EMERGING']);
  });

  it('are not central where nothing links them to others, whatever the others are', () => {
    const network = networkOfPapers('AB CD C EF E F'.split(' '));
    const themes = themesOf(network, Uint32Array.of(0, 0, 1, 1, 2, 2));
    expect(themes.map(({ centrality, quadrant }) => [centrality, quadrant])).toEqual([
      [0, 'NICHE'],
      [0, 'NICHE'],
      [0, 'EMERGING'],
    ]);
  });

  it('are none of no clusters', () => {
    const network = networkOfPapers(['A']);
    expect(themesOf({ ...network, itemCount: 0 }, new Uint32Array())).toEqual([]);
  });
});
