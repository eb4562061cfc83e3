import { compareText } from '../collections.ts';
import type { Candidate, Occurrence } from './candidates.ts';
import { GENERIC_ALONE } from './generic-words.ts';

/** A candidate with its rank score: the higher, the more the paper is about it. */
export type RankedCandidate = Candidate & { score: number };

/** For a phrase that stands in title and abstract: what only the title has is often a figure of speech. */
const TITLE_BONUS = 1.6;
/** What a part of a longer phrase counts where it never stands by itself: `neural` in `neural networks` nothing. */
const PART_OF_LONGER = 0.25;
const WORDS_WEIGHT = [0, 0.6, 1, 1.05, 0.85];

/**
 * Ranks candidates by how often they stand by themselves, how early, how long they are, and whether title and
 * abstract have them: frequency × length weight ÷ ln(3 + first word). A phrase that stands only inside a better one is left out.
 */
export function rankCandidates(candidates: readonly Candidate[]): RankedCandidate[] {
  const ranked = candidates
    .filter(isFrequentEnough)
    .map((candidate) => ({ ...candidate, score: scoreOf(candidate) }))
    .sort((a, b) => b.score - a.score || compareText(a.key, b.key));
  const kept: RankedCandidate[] = [];
  for (const candidate of ranked) {
    if (!kept.some((better) => overlaps(better, candidate))) kept.push(candidate);
  }
  return kept;
}

/** A single word is a topic only where the paper insists on it: in title and abstract, or three times. */
function isFrequentEnough({ occurrences }: Candidate): boolean {
  if (occurrences.some(({ length }) => length > 1)) return !isTruncated(occurrences);
  const inTitle = occurrences.filter((occurrence) => occurrence.inTitle).length;
  return occurrences.length >= 3 || (inTitle > 0 && inTitle < occurrences.length);
}

/** `large language` stands only in `large language model`, and a word like `language` is no end for a topic. */
function isTruncated(occurrences: readonly Occurrence[]): boolean {
  const lastWord = occurrences[0]?.surface.split(/\s+/).at(-1)?.toLowerCase() ?? '';
  return GENERIC_ALONE.has(lastWord) && !occurrences.some(({ isMaximal }) => isMaximal);
}

function scoreOf({ occurrences }: Candidate): number {
  const [first] = occurrences;
  if (first === undefined) return 0;
  const frequency = occurrences.reduce((sum, { isMaximal }) => sum + (isMaximal ? 1 : PART_OF_LONGER), 0);
  const length = WORDS_WEIGHT[Math.min(first.length, WORDS_WEIGHT.length - 1)] ?? 1;
  const places = new Set(occurrences.map(({ inTitle }) => inTitle));
  const title = places.size === 2 ? TITLE_BONUS : 1;
  return (
    ((1 + Math.log(1 + frequency)) * length * title) /
    Math.log(3 + Math.min(...occurrences.map(({ word }) => word)))
  );
}

/** Whether one phrase is part of the other and the weaker one never stands by itself. */
function overlaps(better: Candidate, weaker: Candidate): boolean {
  const isPart =
    ` ${better.key} `.includes(` ${weaker.key} `) || ` ${weaker.key} `.includes(` ${better.key} `);
  return isPart && !weaker.occurrences.some(({ isMaximal }) => isMaximal);
}
