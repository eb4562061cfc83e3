import { Network as Attractions } from 'networkanalysis-ts';
import { componentsOf } from './components.ts';
import type { Neighbours } from './neighbours.ts';

/**
 * How strongly items of different components attract each other, the mean of pairs within a component being 1. Without this
 * components drift apart for ever; with it they come to stand about twice as far from each other as items of one do.
 */
const BETWEEN_COMPONENTS = 0.5;

/**
 * The network by which items are laid out: how strong a link is to what is expected of its two ends (the association
 * strength of VOSviewer), scaled to a mean of 1 over all pairs of a component, those without a link among them.
 */
export function attractionsOf(linked: Neighbours): Attractions {
  const { starts, neighbours } = linked;
  const itemCount = starts.length - 1;
  const components = componentsOf(linked);
  const weights = weightsOf(linked, components);
  const firstNeighborIndices = [0];
  const neighbors: number[] = [];
  const edgeWeights: number[] = [];
  for (let item = 0; item < itemCount; item += 1) {
    let slot = starts[item] as number;
    const end = starts[item + 1] as number;
    for (let other = 0; other < itemCount; other += 1) {
      if (slot < end && neighbours[slot] === other) {
        neighbors.push(other);
        edgeWeights.push(weights[slot] as number);
        slot += 1;
      } else if (components[other] !== components[item]) {
        neighbors.push(other);
        edgeWeights.push(BETWEEN_COMPONENTS);
      }
    }
    firstNeighborIndices.push(neighbors.length);
  }
  return new Attractions({ nNodes: itemCount, firstNeighborIndices, neighbors, edgeWeights });
}

function weightsOf({ starts, neighbours, strengths }: Neighbours, components: Uint32Array): Float64Array {
  const itemCount = starts.length - 1;
  const totals = new Float64Array(itemCount);
  for (let item = 0; item < itemCount; item += 1) {
    const own = strengths.subarray(starts[item], starts[item + 1]);
    totals[item] = own.reduce((sum, strength) => sum + strength, 0);
  }
  const weights = new Float64Array(strengths.length);
  const sizes = new Uint32Array(itemCount);
  const sums = new Float64Array(itemCount);
  for (let item = 0; item < itemCount; item += 1) {
    const component = components[item] as number;
    sizes[component] = (sizes[component] as number) + 1;
    for (let slot = starts[item] as number; slot < (starts[item + 1] as number); slot += 1) {
      const ends = (totals[item] as number) * (totals[neighbours[slot] as number] as number);
      weights[slot] = (strengths[slot] as number) / ends;
      sums[component] = (sums[component] as number) + (weights[slot] as number);
    }
  }
  for (let item = 0; item < itemCount; item += 1) {
    const component = components[item] as number;
    const size = sizes[component] as number;
    const scale = (size * (size - 1)) / (sums[component] as number);
    for (let slot = starts[item] as number; slot < (starts[item + 1] as number); slot += 1) {
      weights[slot] = (weights[slot] as number) * scale;
    }
  }
  return weights;
}
