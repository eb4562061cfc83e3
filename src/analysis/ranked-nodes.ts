import { compareText } from '../collections.ts';
import { countWhile, isOnSide } from './compare-keys.ts';
import { derived } from './derived.ts';
import { degreeInGraph, isThere, type NodeKind, type Projection } from './projection.ts';
import { rankingOf, type Ranking } from './ranking.ts';

type LinkedKind = Exclude<NodeKind, 'PAPER'>;

/** Neighbouring places of nodes that have equally many papers. They are put in order by key when somebody asks for them. */
type Group = { paperCount: number; start: number; end: number; isOrdered: boolean };

/** All nodes of a kind, those with most papers first, then by key. A key of the ranking is the count and the node's key. */
export function rankedNodes(projection: Projection, kind: LinkedKind): Ranking<number> {
  return derived(projection, RANK_NODES[kind]);
}

/** Those nodes of a list in the same order. */
export function rankedAmong(projection: Projection, kind: LinkedKind, nodes: Uint32Array): Ranking<number> {
  return rankedBy(projection, kind, nodes, (node) => degreeInGraph(projection, kind, node));
}

/** The nodes that have a count, by number, the largest count first, then by key. */
export function rankedByCount(
  projection: Projection,
  kind: LinkedKind,
  counts: Uint32Array,
): Ranking<number> {
  let size = 0;
  const counted = new Uint32Array(counts.length);
  for (let node = 0; node < counts.length; node += 1) {
    if (counts[node] === 0) continue;
    counted[size] = node;
    size += 1;
  }
  return rankedBy(projection, kind, counted.subarray(0, size), (node) => counts[node] ?? 0);
}

function rankedBy(
  { nodes }: Projection,
  kind: LinkedKind,
  items: Uint32Array,
  countOf: (node: number) => number,
): Ranking<number> {
  const { keys } = nodes[kind];
  const keyOf = (node: number) => keys[node] ?? '';
  return rankingOf(items, {
    compare: (a, b) => countOf(b) - countOf(a) || compareText(keyOf(a), keyOf(b)),
    compareToKey: (node, [count, key]) =>
      Number(count) - countOf(node) || compareText(keyOf(node), String(key)),
    keyOf: (node) => [countOf(node), keyOf(node)],
  });
}

const RANK_NODES: Record<LinkedKind, (projection: Projection) => Ranking<number>> = {
  TOPIC: (projection) => rankByPaperCount(projection, 'TOPIC'),
  ORG: (projection) => rankByPaperCount(projection, 'ORG'),
  AUTHOR: (projection) => rankByPaperCount(projection, 'AUTHOR'),
  REPO: (projection) => rankByPaperCount(projection, 'REPO'),
};

function rankByPaperCount(projection: Projection, kind: LinkedKind): Ranking<number> {
  const { keys } = projection.nodes[kind];
  const countOf = (node: number) => degreeInGraph(projection, kind, node);
  const keyOf = (node: number) => keys[node] ?? '';
  const { ordered, groups } = groupByPaperCount(projection, kind);
  const putInOrder = (group: Group) => {
    if (group.isOrdered) return;
    ordered.subarray(group.start, group.end).sort((a, b) => compareText(keyOf(a), keyOf(b)));
    group.isOrdered = true;
  };
  return {
    count: ordered.length,
    keyOf: (node) => [countOf(node), keyOf(node)],
    slice: (start, end) => {
      const first = countWhile(groups.length, (index) => (groups[index]?.end ?? 0) <= start);
      for (let index = first; (groups[index]?.start ?? end) < end; index += 1) {
        const group = groups[index];
        if (group !== undefined) putInOrder(group);
      }
      return [...ordered.subarray(start, end)];
    },
    placeOf: ([count, key], side) => {
      const index = countWhile(groups.length, (place) => (groups[place]?.paperCount ?? 0) > Number(count));
      const group = groups[index];
      if (group === undefined) return ordered.length;
      if (group.paperCount !== count) return group.start;
      putInOrder(group);
      const isBelow = (place: number) =>
        isOnSide(side, compareText(keyOf(ordered[group.start + place] ?? 0), String(key)));
      return group.start + countWhile(group.end - group.start, isBelow);
    },
  };
}

/** A counting sort: there are few different counts, and many nodes that have the same one. */
function groupByPaperCount(
  projection: Projection,
  kind: LinkedKind,
): { ordered: Uint32Array; groups: Group[] } {
  const table = projection.nodes[kind];
  const counts = Uint32Array.from(table.keys, (_key, node) => degreeInGraph(projection, kind, node));
  const sizes = new Uint32Array(counts.reduce((most, count) => Math.max(most, count), 0) + 1);
  for (let node = 0; node < counts.length; node += 1) {
    if (isThere(table, node)) sizes[counts[node] ?? 0] = (sizes[counts[node] ?? 0] ?? 0) + 1;
  }
  const groups: Group[] = [];
  const next = new Uint32Array(sizes.length);
  let end = 0;
  for (let paperCount = sizes.length - 1; paperCount >= 0; paperCount -= 1) {
    const size = sizes[paperCount] ?? 0;
    if (size === 0) continue;
    next[paperCount] = end;
    end += size;
    groups.push({ paperCount, start: end - size, end, isOrdered: size === 1 });
  }
  const ordered = new Uint32Array(end);
  for (let node = 0; node < counts.length; node += 1) {
    if (!isThere(table, node)) continue;
    const place = next[counts[node] ?? 0] ?? 0;
    ordered[place] = node;
    next[counts[node] ?? 0] = place + 1;
  }
  return { ordered, groups };
}
