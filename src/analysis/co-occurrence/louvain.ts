import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import JavaRandom from 'java-random';
import { WHOLE, wholeStrengths, type Neighbours } from './neighbours.ts';

// Its types are those of an ECMAScript module, but it is a CommonJS one, the function itself.
const findCommunities = louvain as unknown as typeof louvain.default;

/**
 * What all strengths add up to: much more than the 1e-10 by which the library takes two modularities for equal, and not so much
 * that rounding comes near to that.
 */
const TOTAL = 2 ** 16;

/** The cluster of each item by the Louvain algorithm (Blondel et al. 2008), which maximises the modularity. */
export function findByLouvain(linked: Neighbours, resolution: number, seed: number): number[] {
  const { starts, neighbours } = linked;
  const strengths = wholeStrengths(linked).map((strength) => (strength / WHOLE) * TOTAL);
  const itemCount = starts.length - 1;
  const graph = new UndirectedGraph();
  for (let item = 0; item < itemCount; item += 1) graph.addNode(item);
  for (let item = 0; item < itemCount; item += 1) {
    for (let slot = starts[item] as number; slot < (starts[item + 1] as number); slot += 1) {
      const other = neighbours[slot] as number;
      if (other > item) graph.addEdge(item, other, { weight: strengths[slot] as number });
    }
  }
  const random = new JavaRandom(seed);
  const clusters = findCommunities(graph, { resolution, rng: () => random.nextDouble() });
  return Array.from({ length: itemCount }, (_, item) => clusters[item] ?? 0);
}
