import { PapergraphError } from '../../errors.ts';
import type { LinkKind } from '../projection.ts';

/** What two papers can have in common. */
export const SIGNALS = ['TOPIC', 'ORG', 'AUTHOR', 'REPO', 'CITATION', 'TEXT'] as const;
export type Signal = LinkKind | 'TEXT';

/** How it is measured how related two papers are; the formula of each stands at the function that computes it. */
export type Measure =
  | 'SIMILARITY'
  | 'ADAMIC_ADAR'
  | 'RESOURCE_ALLOCATION'
  | 'COMMON_NEIGHBOURS'
  | 'JACCARD'
  | 'PERSONALISED_PAGERANK';

/** In which order related papers stand. */
export type RelatedOrder = 'RELEVANCE' | 'NEWEST' | 'UPVOTES';

export type SignalWeights = Record<Signal, number>;

/**
 * How much each signal counts where several are asked for and no weights are given. Those of topics, texts, authors and
 * orgs were chosen by `npm run bench:related-relevance -- --weights`: in steps of 2, by the halves of its papers; the others,
 * which its data lacks, by sense.
 */
export const DEFAULT_WEIGHTS: SignalWeights = {
  TOPIC: 4,
  ORG: 0.25,
  AUTHOR: 0.5,
  REPO: 1,
  CITATION: 2,
  TEXT: 2,
};

/** Which papers are asked for: those like some, but not like others. All by number. */
export type RelatedQuestion = {
  liked: readonly number[];
  disliked: readonly number[];
  signals: readonly Signal[];
  /** How much each signal counts; only for `SIMILARITY`. */
  weights: SignalWeights;
  measure: Measure;
  order: RelatedOrder;
  /** Which papers may be among the answers; all where left out. */
  isWanted?: ((paper: number) => boolean) | null | undefined;
  /** How many of the best are asked for, and no number of all; all where left out. */
  most?: number | undefined;
};

/** What a caller may say of how papers are compared. */
export type RelatedChoice = {
  by?: readonly Signal[] | null | undefined;
  weights?: Partial<Record<Signal, number | null | undefined>> | null | undefined;
  measure: Measure;
};

/**
 * The signals that count, each once, and their weights. Throws `BAD_USER_INPUT` for weights below 0, for weights of which
 * none is above 0, and for what a measure of links knows nothing of: weights and `TEXT`.
 */
export function readChoice({ by, weights, measure }: RelatedChoice): {
  signals: Signal[];
  weights: SignalWeights;
} {
  const isOfLinks = measure !== 'SIMILARITY';
  if (isOfLinks && weights != null) {
    throw badInput('"weights" with the measure SIMILARITY only', measure);
  }
  if (isOfLinks && by?.includes('TEXT') === true) {
    throw badInput('the signal TEXT with the measure SIMILARITY only', measure);
  }
  const signals = SIGNALS.filter((signal) => by?.includes(signal) ?? !(isOfLinks && signal === 'TEXT'));
  const given = { ...DEFAULT_WEIGHTS };
  for (const signal of SIGNALS) given[signal] = weights?.[signal] ?? given[signal];
  for (const [signal, weight] of Object.entries(given)) {
    if (!(weight >= 0 && weight < Infinity)) throw badInput(`a weight of ${signal} from 0 on`, weight);
  }
  if (signals.length > 0 && signals.every((signal) => given[signal] === 0)) {
    throw badInput('one of the signals to have a weight above 0', signals.join(', '));
  }
  return { signals: signals.filter((signal) => isOfLinks || given[signal] > 0), weights: given };
}

/** The kinds of link that signals look at. */
export function linkKindsOf(signals: readonly Signal[]): LinkKind[] {
  return signals.filter((signal) => signal !== 'TEXT');
}

function badInput(expected: string, given: string | number): PapergraphError {
  return new PapergraphError('BAD_USER_INPUT', `Expected ${expected}, but got ${given}.`);
}
