import { neighboursOf } from './adjacency.ts';
import { degreeInGraph, targetOf, type LinkKind, type Projection } from './projection.ts';
import type { NamedNode } from './whole-numbering.ts';

/** A link that a path goes along, and one sentence that tells it. */
export type Hop = { from: NamedNode; to: NamedNode; kind: LinkKind; reason: string };

/** Tells the link between two nodes that are linked by one of these kinds; of two papers, first that `from` cites `to`. */
export function describeHop(
  projection: Projection,
  from: NamedNode,
  to: NamedNode,
  kinds: readonly LinkKind[],
): Hop {
  const kind = from.kind === 'PAPER' && to.kind === 'PAPER' ? 'CITATION' : linkKindOf(from, to);
  const [paper, target] = isLinked(projection, kind, from, to) ? [from, to] : [to, from];
  if (!kinds.includes(kind) || !isLinked(projection, kind, paper, target)) {
    throw new Error(`no link from ${from.key} to ${to.key}`);
  }
  return { from, to, kind, reason: sentenceOf(projection, kind, paper, target) };
}

function linkKindOf(from: NamedNode, to: NamedNode): LinkKind {
  const { kind } = from.kind === 'PAPER' ? to : from;
  return kind === 'PAPER' ? 'CITATION' : kind;
}

function isLinked(
  { nodes, links }: Projection,
  kind: LinkKind,
  paper: NamedNode,
  target: NamedNode,
): boolean {
  if (paper.kind !== 'PAPER' || target.kind !== targetOf(kind)) return false;
  const [from, to] = [nodes.PAPER.numberOf.get(paper.key), nodes[target.kind].numberOf.get(target.key)];
  if (from === undefined || to === undefined) return false;
  return neighboursOf(links[kind].forward, from).includes(to);
}

function sentenceOf(projection: Projection, kind: LinkKind, paper: NamedNode, target: NamedNode): string {
  const number = projection.nodes[target.kind].numberOf.get(target.key) ?? 0;
  const title = `“${nameOf(projection, paper)}”`;
  const name = nameOf(projection, target);
  const others = degreeInGraph(projection, kind, number) - 1;
  const sentences: Record<LinkKind, string> = {
    TOPIC: `${title} has the topic ${name}, which ${papersThat(others, ['has', 'have'])}.`,
    ORG: `${title} comes from ${name}, as ${papersThat(others, ['does', 'do'])}.`,
    AUTHOR: `${title} is by ${name}, who wrote ${papersThat(others)}.`,
    REPO: `${title} has its code in ${name}, as ${papersThat(others, ['does', 'do'])}.`,
    CITATION: `${title} cites “${name}”, as ${papersThat(others, ['does', 'do'])}.`,
  };
  return sentences[kind];
}

/** `no other paper has`, `12 other papers have`; of an empty verb the papers alone. */
function papersThat(count: number, [singular, plural] = ['', '']): string {
  if (count === 0) return `no other paper ${singular}`.trim();
  if (count === 1) return `one other paper ${singular}`.trim();
  return `${count.toLocaleString('en')} other papers ${plural}`.trim();
}

function nameOf({ nodes }: Projection, { kind, key }: NamedNode): string {
  const table = nodes[kind];
  return table.names[table.numberOf.get(key) ?? -1] ?? key;
}
