import { neighboursOf } from './adjacency.ts';
import { everyPaper, listedIn, numbersOf, type PaperSet } from './paper-set.ts';
import { UNKNOWN, type NodeKind, type Projection } from './projection.ts';
import { addTo, reusedTally } from './tally.ts';

/** What papers are linked to, papers aside. */
export type LinkedKind = Exclude<NodeKind, 'PAPER'>;

/** Nodes, in no order, and parallel to them how many papers each has in common with one node. */
export type SharedPaperCounts = { nodes: Uint32Array; counts: Uint32Array };

const emptyTally = reusedTally();

/**
 * All nodes of a kind that have papers in common with one of that kind, such as the topics that occur together with a
 * topic, and how many, of the papers of a set if one is given. Takes as long as the node's papers have links of the kind.
 */
export function countSharedPapers(
  projection: Projection,
  kind: LinkedKind,
  node: number,
  within: PaperSet | null = null,
): SharedPaperCounts {
  const { nodes, links } = projection;
  const { slots, starts, lengths } = links[kind].forward;
  const tally = emptyTally(nodes[kind].keys.length);
  const papers = neighboursOf(links[kind].backward, node);
  for (const paper of within === null
    ? papers
    : numbersOf(projection, listedIn(projection, within, papers))) {
    const start = starts[paper] ?? 0;
    const end = start + (lengths[paper] ?? 0);
    for (let slot = start; slot < end; slot += 1) {
      const other = slots[slot] ?? 0;
      if (other !== node) addTo(tally, other, 1);
    }
  }
  const others = tally.seen.slice(0, tally.size);
  return { nodes: others, counts: Uint32Array.from(others, (other) => tally.sums[other] ?? 0) };
}

/** The numbers of the papers of a set that two nodes of a kind have in common, the newest first, then by id. */
export function sharedPapers(
  projection: Projection,
  kind: LinkedKind,
  a: number,
  b: number,
  within: PaperSet = everyPaper(projection),
): Uint32Array {
  const { nodes, links, papers } = projection;
  const { backward } = links[kind];
  const [fewer, more] = [a, b]
    .map((node) => neighboursOf(backward, node))
    .sort((x, y) => x.length - y.length);
  const wanted = new Set(fewer);
  const { keys } = nodes.PAPER;
  const dayOfPaper = (paper: number) => papers.publishedOn[paper] ?? UNKNOWN;
  const common = (more ?? new Uint32Array(0)).filter((paper) => wanted.has(paper));
  return numbersOf(projection, listedIn(projection, within, common))
    .slice()
    .sort((x, y) => dayOfPaper(y) - dayOfPaper(x) || ((keys[x] ?? '') < (keys[y] ?? '') ? -1 : 1));
}
