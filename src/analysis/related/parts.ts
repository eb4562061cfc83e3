import type { Projection } from '../projection.ts';
import type { Scoreboard } from './scoreboard.ts';
import type { Signal } from './question.ts';

/** What a paper and a candidate have both, and what that adds to the candidate's score. */
export type SharedNode = { node: number; weight: number };

/** What both have of one signal; `isAgainst` where it counts against the candidate. */
export type SharedNodes = { signal: Signal; isAgainst: boolean; shared: SharedNode[] };

/**
 * A part of a score. It adds to the scores of all papers that it has to do with, and can say afterwards of one of them
 * what it has added for which node, by number; of `TEXT` by the number of the stem.
 */
export type ScorePart = {
  addScores: (board: Scoreboard) => void;
  explain: (paper: number) => SharedNodes[];
};

/** Something that a seed has: all papers that have it too get something for it. */
export type Term = {
  /** How many papers have it. */
  size: number;
  /**
   * The square of how much it counts in the seed's vector. What several terms of one part add to a paper is at most the root
   * of the sum of their squares (Cauchy–Schwarz), for the paper's own vector has length 1.
   */
  square: number;
  /** Adds what it is worth to the scores of all papers that have it. */
  addScores: (board: Scoreboard) => void;
};

/** A part that is a sum over terms, and can be had for one paper alone, with the same last digit. */
export type TermPart = ScorePart & { terms: Term[]; scoreOf: (paper: number) => number };

/** Papers that a question likes, or dislikes: each counts for so much, below 0 where it counts against a candidate. */
export type Seeds = { papers: readonly number[]; share: number };

/** Puts nodes in the order of their keys, so that sums are the same to the last digit, whatever gave the projection. */
export function inOrderOfKeys<Value>(
  nodes: Map<number, Value>,
  keys: readonly string[],
): [node: number, value: Value][] {
  return [...nodes].sort(([a], [b]) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1));
}

/** The keys of what a signal shares, by number. */
export function keysOf({ nodes, texts }: Projection, signal: Signal): readonly string[] {
  if (signal === 'TEXT') return texts.stems;
  return signal === 'CITATION' ? nodes.PAPER.keys : nodes[signal].keys;
}
