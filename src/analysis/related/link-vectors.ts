import { derived } from '../derived.ts';
import { inverseDocumentFrequency } from '../document-frequency.ts';
import { degreeInGraph, LINK_KINDS, paperCountOf, type LinkKind, type Projection } from '../projection.ts';
import { targetOf } from '../projection.ts';
import { invertLengths, toSteps } from './exact-sum.ts';

/**
 * Papers as vectors of what links of a kind lead to, each weighted by inverse document frequency, ln(1 + N / n), of what
 * n of N papers have: what is rare tells more (Spärck Jones 1972; the 1 + keeps it above 0 for what every paper has).
 *
 * Of citations it is what a paper cites, and the paper itself: so a paper is close to those that it cites, to those that
 * cite it, and to those that cite the same (bibliographic coupling, Kessler 1963), by one formula.
 */
export type LinkVectors = {
  /** The squared weight of each node by number. */
  squares: Float64Array;
  /** The inverse of the length of each paper's vector by number; 0 for a paper that has nothing. */
  inverseLengths: Float64Array;
};

/** The vectors of all papers by links of a kind, made once for a state of the projection. */
export function linkVectors(projection: Projection, kind: LinkKind): LinkVectors {
  return derived(projection, MAKERS[kind]);
}

const MAKERS = Object.fromEntries(
  LINK_KINDS.map((kind) => [kind, (projection: Projection) => makeVectors(projection, kind)]),
) as Record<LinkKind, (projection: Projection) => LinkVectors>;

function makeVectors(projection: Projection, kind: LinkKind): LinkVectors {
  const { slots, starts, lengths } = projection.links[kind].forward;
  const isClosed = kind === 'CITATION';
  const paperCount = paperCountOf(projection);
  const squares = new Float64Array(projection.nodes[targetOf(kind)].keys.length);
  for (let node = 0; node < squares.length; node += 1) {
    const holders = degreeInGraph(projection, kind, node) + (isClosed ? 1 : 0);
    squares[node] = holders === 0 ? 0 : inverseDocumentFrequency(paperCount, holders) ** 2;
  }
  const sums = new Float64Array(projection.nodes.PAPER.keys.length);
  for (let paper = 0; paper < sums.length; paper += 1) {
    const start = starts[paper] ?? 0;
    const end = start + (lengths[paper] ?? 0);
    let sum = isClosed ? toSteps(squares[paper] ?? 0) : 0;
    for (let place = start; place < end; place += 1) {
      const node = slots[place] ?? 0;
      if (!isClosed || node !== paper) sum += toSteps(squares[node] ?? 0);
    }
    sums[paper] = sum;
  }
  return { squares, inverseLengths: invertLengths(sums) };
}
