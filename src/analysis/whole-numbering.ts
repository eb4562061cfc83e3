import { compareText } from '../collections.ts';
import type { Adjacency } from './adjacency.ts';
import { degreeInGraph, NODE_KINDS, type LinkKind, type NodeKind, type Projection } from './projection.ts';

/** A way from nodes of one kind over links of one kind: their numbers in `adjacency`, those of its targets begin at `first`. */
export type Way = { link: LinkKind; isForward: boolean; adjacency: Adjacency; first: number };

/**
 * Nodes of all kinds in one numbering, for walks over links of some kinds: first the papers, then the topics, and so
 * on. A node's number here is its number in its table, plus the first of its kind. Good until the projection changes.
 */
export type WholeNumbering = {
  projection: Projection;
  /** The kinds of link that walks go over. */
  kinds: readonly LinkKind[];
  /** The first number of each kind, in the order of `NODE_KINDS`. */
  firsts: number[];
  size: number;
  /** The ways from nodes of each kind, in the order of `NODE_KINDS`. */
  ways: Way[][];
};

/** A node by its kind and key. */
export type NamedNode = { kind: NodeKind; key: string };

/** Numbers the nodes of a projection for walks over links of these kinds, in both directions. */
export function numberNodes(projection: Projection, kinds: readonly LinkKind[]): WholeNumbering {
  const firsts: number[] = [];
  let size = 0;
  for (const kind of NODE_KINDS) {
    firsts.push(size);
    size += projection.nodes[kind].keys.length;
  }
  const wayOver = (link: LinkKind, isForward: boolean, target: NodeKind): Way => ({
    link,
    isForward,
    adjacency: projection.links[link][isForward ? 'forward' : 'backward'],
    first: firsts[NODE_KINDS.indexOf(target)] ?? 0,
  });
  const ways = NODE_KINDS.map((kind) =>
    kind === 'PAPER'
      ? kinds.flatMap((link) =>
          link === 'CITATION'
            ? [wayOver(link, true, 'PAPER'), wayOver(link, false, 'PAPER')]
            : [wayOver(link, true, link)],
        )
      : kinds.filter((link) => link === kind).map((link) => wayOver(link, false, 'PAPER')),
  );
  return { projection, kinds, firsts, size, ways };
}

/** The number of a node; undefined where it is not there. */
export function numberOfNode(
  { projection, firsts }: WholeNumbering,
  { kind, key }: NamedNode,
): number | undefined {
  const number = projection.nodes[kind].numberOf.get(key);
  return number === undefined ? undefined : number + (firsts[NODE_KINDS.indexOf(kind)] ?? 0);
}

/** The place of a node's kind in `NODE_KINDS`. */
export function kindIndexOf({ firsts }: WholeNumbering, node: number): number {
  let index = NODE_KINDS.length - 1;
  while (index > 0 && node < (firsts[index] ?? 0)) index -= 1;
  return index;
}

/** The kind and key of a node. */
export function namedNode(numbering: WholeNumbering, node: number): NamedNode {
  const index = kindIndexOf(numbering, node);
  const kind = NODE_KINDS[index] ?? 'PAPER';
  return { kind, key: numbering.projection.nodes[kind].keys[node - (numbering.firsts[index] ?? 0)] ?? '' };
}

/** The order of nodes that are equal in all else: by kind, then by key. */
export function compareNodes(numbering: WholeNumbering, a: number, b: number): number {
  const [kindOfA, kindOfB] = [kindIndexOf(numbering, a), kindIndexOf(numbering, b)];
  if (kindOfA !== kindOfB) return kindOfA - kindOfB;
  const { keys } = numbering.projection.nodes[NODE_KINDS[kindOfA] ?? 'PAPER'];
  const first = numbering.firsts[kindOfA] ?? 0;
  return compareText(keys[a - first] ?? '', keys[b - first] ?? '');
}

/** How many papers of the whole graph are linked to a node: those of a topic, org, author or repository, those that cite a paper. */
export function papersLinkedTo(
  { projection, firsts }: WholeNumbering,
  kindIndex: number,
  node: number,
): number {
  const kind = NODE_KINDS[kindIndex] ?? 'PAPER';
  return degreeInGraph(projection, kind === 'PAPER' ? 'CITATION' : kind, node - (firsts[kindIndex] ?? 0));
}
