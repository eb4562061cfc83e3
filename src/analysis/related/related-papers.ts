import { compareText } from '../../collections.ts';
import { dateOfDay, dayOf, UNKNOWN, type Projection } from '../projection.ts';
import { rankingOf, type Ranking, type RankingOrder } from '../ranking.ts';
import { findBest } from './best-papers.ts';
import { rememberBest } from './remembered-best.ts';
import { commonNeighbourPart, jaccardParts, NEIGHBOUR_WEIGHTS } from './neighbour-measures.ts';
import { pageRankParts } from './pagerank-parts.ts';
import type { ScorePart, Seeds, SharedNodes, TermPart } from './parts.ts';
import { linkKindsOf, type RelatedOrder, type RelatedQuestion } from './question.ts';
import { papersWithout, withScoreboard, type Scoreboard } from './scoreboard.ts';
import { similarityParts } from './similarity.ts';

/**
 * The papers that are related, by number, and how much and why each of them is. Good until `use` returns. Where only the
 * best are asked for, others may be missing.
 */
export type RelatedPapers = {
  ranking: Ranking<number>;
  scoreOf: (paper: number) => number;
  /** What each signal has added to a paper's score; all weights add up to it. */
  explain: (paper: number) => SharedNodes[];
};

/** Below this, what is left of likes less dislikes is what rounding left. */
const NOTHING = 1e-12;

/**
 * Ranks all papers by how related they are to those that are liked, less how related they are to those that are not
 * (Rocchio 1971, with β = γ = 1), each the mean over these papers. Those with a score above 0 are related; the papers of the
 * question are not among them. Only a measure of walks takes long and lets others work meanwhile.
 */
export async function rankRelated<Result>(
  projection: Projection,
  question: RelatedQuestion,
  use: (related: RelatedPapers) => Result,
): Promise<Result> {
  // In one order, whatever order they are asked for in.
  const inOrder = (papers: readonly number[]) =>
    papers.toSorted((a, b) => compareText(keyOf(projection, a), keyOf(projection, b)));
  const seeds: Seeds[] = [
    { papers: inOrder(question.liked), share: 1 },
    { papers: inOrder(question.disliked), share: -1 },
  ].filter(({ papers }) => papers.length > 0);
  if (hasBestAlone(question)) return withBest(projection, question, seeds, use);

  const parts = await partsOf(projection, question, seeds);
  return withScoreboard(projection.nodes.PAPER.keys.length, (board) => {
    const papers = allPapers(board, parts, question);
    return use(relatedOn(projection, board, papers, question, () => parts));
  });
}

/** Whether the best papers can be told without all others. */
function hasBestAlone({ measure, most, disliked, order }: RelatedQuestion): boolean {
  return measure === 'SIMILARITY' && most !== undefined && disliked.length === 0 && order === 'RELEVANCE';
}

function withBest<Result>(
  projection: Projection,
  question: RelatedQuestion,
  seeds: readonly Seeds[],
  use: (related: RelatedPapers) => Result,
): Result {
  const { liked, isWanted = null, most = Infinity, signals, weights } = question;
  let made: TermPart[] | null = null;
  const parts = () => (made ??= seeds.flatMap((some) => similarityParts(projection, some, signals, weights)));
  return withScoreboard(projection.nodes.PAPER.keys.length, (board) => {
    const papers = rememberBest(projection, question, board, () =>
      // The papers that are liked are like themselves.
      findBest(board, parts(), most + liked.length, isWanted).filter((paper) => !liked.includes(paper)),
    );
    return use(relatedOn(projection, board, papers, question, parts));
  });
}

function relatedOn(
  projection: Projection,
  { scores }: Scoreboard,
  papers: Uint32Array,
  { measure, order }: RelatedQuestion,
  parts: () => readonly ScorePart[],
): RelatedPapers {
  // Rounding may lift a sum of equal parts a hair above 1.
  const most = measure === 'SIMILARITY' || measure === 'JACCARD' ? 1 : Infinity;
  return {
    ranking: rankingOf(papers, orderOf(projection, scores, order)),
    scoreOf: (paper) => Math.min(most, scores[paper] ?? 0),
    explain: (paper) => parts().flatMap(({ explain }) => explain(paper)),
  };
}

function allPapers(
  board: Scoreboard,
  parts: readonly ScorePart[],
  { liked, disliked, isWanted }: RelatedQuestion,
): Uint32Array {
  for (const { addScores } of parts) addScores(board);
  let papers = papersWithout(board, [...liked, ...disliked]);
  if (disliked.length > 0) papers = papers.filter((paper) => (board.scores[paper] as number) > NOTHING);
  return isWanted == null ? papers : papers.filter(isWanted);
}

async function partsOf(
  projection: Projection,
  { measure, signals, weights }: RelatedQuestion,
  seeds: readonly Seeds[],
): Promise<ScorePart[]> {
  const kinds = linkKindsOf(signals);
  switch (measure) {
    case 'SIMILARITY':
      return seeds.flatMap((some) => similarityParts(projection, some, signals, weights));
    case 'JACCARD':
      return seeds.flatMap((some) => jaccardParts(projection, some, kinds));
    case 'PERSONALISED_PAGERANK':
      return pageRankParts(projection, seeds, kinds);
    default:
      return seeds.map((some) => commonNeighbourPart(projection, some, kinds, NEIGHBOUR_WEIGHTS[measure]));
  }
}

/** By score, or by another value and then by score, the largest first; ties by id. */
function orderOf(projection: Projection, scores: Float64Array, order: RelatedOrder): RankingOrder {
  const { publishedOn, upvotes } = projection.papers;
  const byScore: RankingOrder = {
    compare: (a, b) =>
      (scores[b] as number) - (scores[a] as number) ||
      compareText(keyOf(projection, a), keyOf(projection, b)),
    compareToKey: (paper, [score, id]) =>
      Number(score) - (scores[paper] ?? 0) || compareText(keyOf(projection, paper), String(id)),
    keyOf: (paper) => [scores[paper] ?? 0, keyOf(projection, paper)],
    values: scores,
  };
  if (order === 'RELEVANCE') return byScore;

  const values = order === 'NEWEST' ? publishedOn : upvotes;
  // What is not known is the smallest number, so it comes last.
  const valueOf = (paper: number) => values[paper] ?? UNKNOWN;
  const written = (value: number) =>
    order === 'NEWEST' ? dateOfDay(value) : value === UNKNOWN ? null : value;
  const read = (value: string | number | null | undefined) =>
    typeof value === 'string' ? dayOf(value) : (value ?? UNKNOWN);
  return {
    compare: (a, b) => valueOf(b) - valueOf(a) || byScore.compare(a, b),
    compareToKey: (paper, [value, ...rest]) =>
      read(value) - valueOf(paper) || byScore.compareToKey(paper, rest),
    keyOf: (paper) => [written(valueOf(paper)), ...byScore.keyOf(paper)],
    values,
  };
}

function keyOf({ nodes }: Projection, paper: number): string {
  return nodes.PAPER.keys[paper] ?? '';
}
