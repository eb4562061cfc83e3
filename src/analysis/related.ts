import { compareText } from '../collections.ts';

/** What two papers can have in common. */
export const SIGNALS = ['TOPIC', 'ORG'] as const;
export type Signal = (typeof SIGNALS)[number];

/** A paper with its terms by signal: topic keys and org slugs. */
export type PaperTerms = { id: string; terms: Record<Signal, readonly string[]> };

/** Something that both papers have. `weight` is its part of the score; the weights of a reason add up to its contribution. */
export type SharedTerm = { key: string; weight: number };

/** What one signal adds to a score; the contributions of a paper's reasons add up to its score. */
export type RelatedReason = { signal: Signal; contribution: number; shared: SharedTerm[] };

/** A paper related to another one. `score` is in (0, 1]; the reasons stand with the strongest first. */
export type RelatedPaper = { id: string; score: number; reasons: RelatedReason[] };

/**
 * How much each signal counts where several are asked for: what a paper is about tells more than who wrote it. The
 * weights of the signals asked for are scaled to add up to 1.
 */
const SIGNAL_WEIGHTS: Record<Signal, number> = { TOPIC: 0.75, ORG: 0.25 };

/**
 * Inverse document frequency, ln(1 + N / n), of a term that n of N papers have: a rare term tells more. It stays
 * above 0 for a term that every paper has. (Spärck Jones 1972, with the usual 1 + against vanishing weights.)
 */
export function inverseDocumentFrequency(paperCount: number, termCount: number): number {
  return Math.log(1 + paperCount / termCount);
}

/** A paper's terms with their squared weights in the order of keys, and the length of each signal's vector. */
export type WeightedPaper = {
  id: string;
  signals: Record<Signal, { squares: ReadonlyMap<string, number>; length: number }>;
};

/** Weighs a paper's terms, once for all comparisons with it. */
export function weighTerms(
  paper: PaperTerms,
  weightOf: (signal: Signal, key: string) => number,
): WeightedPaper {
  const weigh = (signal: Signal) => {
    // In one order whatever the store gave: floating-point sums depend on it in their last digit.
    const keys = paper.terms[signal].toSorted(compareText);
    const squares = new Map(keys.map((key) => [key, weightOf(signal, key) ** 2]));
    return { squares, length: Math.sqrt(sum(squares.values())) };
  };
  return { id: paper.id, signals: { TOPIC: weigh('TOPIC'), ORG: weigh('ORG') } };
}

/**
 * The papers among the candidates that share a term with a paper, best first, ties by id. Each signal is the cosine
 * of the two papers' term vectors, weighted by inverse document frequency: Σ w² over shared terms, divided by both
 * vectors' lengths. The score is the mean of the signals asked for, weighted by `SIGNAL_WEIGHTS`.
 */
export function rankRelated(
  paper: WeightedPaper,
  candidates: Iterable<WeightedPaper>,
  signals: readonly Signal[],
): RelatedPaper[] {
  const related: RelatedPaper[] = [];
  for (const candidate of candidates) {
    if (candidate.id === paper.id) continue;
    const reasons = explain(paper, candidate, signals);
    // Rounding may lift a sum of equal parts a hair above 1.
    const score = Math.min(1, sum(reasons.map(({ contribution }) => contribution)));
    if (score > 0) related.push({ id: candidate.id, score, reasons });
  }
  return related.sort((a, b) => b.score - a.score || compareText(a.id, b.id));
}

function explain(a: WeightedPaper, b: WeightedPaper, signals: readonly Signal[]): RelatedReason[] {
  const totalWeight = sum(signals.map((signal) => SIGNAL_WEIGHTS[signal]));
  const reasons: RelatedReason[] = [];
  for (const signal of signals) {
    const [left, right] = [a.signals[signal], b.signals[signal]];
    const scale = SIGNAL_WEIGHTS[signal] / totalWeight / (left.length * right.length);
    const shared: SharedTerm[] = [];
    for (const [key, square] of left.squares) {
      if (right.squares.has(key)) shared.push({ key, weight: scale * square });
    }
    if (shared.length === 0) continue;
    const contribution = sum(shared.map(({ weight }) => weight));
    shared.sort((x, y) => y.weight - x.weight || compareText(x.key, y.key));
    reasons.push({ signal, contribution, shared });
  }
  return reasons.sort((x, y) => y.contribution - x.contribution || compareText(x.signal, y.signal));
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
