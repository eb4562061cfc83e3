import { linkCountsOnce } from '../facets.ts';
import type { PaperSet } from '../paper-set.ts';
import type { Projection } from '../projection.ts';
import { rankedByCount } from '../ranked-nodes.ts';
import type { LinkedKind } from '../shared-papers.ts';

/** Which nodes a network is made of: at most `top`, each of at least `minCount` papers, of the given ones if any are given. */
export type Choice = { top: number; minCount: number; among: Uint32Array | null };

/** The nodes of a kind that most papers of a set have, by number: those of most papers first, then by key. */
export function chooseItems(
  projection: Projection,
  kind: LinkedKind,
  papers: PaperSet,
  { top, minCount, among }: Choice,
): number[] {
  const counts = linkCountsOnce(projection, papers, kind);
  const wanted = among === null ? counts : onlyOf(counts, among);
  // Of the many that few papers have, most come to nothing here before they are put in order.
  const least = Math.max(minCount, leastOfTop(wanted, top));
  const ranking = rankedByCount(
    projection,
    kind,
    wanted.map((count) => (count >= least ? count : 0)),
  );
  return ranking.slice(0, Math.min(top, ranking.count));
}

/** A count that at least `top` nodes have or exceed, the largest such; 0 where there are fewer nodes. */
function leastOfTop(counts: Uint32Array, top: number): number {
  const most = counts.reduce((largest, count) => Math.max(largest, count), 0);
  const sizes = new Uint32Array(most + 1);
  for (const count of counts) sizes[count] = (sizes[count] as number) + 1;
  let least = most;
  for (let size = sizes[least] as number; size < top && least > 0; size += sizes[least] as number) least -= 1;
  return least;
}

function onlyOf(counts: Uint32Array, nodes: Uint32Array): Uint32Array {
  const kept = new Uint32Array(counts.length);
  for (const node of nodes) kept[node] = counts[node] ?? 0;
  return kept;
}
