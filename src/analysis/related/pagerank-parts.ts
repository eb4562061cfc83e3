import { isThere, type LinkKind, type Projection } from '../projection.ts';
import { DAMPING, personalisedPageRank } from './pagerank.ts';
import type { ScorePart, Seeds, SharedNode, SharedNodes } from './parts.ts';
import { reachableGraph, type ReachableGraph } from './reachable-graph.ts';
import { SIGNALS, type Signal } from './question.ts';
import { addOne, foldSums } from './scoreboard.ts';

/**
 * The parts of personalised PageRank, one for each of `seeds`, with the walk beginning anew at any of its papers: which is
 * the mean of the walks from each. What a candidate has is what flows in from each of its neighbours, 0.85 · π(z) / deg z.
 */
export async function pageRankParts(
  projection: Projection,
  seeds: readonly Seeds[],
  kinds: readonly LinkKind[],
): Promise<ScorePart[]> {
  const graph = reachableGraph(
    projection,
    seeds.flatMap(({ papers }) => papers),
    kinds,
  );
  const parts: ScorePart[] = [];
  for (const { papers, share } of seeds) {
    const places = papers.flatMap((paper) => graph.placeOf('PAPER', paper) ?? []);
    parts.push(pageRankPart(projection, graph, await personalisedPageRank(graph, places), share));
  }
  return parts;
}

function pageRankPart(
  projection: Projection,
  graph: ReachableGraph,
  ranks: Float64Array,
  share: number,
): ScorePart {
  return {
    addScores(board) {
      for (const [place, rank] of ranks.entries()) {
        if (rank === 0 || !graph.isPaper(place)) continue;
        const paper = graph.nodeOf(place);
        // It may have gone while others worked.
        if (isThere(projection.nodes.PAPER, paper)) addOne(board, paper, share * rank);
      }
      foldSums(board, null);
    },
    explain(paper) {
      const place = graph.placeOf('PAPER', paper);
      return place === undefined ? [] : inflowOf(graph, ranks, share, place);
    },
  };
}

function inflowOf(
  { starts, targets, kindOf, nodeOf }: ReachableGraph,
  ranks: Float64Array,
  share: number,
  place: number,
): SharedNodes[] {
  const bySignal = new Map<Signal, SharedNode[]>();
  for (const neighbour of targets.subarray(starts[place], starts[place + 1])) {
    const degree = (starts[neighbour + 1] ?? 0) - (starts[neighbour] ?? 0);
    const weight = (share * DAMPING * (ranks[neighbour] ?? 0)) / degree;
    const kind = kindOf(neighbour);
    const signal = kind === 'PAPER' ? 'CITATION' : kind;
    const known = bySignal.get(signal) ?? [];
    bySignal.set(signal, known);
    if (weight !== 0) known.push({ node: nodeOf(neighbour), weight });
  }
  return SIGNALS.map((signal) => ({ signal, isAgainst: share < 0, shared: bySignal.get(signal) ?? [] }));
}
