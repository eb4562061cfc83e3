/** A graph in compressed sparse rows: the neighbours of a node stand in `targets` from `starts[node]` to `starts[node + 1]`. */
export type CompactGraph = { starts: Uint32Array; targets: Uint32Array };

/** How likely a walker goes on along a link; else it begins anew (Page, Brin, Motwani & Winograd 1999). */
export const DAMPING = 0.85;

/** The ranks are good to this: the sum of their changes in the last step. */
const TOLERANCE = 1e-9;
const MOST_STEPS = 1000;

/** How long it may keep a server from everything else at once, in milliseconds. */
const TIME_SLICE = 10;
const NODES_A_LOOK = 2048;

/**
 * Personalised PageRank: how likely a walker is at each node who goes along links at random and, with 1 − 0.85, begins anew
 * at one of the seeds, as he does where no link leads on (Page et al. 1999; of topics: Haveliwala 2002). By power iteration
 * until the ranks change by less than 1e-9 altogether. It lets others work every 10 ms.
 */
export async function personalisedPageRank(
  { starts, targets }: CompactGraph,
  seeds: readonly number[],
): Promise<Float64Array> {
  const nodeCount = starts.length - 1;
  let ranks = new Float64Array(nodeCount);
  let next = new Float64Array(nodeCount);
  for (const seed of seeds) ranks[seed] = (ranks[seed] ?? 0) + 1 / seeds.length;
  let sliceEnd = performance.now() + TIME_SLICE;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    next.fill(0);
    let lost = 0;
    for (let from = 0; from < nodeCount; from += NODES_A_LOOK) {
      lost += flowOn({ starts, targets }, ranks, next, from, Math.min(nodeCount, from + NODES_A_LOOK));
      if (performance.now() < sliceEnd) continue;
      await new Promise((resolve) => setImmediate(resolve));
      sliceEnd = performance.now() + TIME_SLICE;
    }
    for (const seed of seeds) {
      next[seed] = (next[seed] ?? 0) + (1 - DAMPING + DAMPING * lost) / seeds.length;
    }
    const change = distanceOf(ranks, next);
    [ranks, next] = [next, ranks];
    if (change < TOLERANCE) break;
  }
  return ranks;
}

/** Lets the ranks of some nodes flow to their neighbours; gives the rank of those that have none. */
function flowOn(
  { starts, targets }: CompactGraph,
  ranks: Float64Array,
  next: Float64Array,
  from: number,
  to: number,
): number {
  let lost = 0;
  for (let node = from; node < to; node += 1) {
    const start = starts[node] as number;
    const end = starts[node + 1] as number;
    if (start === end) lost += ranks[node] as number;
    const flow = (DAMPING * (ranks[node] as number)) / (end - start);
    for (let place = start; place < end; place += 1) {
      const target = targets[place] as number;
      next[target] = (next[target] as number) + flow;
    }
  }
  return lost;
}

function distanceOf(a: Float64Array, b: Float64Array): number {
  let distance = 0;
  for (let index = 0; index < a.length; index += 1) {
    distance += Math.abs((a[index] as number) - (b[index] as number));
  }
  return distance;
}
