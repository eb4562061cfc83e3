import type { Network } from './network.ts';

/** The neighbours of each item and how strong the links to them are, as compressed sparse rows. */
export type Neighbours = {
  /** Where each item's neighbours begin, and at its end where the last one's end. */
  starts: Uint32Array;
  /** In ascending order; each link stands in the rows of both its ends. */
  neighbours: Uint32Array;
  strengths: Float64Array;
};

/**
 * The neighbours of each item by links of positive strength. What is computed along these rows does not depend on the order
 * of the network's links, which is that of the papers in memory.
 */
export function neighboursOf({ itemCount, sources, targets }: Network, strengths: Float64Array): Neighbours {
  const starts = new Uint32Array(itemCount + 1);
  for (let link = 0; link < strengths.length; link += 1) {
    if (!((strengths[link] as number) > 0)) continue;
    for (const end of [sources[link] as number, targets[link] as number]) {
      starts[end + 1] = (starts[end + 1] as number) + 1;
    }
  }
  for (let item = 0; item < itemCount; item += 1) {
    starts[item + 1] = (starts[item + 1] as number) + (starts[item] as number);
  }

  const size = starts[itemCount] as number;
  const [unordered, ordered] = [rowsOfSize(starts, size), rowsOfSize(starts, size)];
  for (let link = 0; link < strengths.length; link += 1) {
    const strength = strengths[link] as number;
    if (!(strength > 0)) continue;
    unordered.add(sources[link] as number, targets[link] as number, strength);
    unordered.add(targets[link] as number, sources[link] as number, strength);
  }
  // Transposing symmetric rows changes nothing but puts them in order.
  for (let item = 0; item < itemCount; item += 1) {
    for (let slot = starts[item] as number; slot < (starts[item + 1] as number); slot += 1) {
      ordered.add(unordered.neighbours[slot] as number, item, unordered.strengths[slot] as number);
    }
  }
  return { starts, neighbours: ordered.neighbours, strengths: ordered.strengths };
}

/** What whole strengths of all links add up to: sums of them are exact. */
export const WHOLE = 2 ** 50;

/**
 * The strengths as whole numbers in the same proportions, so that sums of them are exact: then nothing goes in circles, and the
 * scale of the strengths makes no difference.
 */
export function wholeStrengths({ strengths }: Neighbours): Float64Array {
  const total = strengths.reduce((sum, strength) => sum + strength, 0);
  return strengths.map((strength) => Math.max(1, Math.round((strength / total) * WHOLE)));
}

function rowsOfSize(starts: Uint32Array, size: number) {
  const neighbours = new Uint32Array(size);
  const strengths = new Float64Array(size);
  const places = starts.slice();
  const add = (item: number, neighbour: number, strength: number) => {
    const place = places[item] as number;
    neighbours[place] = neighbour;
    strengths[place] = strength;
    places[item] = place + 1;
  };
  return { neighbours, strengths, add };
}
