import { componentsOf } from './components.ts';
import { findByLeiden } from './leiden.ts';
import { findByLouvain } from './louvain.ts';
import { neighboursOf } from './neighbours.ts';
import type { Network } from './network.ts';

/** How a network is parted into clusters. */
export const CLUSTERING_METHODS = ['LEIDEN', 'LOUVAIN'] as const;
export type ClusteringOptions = {
  method: (typeof CLUSTERING_METHODS)[number];
  /** The resolution γ of the modularity: the higher, the more and the smaller the clusters. Above 0. */
  resolution: number;
  /** A whole number; the same one gives the same clusters. */
  seed: number;
};

const FIND = { LEIDEN: findByLeiden, LOUVAIN: findByLouvain };

/**
 * The cluster of each item: 0 is the one of most items, ties the one of the item that comes first. Links of no or negative
 * strength don't count; an item without others is a cluster of its own. All clusters are connected: Louvain can join what is
 * not linked (Traag, Waltman & van Eck 2019), and then each connected part is a cluster, which is of a higher modularity.
 */
export function clusterNetwork(
  network: Network,
  strengths: Float64Array,
  { method, resolution, seed }: ClusteringOptions,
): Uint32Array {
  const neighbours = neighboursOf(network, strengths);
  if (neighbours.neighbours.length === 0) return new Uint32Array(network.itemCount).map((_, item) => item);
  const clusters = FIND[method](neighbours, resolution, seed);
  return numberedBySize(componentsOf(neighbours, clusters));
}

/**
 * The modularity of clusters: Σ [Lc/m − γ·(Kc/2m)²] over the clusters (Newman 2004, with the resolution γ of Reichardt &
 * Bornholdt 2006). m is the strength of all links, Lc that of those inside a cluster, Kc that of all links of its items, those
 * inside counted twice. 0 where there are no links of positive strength.
 */
export function modularityOf(
  network: Network,
  strengths: Float64Array,
  clusters: Uint32Array,
  resolution: number,
): number {
  const { starts, neighbours, strengths: weights } = neighboursOf(network, strengths);
  const clusterCount = clusters.reduce((most, cluster) => Math.max(most, cluster + 1), 0);
  const inside = new Float64Array(clusterCount);
  const degrees = new Float64Array(clusterCount);
  let total = 0;
  for (let item = 0; item < network.itemCount; item += 1) {
    const cluster = clusters[item] as number;
    for (let slot = starts[item] as number; slot < (starts[item + 1] as number); slot += 1) {
      const weight = weights[slot] as number;
      total += weight;
      degrees[cluster] = (degrees[cluster] as number) + weight;
      if (clusters[neighbours[slot] as number] === cluster) {
        inside[cluster] = (inside[cluster] as number) + weight;
      }
    }
  }
  if (total === 0) return 0;
  return degrees.reduce(
    (sum, degree, cluster) => sum + (inside[cluster] as number) / total - resolution * (degree / total) ** 2,
    0,
  );
}

function numberedBySize(clusters: Uint32Array): Uint32Array {
  const sizes = new Map<number, number>();
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  // A map keeps the order of first items, and sorting keeps it for ties.
  const ranked = [...sizes].sort(([, a], [, b]) => b - a);
  const numbers = new Map(ranked.map(([cluster], number) => [cluster, number]));
  return clusters.map((cluster) => numbers.get(cluster) ?? 0);
}
