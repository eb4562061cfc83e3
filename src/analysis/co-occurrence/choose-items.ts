import { linkCounts } from '../facets.ts';
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
  const counts = linkCounts(projection, papers, kind);
  const wanted = among === null ? counts : onlyOf(counts, among);
  const ranking = rankedByCount(projection, kind, wanted);
  return ranking.slice(0, Math.min(top, ranking.count)).filter((node) => (counts[node] ?? 0) >= minCount);
}

function onlyOf(counts: Uint32Array, nodes: Uint32Array): Uint32Array {
  const kept = new Uint32Array(counts.length);
  for (const node of nodes) kept[node] = counts[node] ?? 0;
  return kept;
}
