import { neighboursOf } from '../adjacency.ts';
import { derived } from '../derived.ts';
import { degreeInGraph, type LinkKind, type Projection } from '../projection.ts';

/*
 * The graph that measures of links look at: undirected and simple, of papers and what links of some kinds lead to. Two
 * papers that cite one another are linked once, and no paper is linked to itself.
 */

/** What a paper is linked to by links of a kind. */
export function linkedTo(projection: Projection, kind: LinkKind, paper: number): Iterable<number> {
  return kind === 'CITATION'
    ? citedOrCiting(projection, paper)
    : neighboursOf(projection.links[kind].forward, paper);
}

/** The papers linked to what links of a kind lead to. */
export function holdersOf(projection: Projection, kind: LinkKind, node: number): Iterable<number> {
  return kind === 'CITATION'
    ? citedOrCiting(projection, node)
    : neighboursOf(projection.links[kind].backward, node);
}

/** How many nodes what links of a kind lead to is linked to: a paper that is cited is linked to more than papers. */
export function degreeOfNode(
  projection: Projection,
  kinds: readonly LinkKind[],
  kind: LinkKind,
  node: number,
): number {
  return kind === 'CITATION' ? degreeOfPaper(projection, kinds, node) : degreeInGraph(projection, kind, node);
}

/** How many nodes a paper is linked to by links of these kinds. */
export function degreeOfPaper(projection: Projection, kinds: readonly LinkKind[], paper: number): number {
  let degree = 0;
  for (const kind of kinds) degree += projection.links[kind].forward.lengths[paper] ?? 0;
  if (!kinds.includes('CITATION')) return degree;
  const twice = derived(projection, countedTwice)[paper] ?? 0;
  return degree + degreeInGraph(projection, 'CITATION', paper) - twice;
}

/** Of each paper, how many citations are counted too many if both directions are: by two papers of one another, or of itself. */
function countedTwice({ links, nodes }: Projection): Uint32Array {
  const { slots, starts, lengths } = links.CITATION.forward;
  const twice = new Uint32Array(nodes.PAPER.keys.length);
  for (let paper = 0; paper < twice.length; paper += 1) {
    const start = starts[paper] ?? 0;
    for (let place = start; place < start + (lengths[paper] ?? 0); place += 1) {
      const cited = slots[place] as number;
      const from = starts[cited] ?? 0;
      const back = slots.subarray(from, from + (lengths[cited] ?? 0)).includes(paper);
      if (back) twice[paper] = (twice[paper] ?? 0) + (cited === paper ? 2 : 1);
    }
  }
  return twice;
}

function citedOrCiting({ links }: Projection, paper: number): Set<number> {
  const papers = new Set(neighboursOf(links.CITATION.forward, paper));
  for (const citing of neighboursOf(links.CITATION.backward, paper)) papers.add(citing);
  papers.delete(paper);
  return papers;
}
