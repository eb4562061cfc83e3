import { neighboursOf } from './adjacency.ts';
import { createHeap, popFrom, pushTo } from './heap.ts';
import { targetOf, type LinkKind, type Projection } from './projection.ts';
import { highestFirst, spreadActivation, type Activation } from './spread-activation.ts';
import {
  kindIndexOf,
  namedNode,
  numberNodes,
  numberOfNode,
  papersLinkedTo,
  type NamedNode,
  type WholeNumbering,
} from './whole-numbering.ts';

/** A node near others, to be drawn with them. */
export type NearNode = NamedNode & {
  name: string;
  /** How many links away the nearest seed is; 0 for a seed. */
  distance: number;
  /** How much activation comes to it, see `spreadActivation`: comparable within one neighbourhood only. */
  relevance: number;
  /** How many papers are linked to it; of a paper, how many cite it. */
  paperCount: number;
};

/** A link from a paper. `weight` is the score of a topic, and 1 for all other links. */
export type NearLink = { kind: LinkKind; paper: string; target: string; weight: number };

/** How near nodes are found: over links of some kinds, so many links far, and at most so many nodes, seeds included. */
export type NeighbourhoodOptions = { kinds: readonly LinkKind[]; depth: number; limit: number };

/**
 * The most relevant nodes around seeds, each of them linked to a seed through others of them: begins with the seeds and
 * always takes the most relevant node that is linked to one already taken, which is not as far away as it may be. Equal
 * ones go by date, the newest paper first, then by kind and key. Seeds that are not there are left out.
 */
export function findNeighbourhood(
  projection: Projection,
  seeds: readonly NamedNode[],
  options: NeighbourhoodOptions,
): NearNode[] {
  const numbering = numberNodes(projection, options.kinds);
  const start = [...new Set(seeds.flatMap((seed) => numberOfNode(numbering, seed) ?? []))];
  const activation = spreadActivation(numbering, start, options.depth);
  const found = takeBest(numbering, activation, start, options);
  return found.map((node) => {
    const { kind, key } = namedNode(numbering, node);
    const kindIndex = kindIndexOf(numbering, node);
    return {
      kind,
      key,
      name: projection.nodes[kind].names[node - (numbering.firsts[kindIndex] ?? 0)] ?? key,
      distance: activation.distances[node] ?? 0,
      relevance: Number((activation.relevances[node] ?? 0).toPrecision(6)),
      paperCount: papersLinkedTo(numbering, kindIndex, node),
    };
  });
}

/** All links of some kinds among nodes, by paper in the order of the nodes. Nodes that are not there have none. */
export function linksAmong(
  { nodes, links }: Projection,
  among: readonly NamedNode[],
  kinds: readonly LinkKind[],
): NearLink[] {
  const named = new Set(among.map(({ kind, key }) => `${kind} ${key}`));
  const found: NearLink[] = [];
  for (const { kind: nodeKind, key } of among) {
    const paper = nodes.PAPER.numberOf.get(key);
    if (nodeKind !== 'PAPER' || paper === undefined) continue;
    for (const kind of kinds) {
      const { forward } = links[kind];
      const targetKind = targetOf(kind);
      for (const [index, target] of neighboursOf(forward, paper).entries()) {
        const targetKey = nodes[targetKind].keys[target] ?? '';
        if (!named.has(`${targetKind} ${targetKey}`)) continue;
        const weight = forward.values?.[(forward.starts[paper] ?? 0) + index] ?? 1;
        found.push({ kind, paper: key, target: targetKey, weight: Number(weight.toPrecision(6)) });
      }
    }
  }
  return found;
}

function takeBest(
  numbering: WholeNumbering,
  { relevances, distances, reached }: Activation,
  seeds: readonly number[],
  { depth, limit }: NeighbourhoodOptions,
): number[] {
  const bestFirst = highestFirst(numbering, (node) => relevances[node] ?? 0);
  const heap = createHeap(bestFirst);
  const isFree = new Uint8Array(numbering.size);
  for (const node of reached) isFree[node] = 1;
  for (const seed of seeds) isFree[seed] = 0;

  const taken: number[] = [];
  const take = (node: number) => {
    taken.push(node);
    // What lies that far out leads to nothing new, and a part of the graph may lack its other links.
    if (distances[node] === depth) return;
    const kindIndex = kindIndexOf(numbering, node);
    for (const { adjacency, first } of numbering.ways[kindIndex] ?? []) {
      for (const target of neighboursOf(adjacency, node - (numbering.firsts[kindIndex] ?? 0))) {
        if (isFree[first + target] !== 1) continue;
        isFree[first + target] = 0;
        pushTo(heap, first + target);
      }
    }
  };
  for (const seed of seeds.toSorted(bestFirst)) take(seed);
  while (taken.length < limit) {
    const next = popFrom(heap);
    if (next === undefined) break;
    take(next);
  }
  return taken.slice(0, limit);
}
