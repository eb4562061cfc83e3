import { neighboursOf } from './adjacency.ts';
import { listedPapers, type PaperSet } from './paper-set.ts';
import {
  dateOfDay,
  degreeInGraph,
  targetOf,
  UNKNOWN,
  type LinkKind,
  type NodeKind,
  type Projection,
} from './projection.ts';

/** The papers that are linked to a node, by its key; those with a `CITATION` cite the paper. */
export function papersLinkedTo({ nodes, links }: Projection, kind: LinkKind, key: string): PaperSet {
  const node = nodes[targetOf(kind)].numberOf.get(key);
  return listedPapers(node === undefined ? NONE : neighboursOf(links[kind].backward, node));
}

/** The papers that a paper cites, by its id. */
export function papersCitedBy({ nodes, links }: Projection, id: string): PaperSet {
  const paper = nodes.PAPER.numberOf.get(id);
  return listedPapers(paper === undefined ? NONE : neighboursOf(links.CITATION.forward, paper));
}

/** How many papers of the whole graph are linked to a node, by its key. */
export function paperCountOfNode(
  projection: Projection,
  kind: Exclude<NodeKind, 'PAPER'>,
  key: string,
): number {
  const node = projection.nodes[kind].numberOf.get(key);
  return node === undefined ? 0 : degreeInGraph(projection, kind, node);
}

/** The day of the first paper that is linked to a node, as `YYYY-MM-DD`; null where none has a date. */
export function firstDayOfNode(
  { nodes, links, papers }: Projection,
  kind: Exclude<NodeKind, 'PAPER'>,
  key: string,
): string | null {
  const node = nodes[kind].numberOf.get(key);
  if (node === undefined) return null;
  let first = UNKNOWN;
  for (const paper of neighboursOf(links[kind].backward, node)) {
    const day = papers.publishedOn[paper] ?? UNKNOWN;
    if (day !== UNKNOWN && (first === UNKNOWN || day < first)) first = day;
  }
  return dateOfDay(first);
}

/** The numbers of those nodes of the given keys that are there. */
export function numbersOfKeys({ nodes }: Projection, kind: NodeKind, keys: readonly string[]): Uint32Array {
  return Uint32Array.from(keys.flatMap((key) => nodes[kind].numberOf.get(key) ?? []));
}

const NONE = new Uint32Array(0);
