import { strengthsOf, type LinkMeasure } from './link-measures.ts';
import type { Network } from './network.ts';

/**
 * The strongest links of a network by a measure, by number: at most so many, the strongest first, equal ones in the order of
 * their items.
 */
export function strongestLinksOf(network: Network, measure: LinkMeasure, most: number): Uint32Array {
  const strengths = strengthsOf(network, measure);
  // Ordering bare numbers is much faster than ordering links, and tells which links need no place.
  const least = strengths.length > most ? (strengths.toSorted().at(-most) as number) : -Infinity;
  return Uint32Array.from(strengths.keys())
    .filter((link) => (strengths[link] as number) >= least)
    .sort((a, b) => (strengths[b] as number) - (strengths[a] as number) || a - b)
    .slice(0, most);
}
