import { degreeOf, grown } from './adjacency.ts';
import { derived } from './derived.ts';
import { createHeap, popFrom, pushTo } from './heap.ts';
import { NODE_KINDS, paperCountOf, UNKNOWN, type Projection } from './projection.ts';
import { inverseDocumentFrequency } from './document-frequency.ts';
import { addTo, reusedTally, type Tally } from './tally.ts';
import {
  compareNodes,
  kindIndexOf,
  numberNodes,
  papersLinkedTo,
  type Way,
  type WholeNumbering,
} from './whole-numbering.ts';

/** What activation comes to: by number of the node. */
export type Activation = {
  /** In single precision, so that the order in which parts were added makes no difference. */
  relevances: Float32Array;
  /** Links from the nearest seed, for what was reached. */
  distances: Uint8Array;
  /** All nodes reached, seeds included. */
  reached: number[];
};

/** How much of its activation a node passes on: what is a link nearer counts double. */
const PASSED_ON = 0.5;
/** A topic that a text hardly speaks of is still linked. */
const LEAST_WEIGHT = 0.01;
/** So many links are followed in one step, so that what lies around a topic of 20,000 papers is found fast too. */
const MOST_LINKS = 100_000;

/** What each neighbour of the node at hand gets, before it is scaled; kept, for it would be made for every node. */
let shares = new Float64Array(0);

const emptyTallies = [reusedTally(), reusedTally()] as const;

/**
 * Spreads activation from seeds over `depth` links (spreading activation, Collins and Loftus 1975; the sum is a personalised
 * PageRank cut off after so many steps). The seeds share 1. In each step a node passes half of what came to it in the
 * step before to its neighbours, in proportion to the weight of the link (a topic's score, else 1) times the rarity of
 * the neighbour, ln(1 + papers of the graph / papers linked to it). So what many have gets little from each, and what
 * has many neighbours gives little to each. A node's relevance is the sum of all that came to it. Where more than
 * `MOST_LINKS` links would be followed in one step, only those nodes pass on to which most came.
 */
export function spreadActivation(
  numbering: WholeNumbering,
  seeds: readonly number[],
  depth: number,
): Activation {
  const rarities = derived(numbering.projection, raritiesOfNodes);
  const sums = new Float64Array(numbering.size);
  const distances = new Uint8Array(numbering.size).fill(0xff);
  const reached: number[] = [];

  let current = emptyTallies[0](numbering.size);
  for (const seed of seeds) addTo(current, seed, 1 / seeds.length);
  for (let distance = 0; ; distance += 1) {
    for (let index = 0; index < current.size; index += 1) {
      const node = current.seen[index] ?? 0;
      sums[node] = (sums[node] ?? 0) + (current.sums[node] ?? 0);
      if (distances[node] !== 0xff) continue;
      distances[node] = distance;
      reached.push(node);
    }
    if (distance === depth) break;
    const next = emptyTallies[distance % 2 === 0 ? 1 : 0](numbering.size);
    for (const node of strongest(numbering, current)) {
      passOn(numbering, rarities, node, (current.sums[node] ?? 0) * PASSED_ON, next);
    }
    current = next;
  }
  return { relevances: new Float32Array(sums), distances, reached };
}

/** The order of nodes by what `valueOf` gives, the highest first; of equal ones the newest paper, then by kind and key. */
export function highestFirst(
  numbering: WholeNumbering,
  valueOf: (node: number) => number,
): (a: number, b: number) => number {
  const { publishedOn } = numbering.projection.papers;
  const paperCount = numbering.projection.nodes.PAPER.keys.length;
  // Papers come first in the numbering.
  const dayOfNode = (node: number) => (node < paperCount ? (publishedOn[node] ?? UNKNOWN) : UNKNOWN);
  return (a, b) => valueOf(b) - valueOf(a) || dayOfNode(b) - dayOfNode(a) || compareNodes(numbering, a, b);
}

/** The nodes that pass on what came to them: all, or those to which most came, with as many links as may be followed. */
function strongest(numbering: WholeNumbering, { sums, seen, size }: Tally): Iterable<number> {
  const nodes = seen.subarray(0, size);
  let linkCount = 0;
  for (const node of nodes) linkCount += countLinks(numbering, node);
  if (linkCount <= MOST_LINKS) return nodes;

  const heap = createHeap(highestFirst(numbering, (node) => Math.fround(sums[node] ?? 0)));
  for (const node of nodes) pushTo(heap, node);
  const chosen: number[] = [];
  for (let followed = 0; followed < MOST_LINKS;) {
    const node = popFrom(heap);
    if (node === undefined) break;
    chosen.push(node);
    followed += countLinks(numbering, node);
  }
  return chosen;
}

function countLinks(numbering: WholeNumbering, node: number): number {
  const kindIndex = kindIndexOf(numbering, node);
  const own = node - (numbering.firsts[kindIndex] ?? 0);
  let count = 0;
  for (const { adjacency } of numbering.ways[kindIndex] ?? []) count += degreeOf(adjacency, own);
  return count;
}

function passOn(
  numbering: WholeNumbering,
  rarities: Float64Array,
  node: number,
  amount: number,
  next: Tally,
): void {
  const kindIndex = kindIndexOf(numbering, node);
  const own = node - (numbering.firsts[kindIndex] ?? 0);
  const ways = numbering.ways[kindIndex] ?? [];
  shares = grown(shares, countLinks(numbering, node));

  let total = 0;
  let index = 0;
  for (const way of ways) {
    const { slots, starts } = way.adjacency;
    const start = starts[own] ?? 0;
    const end = start + degreeOf(way.adjacency, own);
    for (let slot = start; slot < end; slot += 1, index += 1) {
      const target = slots[slot] ?? 0;
      const share = weightOf(numbering, way, own, target, slot) * (rarities[way.first + target] ?? 0);
      shares[index] = share;
      total += share;
    }
  }
  index = 0;
  for (const { adjacency, first } of ways) {
    const start = adjacency.starts[own] ?? 0;
    const end = start + degreeOf(adjacency, own);
    for (let slot = start; slot < end; slot += 1, index += 1) {
      addTo(next, first + (adjacency.slots[slot] ?? 0), (amount * (shares[index] ?? 0)) / total);
    }
  }
}

/** The weight of the link that a slot holds. Scores stand with the papers' topics only, not with the topics' papers. */
function weightOf(
  { projection }: WholeNumbering,
  way: Way,
  node: number,
  target: number,
  slot: number,
): number {
  if (way.link !== 'TOPIC') return 1;
  const { slots, starts, values } = projection.links.TOPIC.forward;
  let place = slot;
  if (!way.isForward) {
    place = starts[target] ?? 0;
    while (slots[place] !== node) place += 1;
  }
  return Math.max(LEAST_WEIGHT, values?.[place] ?? 0);
}

function raritiesOfNodes(projection: Projection): Float64Array {
  const numbering = numberNodes(projection, []);
  const paperCount = paperCountOf(projection);
  const rarities = new Float64Array(numbering.size);
  for (const [kindIndex, kind] of NODE_KINDS.entries()) {
    const first = numbering.firsts[kindIndex] ?? 0;
    const end = first + projection.nodes[kind].keys.length;
    for (let node = first; node < end; node += 1) {
      const linked = Math.max(1, papersLinkedTo(numbering, kindIndex, node));
      rarities[node] = inverseDocumentFrequency(paperCount, linked);
    }
  }
  return rarities;
}
