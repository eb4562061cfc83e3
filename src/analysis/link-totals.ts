import { counted } from './facets.ts';
import { numbersOf, type PaperSet } from './paper-set.ts';
import type { Projection } from './projection.ts';
import type { LinkedKind } from './shared-papers.ts';

/** What the network of all nodes of a kind counts: the weighted degree of each by number, and the sum of all links, m. */
export type LinkTotals = { degrees: Float64Array; total: number };

/**
 * The weighted degrees in the network of all nodes of a kind that papers of a set have, without counting its pairs: a paper
 * with n of them adds n − 1 to each. Computed once for a set.
 */
export function linkTotals(projection: Projection, set: PaperSet, kind: LinkedKind): LinkTotals {
  return counted(set, `pairs of ${kind}`, () => totalsOf(projection, set, kind));
}

function totalsOf(projection: Projection, set: PaperSet, kind: LinkedKind): LinkTotals {
  const { nodes, links } = projection;
  const { slots, starts, lengths } = links[kind].forward;
  const degrees = new Float64Array(nodes[kind].keys.length);
  let total = 0;
  for (const paper of numbersOf(projection, set)) {
    const length = lengths[paper] ?? 0;
    total += (length * (length - 1)) / 2;
    const start = starts[paper] ?? 0;
    for (let slot = start; slot < start + length; slot += 1) {
      const node = slots[slot] as number;
      degrees[node] = (degrees[node] as number) + length - 1;
    }
  }
  return { degrees, total };
}
