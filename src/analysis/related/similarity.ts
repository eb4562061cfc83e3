import { degreeOf, neighboursOf } from '../adjacency.ts';
import type { LinkKind, Projection } from '../projection.ts';
import { linkVectors } from './link-vectors.ts';
import { inOrderOfKeys, keysOf, type Seeds, type SharedNode, type TermPart } from './parts.ts';
import type { Signal, SignalWeights } from './question.ts';
import { addList, addListScores, addOne, addScore, foldSums } from './scoreboard.ts';
import { countSome, countWords, textVectors, weightiestWords, wordWeight } from './text-vectors.ts';

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
): TermPart[] {
  const total = signals.reduce((sum, signal) => sum + weights[signal], 0);
  return signals.map((signal) => {
    const share = (seeds.share * weights[signal]) / total;
    const each = { papers: seeds.papers, share: share / seeds.papers.length };
    return signal === 'TEXT' ? textPart(projection, each) : linkPart(projection, signal, each);
  });
}

function linkPart(projection: Projection, kind: LinkKind, { papers, share }: Seeds): TermPart {
  const { squares, inverseLengths } = linkVectors(projection, kind);
  const amounts = new Map<number, number>();
  for (const seed of papers) {
    const factor = share * (inverseLengths[seed] ?? 0);
    for (const node of vectorOf(projection, kind, seed)) {
      amounts.set(node, (amounts.get(node) ?? 0) + factor * (squares[node] ?? 0));
    }
  }
  const ordered = inOrderOfKeys(amounts, keysOf(projection, kind));
  const { forward, backward } = projection.links[kind];
  const isClosed = kind === 'CITATION';
  return {
    terms: ordered.map(([node, amount]) => ({
      size: degreeOf(backward, node) + 1,
      square: amount === 0 ? 0 : amount ** 2 / (squares[node] ?? 1),
      addScores(board) {
        addListScores(board, backward, node, amount, inverseLengths);
        if (isClosed) addScore(board, node, amount * (inverseLengths[node] as number));
      },
    })),
    scoreOf(paper) {
      const has = neighboursOf(forward, paper);
      let sum = 0;
      for (const [node, amount] of ordered) {
        if (has.includes(node) || (isClosed && node === paper)) sum += amount;
      }
      return sum * (inverseLengths[paper] ?? 0);
    },
    addScores(board) {
      for (const [node, amount] of ordered) {
        addList(board, backward, node, amount);
        if (isClosed) addOne(board, node, amount);
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

function textPart(projection: Projection, { papers, share }: Seeds): TermPart {
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
  const factors = ordered.map(([stem, amount]) => amount * (scales[stem] ?? 0));
  const placeOf = new Map(ordered.map(([stem], place) => [stem, place]));
  const occurrences = new Uint32Array(ordered.length);
  const gainOf = (factor: number, occurrences: number, paper: number) =>
    (factor * occurrences) / (occurrences + (dampings[paper] as number));
  return {
    terms: ordered.map(([stem, amount], place) => ({
      size: lengths[stem] ?? 0,
      square: amount ** 2,
      addScores(board) {
        const factor = factors[place] ?? 0;
        const { scores, papers, isScored } = board;
        const start = starts[stem] ?? 0;
        const end = start + (lengths[stem] ?? 0);
        let { count } = board;
        for (let slot = start; slot < end; slot += 1) {
          const paper = slots[slot] as number;
          const gain = gainOf(factor, values[slot] as number, paper);
          scores[paper] = (scores[paper] as number) + gain * (inverseLengths[paper] as number);
          papers[count] = paper;
          count += 1 - (isScored[paper] as number);
          isScored[paper] = 1;
        }
        board.count = count;
      },
    })),
    scoreOf(paper) {
      countSome(projection, paper, placeOf, occurrences);
      let sum = 0;
      for (let place = 0; place < ordered.length; place += 1) {
        const count = occurrences[place] as number;
        if (count > 0) sum += gainOf(factors[place] as number, count, paper);
      }
      return sum * (inverseLengths[paper] ?? 0);
    },
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
          sums[paper] = sum + gainOf(factor, occurrences, paper);
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
