import JavaRandom from 'java-random';
import { Clustering, LeidenAlgorithm, Network as LeidenNetwork } from 'networkanalysis-ts';
import { wholeStrengths, type Neighbours } from './neighbours.ts';

/** It has always been stable long before. */
const MOST_ITERATIONS = 100;
/** Small networks are clustered from so many random starts. */
const MOST_STARTS = 20;
/** So many links are gone over by all starts together, where more than one is made. */
const LINKS_OF_ALL_STARTS = 100_000;
/** How much merging may depart from the best, relative to the mean strength of a link. */
const RANDOMNESS = 0.01;

/**
 * The cluster of each item by the Leiden algorithm (Traag, Waltman & van Eck 2019), which maximises the modularity: the best
 * of some random starts, each repeated until nothing improves.
 */
export function findByLeiden(given: Neighbours, resolution: number, seed: number): number[] {
  const random = new JavaRandom(seed);
  const network = networkOf(given);
  const total = 2 * network.getTotalEdgeWeight();
  const algorithm = new LeidenAlgorithm();
  const randomness = (RANDOMNESS * total) / given.strengths.length;
  algorithm.initializeBasedOnResolutionAndNIterationsAndRandomnessAndRandom(
    resolution / total,
    1,
    randomness,
    random,
  );

  const starts = Math.ceil(Math.min(MOST_STARTS, (2 * LINKS_OF_ALL_STARTS) / given.strengths.length));
  let best: { clusters: number[]; quality: number } | null = null;
  for (let start = 0; start < starts; start += 1) {
    const clustering = new Clustering({ nNodes: network.getNNodes() });
    let iterations = 0;
    while (algorithm.improveClustering(network, clustering) && iterations < MOST_ITERATIONS) iterations += 1;
    const quality = algorithm.calcQuality(network, clustering);
    if (best === null || quality > best.quality) best = { clusters: clustering.getClusters(), quality };
  }
  return best?.clusters ?? [];
}

/** With the weights of nodes that make the quality of Leiden the modularity: the strength of all links of each. */
function networkOf(linked: Neighbours): LeidenNetwork {
  const { starts, neighbours } = linked;
  return new LeidenNetwork({
    nNodes: starts.length - 1,
    setNodeWeightsToTotalEdgeWeights: true,
    firstNeighborIndices: Array.from(starts),
    neighbors: Array.from(neighbours),
    edgeWeights: Array.from(wholeStrengths(linked)),
  });
}
