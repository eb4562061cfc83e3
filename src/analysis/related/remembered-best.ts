import { derived } from '../derived.ts';
import type { Projection } from '../projection.ts';
import type { RelatedQuestion } from './question.ts';
import { addScore, type Scoreboard } from './scoreboard.ts';

type Best = { papers: Uint32Array; scores: Float64Array };

/** Pages of many frontends; each is of a few hundred bytes. */
const MOST_REMEMBERED = 10_000;

/**
 * The best papers, with their scores on the board: those that were found when the same was asked in the same state of the
 * projection, else those that are found now. What is asked under a filter is not remembered.
 */
export function rememberBest(
  projection: Projection,
  { liked, signals, weights, most, isWanted }: RelatedQuestion,
  board: Scoreboard,
  find: () => Uint32Array,
): Uint32Array {
  if (isWanted != null) return find();
  const remembered = derived(projection, nothingYet);
  const name = JSON.stringify([liked, signals, signals.map((signal) => weights[signal]), most]);
  const known = remembered.get(name);
  if (known !== undefined) {
    for (const [place, paper] of known.papers.entries()) addScore(board, paper, known.scores[place] ?? 0);
    return known.papers;
  }
  const papers = find();
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, { papers, scores: Float64Array.from(papers, (paper) => board.scores[paper] ?? 0) });
  return papers;
}

function nothingYet(): Map<string, Best> {
  return new Map();
}
