import type { Network } from './network.ts';

/** The quadrants of Callon's strategic diagram. */
export const QUADRANTS = ['MOTOR', 'BASIC', 'NICHE', 'EMERGING'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** A cluster as a theme. */
export type Theme = {
  /** Its items, those of most papers first, then in order. The first one names it. */
  items: Uint32Array;
  centrality: number;
  density: number;
  quadrant: Quadrant;
};

/** The themes of a network's clusters, by number of the cluster. */
export function themesOf(network: Network, _clusters: Uint32Array): Theme[] {
  throw new TypeError(`not there yet: themes of ${network.itemCount} items`);
}
