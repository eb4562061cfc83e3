import { grown } from '../adjacency.ts';
import { LINK_KINDS, NODE_KINDS, type LinkKind, type NodeKind, type Projection } from '../projection.ts';
import { holdersOf, linkedTo } from './link-graph.ts';
import type { CompactGraph } from './pagerank.ts';

/**
 * What can be reached from some papers by links of some kinds, as a graph of its own with numbers of its own: so a
 * computation that lets others work meanwhile isn't disturbed by their changes.
 */
export type ReachableGraph = CompactGraph & {
  /** The own number of a node; undefined where it can't be reached. */
  placeOf: (kind: NodeKind, node: number) => number | undefined;
  isPaper: (place: number) => boolean;
  /** The kind and number that a node has in the projection. */
  kindOf: (place: number) => NodeKind;
  nodeOf: (place: number) => number;
};

/** What can be reached from papers, breadth first. */
export function reachableGraph(
  projection: Projection,
  seeds: readonly number[],
  kinds: readonly LinkKind[],
): ReachableGraph {
  // A kind's nodes have the numbers from its offset on.
  const offsets = new Map<NodeKind, number>();
  let total = 0;
  for (const kind of NODE_KINDS) {
    offsets.set(kind, total);
    total += projection.nodes[kind].keys.length;
  }
  const places = new Int32Array(total).fill(-1);
  const order = new Uint32Array(total);
  const starts = new Uint32Array(total + 1);
  let targets = new Uint32Array(1024);
  let [found, used] = [0, 0];
  const visit = (id: number): number => {
    const known = places[id] as number;
    if (known !== -1) return known;
    places[id] = found;
    order[found] = id;
    found += 1;
    return found - 1;
  };
  const paperEnd = projection.nodes.PAPER.keys.length;
  const link = (nodes: Iterable<number>, offset: number) => {
    for (const node of nodes) {
      if (used === targets.length) targets = grown(targets, used + 1);
      targets[used] = visit(offset + node);
      used += 1;
    }
  };
  const kindOfId = (id: number): NodeKind =>
    NODE_KINDS.findLast((kind) => id >= (offsets.get(kind) ?? 0)) ?? 'PAPER';
  for (const seed of seeds) visit(seed);
  for (let place = 0; place < found; place += 1) {
    const id = order[place] as number;
    if (id < paperEnd) {
      for (const kind of kinds) {
        link(linkedTo(projection, kind, id), kind === 'CITATION' ? 0 : (offsets.get(kind) ?? 0));
      }
    } else {
      const kind = kindOfId(id);
      const linkKind = LINK_KINDS.find((candidate) => candidate === kind) ?? 'TOPIC';
      link(holdersOf(projection, linkKind, id - (offsets.get(kind) ?? 0)), 0);
    }
    starts[place + 1] = used;
  }
  return {
    starts: starts.subarray(0, found + 1),
    targets: targets.subarray(0, used),
    placeOf(kind, node) {
      const place = places[(offsets.get(kind) ?? 0) + node] ?? -1;
      return place === -1 ? undefined : place;
    },
    isPaper: (place) => (order[place] as number) < paperEnd,
    kindOf: (place) => kindOfId(order[place] ?? 0),
    nodeOf(place) {
      const id = order[place] ?? 0;
      return id - (offsets.get(kindOfId(id)) ?? 0);
    },
  };
}
