import type { Network } from './network.ts';

/** How a network is parted into clusters. */
export const CLUSTERING_METHODS = ['LEIDEN', 'LOUVAIN'] as const;
export type ClusteringOptions = {
  method: (typeof CLUSTERING_METHODS)[number];
  /** The resolution γ of the modularity: the higher, the more and the smaller the clusters. */
  resolution: number;
  /** A whole number; the same one gives the same clusters. */
  seed: number;
};

/**
 * The cluster of each item: 0 is the one of most items, ties the one of the item that comes first. Links of no or negative
 * strength don't count.
 */
export function clusterNetwork(
  network: Network,
  _strengths: Float64Array,
  _options: ClusteringOptions,
): Uint32Array {
  throw new TypeError(`not there yet: clusters of ${network.itemCount} items`);
}

/** The modularity of clusters. */
export function modularityOf(
  _network: Network,
  _strengths: Float64Array,
  _clusters: Uint32Array,
  _resolution: number,
): number {
  throw new TypeError('not there yet');
}
