import JavaRandom from 'java-random';
import { GradientDescentVOSLayoutAlgorithm, Layout as Placement } from 'networkanalysis-ts';
import { attractionsOf } from './attractions.ts';
import { neighboursOf } from './neighbours.ts';
import type { Network } from './network.ts';

/** Where each item is drawn: from −1 to 1 in both directions, the mean of all being 0. */
export type Layout = { x: Float64Array; y: Float64Array };

/** The parameters that VOSviewer has by default. */
const [ATTRACTION, REPULSION] = [2, 1];
/** The steps of the descent, where pairs are about 1 from each other; so many have always been enough to come to rest. */
const STEPS = { most: 150, first: 1, least: 0.001, reduction: 0.75, improvements: 5 };
/** Small networks are laid out from so many random starts. */
const MOST_STARTS = 5;
/** More than one start is made where all together look at no more pairs of items than this. */
const PAIRS_OF_ALL_STARTS = 50_000;

/**
 * Lays a network out in the plane by the VOS technique (van Eck et al. 2010, attraction 2 and repulsion 1 as in VOSviewer):
 * the higher the count of a link is to what is expected of its two ends, the nearer these are, whatever measure links are
 * looked at by. The best of some random starts; the same seed gives the same layout. Takes time in proportion to the square of
 * the number of items.
 */
export function layOut(network: Network, seed: number): Layout {
  const { itemCount } = network;
  // No force acts on an only item, and two are in balance, and then lost to the descent, at a distance that is known.
  if (itemCount < 3)
    return inRange({
      x: Float64Array.from({ length: itemCount }, (_, item) => item),
      y: new Float64Array(itemCount),
    });
  const random = new JavaRandom(seed);
  const attractions = attractionsOf(neighboursOf(network, Float64Array.from(network.counts)));
  const algorithm = new GradientDescentVOSLayoutAlgorithm();
  algorithm.initializeBasedOnAttractionAndRepulsionAndEdgeWeightIncrementAndRandom(
    ATTRACTION,
    REPULSION,
    0,
    random,
  );
  algorithm.setMaxNIterations(STEPS.most);
  algorithm.setInitialStepSize(STEPS.first);
  algorithm.setMinStepSize(STEPS.least);
  algorithm.setStepSizeReduction(STEPS.reduction);
  algorithm.setRequiredNQualityValueImprovements(STEPS.improvements);

  const starts = Math.ceil(Math.min(MOST_STARTS, PAIRS_OF_ALL_STARTS / itemCount ** 2));
  let best: { placement: Placement; quality: number } | null = null;
  for (let start = 0; start < starts; start += 1) {
    const placement = new Placement({ nNodes: itemCount, random });
    algorithm.improveLayout(attractions, placement);
    const quality = algorithm.calcQuality(attractions, placement);
    if (best === null || quality < best.quality) best = { placement, quality };
  }
  const [x = [], y = []] = best?.placement.getCoordinates() ?? [];
  return inRange({ x: Float64Array.from(x), y: Float64Array.from(y) });
}

/** Moves the mean to 0, turns the longest extent into the horizontal, and scales to the range. */
function inRange({ x, y }: Layout): Layout {
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
  const extent = Math.max(extentOf(turned.x), extentOf(turned.y)) || 1;
  return { x: turned.x.map((value) => value / extent), y: turned.y.map((value) => value / extent) };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function extentOf(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
