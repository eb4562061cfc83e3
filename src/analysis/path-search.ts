import { neighboursOf } from './adjacency.ts';
import { createHeap, popFrom, pushTo } from './heap.ts';
import { compareNodes, kindIndexOf, papersLinkedTo, type WholeNumbering } from './whole-numbering.ts';

/**
 * What a path costs, as one whole number, so that sums are exact: a hop costs more than all that the nodes between can.
 * A node between costs ln(1 + papers linked to it), in millionths: what many have explains little.
 */
export const HOP_COST = 2 ** 32;
export const NODE_COST_UNIT = 1e6;

/** What lies ahead of a search: fewest hops to the target, exact up to `radius`; beyond, `radius` + 1. */
type HopsAhead = { hops: Uint8Array; radius: number; frontier: number[] };

/** The arrays that searches for paths to one target share. */
export type PathSearch = {
  numbering: WholeNumbering;
  target: number;
  ahead: HopsAhead;
  /** The least cost of a way to each node that the current search has met, and the node before it. */
  costs: Float64Array;
  previous: Int32Array;
  /** 1 for nodes that the path must not pass. */
  isBarred: Uint8Array;
};

/** Makes ready to search for paths to a node. */
export function preparePathSearch(numbering: WholeNumbering, target: number): PathSearch {
  const hops = new Uint8Array(numbering.size).fill(0xff);
  hops[target] = 0;
  return {
    numbering,
    target,
    ahead: { hops, radius: 0, frontier: [target] },
    costs: new Float64Array(numbering.size).fill(Number.POSITIVE_INFINITY),
    previous: new Int32Array(numbering.size),
    isBarred: new Uint8Array(numbering.size),
  };
}

/** Learns the hops to the target of all nodes that are at most so many away from it. */
export function lookAhead({ numbering, ahead }: PathSearch, radius: number): void {
  while (ahead.radius < radius && ahead.frontier.length > 0) {
    const { hops, frontier } = ahead;
    ahead.radius += 1;
    ahead.frontier = [];
    for (const node of frontier) {
      forEachNeighbour(numbering, node, (neighbour) => {
        if (hops[neighbour] !== 0xff) return;
        hops[neighbour] = ahead.radius;
        ahead.frontier.push(neighbour);
      });
    }
  }
}

/** The part of the cost that a node between the ends of a path adds. */
export function costOfNode(numbering: WholeNumbering, node: number): number {
  const linked = papersLinkedTo(numbering, kindIndexOf(numbering, node), node);
  return Math.round(Math.log1p(linked) * NODE_COST_UNIT);
}

/**
 * The cheapest way from a node to the target of at most so many hops, that passes no barred node and whose second node
 * is none of `barredNext`; null where there is none. Of equally cheap ways it is the first when nodes are compared from
 * the target on. (A* of Hart, Nilsson and Raphael 1968; the hops ahead are a consistent bound, so the first way found is
 * the cheapest.) `source` comes first in it, the target last.
 */
export function cheapestWay(
  search: PathSearch,
  source: number,
  { maxHops, barredNext }: { maxHops: number; barredNext: ReadonlySet<number> },
): number[] | null {
  const { numbering, target, costs, previous, isBarred } = search;
  const hopsAhead = (node: number) =>
    search.ahead.hops[node] === 0xff ? search.ahead.radius + 1 : (search.ahead.hops[node] ?? 0);
  // The entries of the heap: a node may stand there once for each cost that it was met at.
  const entryNodes: number[] = [];
  const entryBounds: number[] = [];
  const heap = createHeap(
    (a, b) =>
      (entryBounds[a] ?? 0) - (entryBounds[b] ?? 0) ||
      // What may come before another node of the same bound has to be settled before it.
      hopsAhead(entryNodes[b] ?? 0) - hopsAhead(entryNodes[a] ?? 0) ||
      a - b,
  );
  const met = [source];
  const meet = (node: number, cost: number, bound: number) => {
    costs[node] = cost;
    met.push(node);
    entryNodes.push(node);
    entryBounds.push(bound);
    pushTo(heap, entryNodes.length - 1);
  };
  if (hopsAhead(source) > maxHops) return null;
  meet(source, 0, hopsAhead(source) * HOP_COST);
  try {
    for (let entry = popFrom(heap); entry !== undefined; entry = popFrom(heap)) {
      const node = entryNodes[entry] ?? 0;
      if (node === target) return wayTo(search, source);
      const costHere = costs[node] ?? 0;
      if ((entryBounds[entry] ?? 0) > costHere + hopsAhead(node) * HOP_COST) continue;
      const hopsThere = Math.floor(costHere / HOP_COST) + 1;
      forEachNeighbour(numbering, node, (next) => {
        if (isBarred[next] === 1 || hopsThere + hopsAhead(next) > maxHops) return;
        if (node === source && barredNext.has(next)) return;
        const known = costs[next] ?? 0;
        if (costHere + HOP_COST > known) return;
        const cost = costHere + HOP_COST + (next === target ? 0 : costOfNode(numbering, next));
        if (cost < known) {
          previous[next] = node;
          meet(next, cost, cost + hopsAhead(next) * HOP_COST);
        } else if (cost === known && compareNodes(numbering, node, previous[next] ?? 0) < 0) {
          previous[next] = node;
        }
      });
    }
    return null;
  } finally {
    for (const node of met) costs[node] = Number.POSITIVE_INFINITY;
  }
}

function wayTo({ target, previous }: PathSearch, source: number): number[] {
  const nodes = [target];
  for (let node = target; node !== source;) {
    node = previous[node] ?? source;
    nodes.push(node);
  }
  return nodes.toReversed();
}

function forEachNeighbour(numbering: WholeNumbering, node: number, visit: (neighbour: number) => void): void {
  const kindIndex = kindIndexOf(numbering, node);
  for (const { adjacency, first } of numbering.ways[kindIndex] ?? []) {
    for (const target of neighboursOf(adjacency, node - (numbering.firsts[kindIndex] ?? 0)))
      visit(first + target);
  }
}
