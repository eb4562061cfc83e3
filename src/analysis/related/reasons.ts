import { compareText } from '../../collections.ts';
import { degreeInGraph, paperCountOf, type Projection } from '../projection.ts';
import { keysOf, type SharedNode, type SharedNodes } from './parts.ts';
import { SIGNALS, type Signal } from './question.ts';

/**
 * Something that both papers have, by its key and the name to display; a word of a text has its stem for both. Its weight
 * is its part of the score.
 */
export type SharedThing = { key: string; name: string; weight: number };

/**
 * What one signal adds to a score; the contributions of a paper's reasons add up to its score, and the weights of a reason
 * to its contribution. Below 0 it is what the paper has in common with papers that are not wanted.
 */
export type RelatedReason = {
  signal: Signal;
  contribution: number;
  /** The weightiest first. */
  shared: SharedThing[];
  /** Whether few papers have what is shared. */
  isRare: boolean;
};

/** Few is one paper in so many. */
const FEW = 20;

/** Puts what the parts of a score say of a paper together, the strongest reason first. */
export function reasonsOf(projection: Projection, said: readonly SharedNodes[]): RelatedReason[] {
  const reasons: RelatedReason[] = [];
  for (const signal of SIGNALS) {
    for (const isAgainst of [false, true]) {
      const ofSignal = said.filter((some) => some.signal === signal && some.isAgainst === isAgainst);
      const nodes = mergeNodes(ofSignal);
      if (nodes.length > 0) reasons.push(reasonOf(projection, signal, nodes));
    }
  }
  return reasons.sort((a, b) => b.contribution - a.contribution);
}

/** Several parts may have added something for the same node. */
function mergeNodes(said: readonly SharedNodes[]): SharedNode[] {
  const [only, ...others] = said;
  if (only !== undefined && others.length === 0) return only.shared;
  const weights = new Map<number, number>();
  for (const { shared } of said) {
    for (const { node, weight } of shared) weights.set(node, (weights.get(node) ?? 0) + weight);
  }
  return [...weights].map(([node, weight]) => ({ node, weight }));
}

function reasonOf(projection: Projection, signal: Signal, nodes: readonly SharedNode[]): RelatedReason {
  const keys = keysOf(projection, signal);
  const names = namesOf(projection, signal);
  const shared = nodes
    .map(({ node, weight }) => ({ key: keys[node] ?? '', name: names[node] ?? '', weight }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || compareText(a.key, b.key));
  const isRare =
    signal !== 'TEXT' &&
    nodes.every(({ node }) => degreeInGraph(projection, signal, node) * FEW <= paperCountOf(projection));
  return { signal, contribution: shared.reduce((sum, { weight }) => sum + weight, 0), shared, isRare };
}

function namesOf({ nodes, texts }: Projection, signal: Signal): readonly string[] {
  if (signal === 'TEXT') return texts.stems;
  return signal === 'CITATION' ? nodes.PAPER.names : nodes[signal].names;
}
