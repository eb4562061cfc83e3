import JavaRandom from 'java-random';
import {
  GradientDescentVOSLayoutAlgorithm,
  Layout as Placement,
  Network as LayoutNetwork,
} from 'networkanalysis-ts';
import { componentsOf } from './components.ts';
import { neighboursOf, type Neighbours } from './neighbours.ts';
import type { Network } from './network.ts';

/** Where each item is drawn: from −1 to 1 in both directions, the mean of all being 0. */
export type Layout = { x: Float64Array; y: Float64Array };

/** The parameters that VOSviewer has by default. */
const [ATTRACTION, REPULSION] = [2, 1];
/**
 * How strongly items of different components attract each other, the mean of pairs within components being 1. Without this
 * they drift apart for ever; with it they come to stand about twice as far from each other as those of one component.
 */
const BETWEEN_COMPONENTS = 0.5;
/** Small networks are laid out from so many random starts. */
const MOST_STARTS = 5;
/** So many items, squared, are laid out by all starts together, where more than one is made. */
const SQUARES_OF_ALL_STARTS = 100_000;

/**
 * Lays a network out in the plane by the VOS technique (van Eck & Waltman 2007, with attraction 2 and repulsion 1): the
 * stronger the link of two items, the nearer they are. The best of some random starts; the same seed gives the same layout.
 */
export function layOut(network: Network, strengths: Float64Array, seed: number): Layout {
  const { itemCount } = network;
  // No forces act on an only item, and those on two are in balance wherever they stand at the right distance.
  if (itemCount < 3)
    return standardized({ x: Float64Array.of(-1, 1).slice(2 - itemCount), y: zeros(itemCount) });
  const random = new JavaRandom(seed);
  const drawn = networkOf(neighboursOf(network, strengths));
  const algorithm = new GradientDescentVOSLayoutAlgorithm();
  algorithm.initializeBasedOnAttractionAndRepulsionAndEdgeWeightIncrementAndRandom(
    ATTRACTION,
    REPULSION,
    0,
    random,
  );
  const starts = Math.ceil(Math.min(MOST_STARTS, SQUARES_OF_ALL_STARTS / itemCount ** 2));
  let best: { placement: Placement; quality: number } | null = null;
  for (let start = 0; start < starts; start += 1) {
    const placement = new Placement({ nNodes: itemCount, random });
    algorithm.improveLayout(drawn, placement);
    const quality = algorithm.calcQuality(drawn, placement);
    if (best === null || quality < best.quality) best = { placement, quality };
  }
  const [x = [], y = []] = best?.placement.getCoordinates() ?? [];
  return standardized({ x: Float64Array.from(x), y: Float64Array.from(y) });
}

function zeros(count: number): Float64Array {
  return new Float64Array(count);
}

function networkOf(linked: Neighbours): LayoutNetwork {
  const { starts } = linked;
  const itemCount = starts.length - 1;
  const components = componentsOf(linked);
  const scale = scaleOf(linked, components);
  const [firstNeighborIndices, neighbors, edgeWeights]: number[][] = [[0], [], []];
  for (let item = 0; item < itemCount; item += 1) {
    let slot = starts[item] as number;
    const end = starts[item + 1] as number;
    for (let other = 0; other < itemCount; other += 1) {
      if (slot < end && linked.neighbours[slot] === other) {
        neighbors?.push(other);
        edgeWeights?.push(scale * (linked.strengths[slot] as number));
        slot += 1;
      } else if (components[other] !== components[item]) {
        neighbors?.push(other);
        edgeWeights?.push(BETWEEN_COMPONENTS);
      }
    }
    firstNeighborIndices?.push(neighbors?.length ?? 0);
  }
  return new LayoutNetwork({ nNodes: itemCount, firstNeighborIndices, neighbors, edgeWeights } as never);
}

/** By this factor the mean strength of all pairs within components becomes 1, those without a link among them. */
function scaleOf({ strengths }: Neighbours, components: Uint32Array): number {
  const sizes = new Map<number, number>();
  for (const component of components) sizes.set(component, (sizes.get(component) ?? 0) + 1);
  const pairs = [...sizes.values()].reduce((sum, size) => sum + size * (size - 1), 0);
  return pairs / strengths.reduce((sum, strength) => sum + strength, 0);
}

/** Moves the mean to 0, turns the longest extent into the horizontal, and scales to the range. */
function standardized({ x, y }: Layout): Layout {
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let item = 0; item < x.length; item += 1) {
    const [dx, dy] = [(x[item] as number) - meanX, (y[item] as number) - meanY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const turned = {
    x: x.map((value, item) => (value - meanX) * cosine + ((y[item] as number) - meanY) * sine),
    y: y.map((value, item) => (value - meanY) * cosine - ((x[item] as number) - meanX) * sine),
  };
  const most = [...turned.x, ...turned.y].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = most === 0 ? 0 : 1 / most;
  return { x: turned.x.map((value) => value * scale), y: turned.y.map((value) => value * scale) };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
