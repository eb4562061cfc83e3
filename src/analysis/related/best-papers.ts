import type { Term, TermPart } from './parts.ts';
import type { Scoreboard } from './scoreboard.ts';

/** Bounds are compared with room for rounding. */
const ROUNDING = 1e-9;

/** Shorter lists are followed before one could tell whether they must be. */
const LONG_LIST = 2_000;

/** Scoring one paper by itself takes as long as adding a term to so many scores. */
const SCORE = 100;

/**
 * The papers that can be among the best `most`, in no order and with their scores on the board; all of them are there, and
 * some more may be. Most papers share nothing with the seeds but what many have: these terms are not followed where they
 * can't lift a paper among the best that has nothing else (MaxScore, Turtle & Flood 1995).
 */
export function findBest(
  board: Scoreboard,
  parts: readonly TermPart[],
  most: number,
  isWanted: ((paper: number) => boolean) | null,
): Uint32Array {
  const terms = parts
    .flatMap(({ terms: ofPart }, part) => ofPart.map((term) => ({ term, part })))
    .sort((a, b) => a.term.size - b.term.size);
  const left = boundsOf(terms, parts.length);
  let least = 0;
  for (const [place, { term }] of terms.entries()) {
    const bound = left[place] ?? 0;
    if (term.size > LONG_LIST && term.size > board.count / 2) {
      least = Math.max(least, leastOf(board, most, isWanted) - ROUNDING);
      if (bound < least) {
        const candidates = candidatesOf(board, least - bound, isWanted);
        if (candidates.length * SCORE <= term.size) return scored(board, parts, candidates);
      }
    }
    term.addScores(board);
  }
  return scored(board, parts, candidatesOf(board, leastOf(board, most, isWanted) - ROUNDING, isWanted));
}

/** For each term, how much it and those after it can add to a score at most. */
function boundsOf(terms: readonly { term: Term; part: number }[], partCount: number): Float64Array {
  const squares = new Float64Array(partCount);
  const bounds = new Float64Array(terms.length);
  for (let place = terms.length - 1; place >= 0; place -= 1) {
    const at = terms[place];
    if (at !== undefined) squares[at.part] = (squares[at.part] ?? 0) + at.term.square;
    let bound = 0;
    for (let part = 0; part < partCount; part += 1) bound += Math.sqrt(squares[part] ?? 0);
    bounds[place] = bound;
  }
  return bounds;
}

/** The papers on the board that have at least such a score so far. */
function candidatesOf(
  { scores, papers, count }: Scoreboard,
  least: number,
  isWanted: ((paper: number) => boolean) | null,
): Uint32Array {
  const candidates: number[] = [];
  for (let place = 0; place < count; place += 1) {
    const paper = papers[place] as number;
    if ((scores[paper] as number) < least) continue;
    if (isWanted === null || isWanted(paper)) candidates.push(paper);
  }
  return Uint32Array.from(candidates);
}

/** The score so far that the last of the best `most` has; below all scores where there are not so many. */
function leastOf(
  { scores, papers, count }: Scoreboard,
  most: number,
  isWanted: ((paper: number) => boolean) | null,
): number {
  const best = new Float64Array(most).fill(-Infinity);
  let least = -Infinity;
  for (let place = 0; place < count; place += 1) {
    const paper = papers[place] as number;
    const score = scores[paper] as number;
    if (score <= least || (isWanted !== null && !isWanted(paper))) continue;
    // Kept in order, the least first.
    let at = 0;
    while (at + 1 < most && (best[at + 1] as number) < score) {
      best[at] = best[at + 1] as number;
      at += 1;
    }
    best[at] = score;
    least = best[0] as number;
  }
  return least;
}

/** Gives papers the scores that they have when everything is added up in the usual order. */
function scored(board: Scoreboard, parts: readonly TermPart[], papers: Uint32Array): Uint32Array {
  for (const paper of papers) {
    let score = 0;
    for (const part of parts) score += part.scoreOf(paper);
    board.scores[paper] = score;
  }
  return papers;
}
