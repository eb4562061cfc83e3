import { neighboursOf } from '../adjacency.ts';
import type { LinkKind, Projection } from '../projection.ts';
import { linkVectors } from './link-vectors.ts';
import { inOrderOfKeys, keysOf, type ScorePart, type Seeds, type SharedNode } from './parts.ts';
import type { Signal, SignalWeights } from './question.ts';
import { addList, addOne, foldSums } from './scoreboard.ts';
import { countWords, textVectors, weightiestWords, wordWeight } from './text-vectors.ts';

/**
 * The parts of Σ w · similarity / Σ w over the signals asked for, with w their weights. The similarity by one signal is the
 * cosine of two papers' vectors: Σ of the products of their weights over what both have, divided by both lengths. Of
 * several seeds it is the mean.
 */
export function similarityParts(
  projection: Projection,
  seeds: Seeds,
  signals: readonly Signal[],
  weights: SignalWeights,
): ScorePart[] {
  const total = signals.reduce((sum, signal) => sum + weights[signal], 0);
  return signals.map((signal) => {
    const share = (seeds.share * weights[signal]) / total;
    const each = { papers: seeds.papers, share: share / seeds.papers.length };
    return signal === 'TEXT' ? textPart(projection, each) : linkPart(projection, signal, each);
  });
}

function linkPart(projection: Projection, kind: LinkKind, { papers, share }: Seeds): ScorePart {
  const { squares, inverseLengths } = linkVectors(projection, kind);
  const amounts = new Map<number, number>();
  for (const seed of papers) {
    const factor = share * (inverseLengths[seed] ?? 0);
    for (const node of vectorOf(projection, kind, seed)) {
      amounts.set(node, (amounts.get(node) ?? 0) + factor * (squares[node] ?? 0));
    }
  }
  const ordered = inOrderOfKeys(amounts, keysOf(projection, kind));
  return {
    addScores(board) {
      for (const [node, amount] of ordered) {
        addList(board, projection.links[kind].backward, node, amount);
        if (kind === 'CITATION') addOne(board, node, amount);
      }
      foldSums(board, inverseLengths);
    },
    explain(paper) {
      const scale = inverseLengths[paper] ?? 0;
      const shared: SharedNode[] = [];
      for (const node of vectorOf(projection, kind, paper)) {
        const amount = amounts.get(node);
        if (amount !== undefined) shared.push({ node, weight: amount * scale });
      }
      return [{ signal: kind, isAgainst: share < 0, shared }];
    },
  };
}

/** What a paper's vector has: of citations also the paper itself. */
function vectorOf({ links }: Projection, kind: LinkKind, paper: number): Iterable<number> {
  const neighbours = neighboursOf(links[kind].forward, paper);
  return kind === 'CITATION' ? new Set([...neighbours, paper]) : neighbours;
}

function textPart(projection: Projection, { papers, share }: Seeds): ScorePart {
  const vectors = textVectors(projection);
  const { inverseLengths } = vectors;
  const amounts = new Map<number, number>();
  for (const seed of papers) {
    const factor = share * (inverseLengths[seed] ?? 0);
    for (const [stem, weight] of weightiestWords(projection, seed)) {
      amounts.set(stem, (amounts.get(stem) ?? 0) + factor * weight);
    }
  }
  const ordered = inOrderOfKeys(amounts, projection.texts.stems);
  const { slots, values, starts, lengths } = projection.texts.texts;
  const { scales, dampings } = vectors;
  return {
    addScores(board) {
      const { sums, summed } = board;
      let count = board.summedCount;
      for (const [stem, amount] of ordered) {
        const factor = amount * (scales[stem] ?? 0);
        const start = starts[stem] ?? 0;
        const end = start + (lengths[stem] ?? 0);
        for (let place = start; place < end; place += 1) {
          const paper = slots[place] as number;
          const occurrences = values[place] as number;
          const sum = sums[paper] as number;
          sums[paper] = sum + (factor * occurrences) / (occurrences + (dampings[paper] as number));
          summed[count] = paper;
          if (sum === 0) count += 1;
        }
      }
      board.summedCount = count;
      foldSums(board, inverseLengths);
    },
    explain(paper) {
      const scale = inverseLengths[paper] ?? 0;
      const shared: SharedNode[] = [];
      for (const [stem, occurrences] of countWords(projection, paper)) {
        const amount = amounts.get(stem);
        if (amount === undefined) continue;
        shared.push({ node: stem, weight: amount * wordWeight(vectors, stem, paper, occurrences) * scale });
      }
      return [{ signal: 'TEXT', isAgainst: share < 0, shared }];
    },
  };
}
