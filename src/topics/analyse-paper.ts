import { compareText } from '../collections.ts';
import type { TopicEvidence } from '../model/topic.ts';
import type { Definition } from './acronyms.ts';
import { findPhrases, type FoundPhrases } from './find-phrases.ts';
import { TEXT_TREES } from './ranker.ts';
import { scorerOf, type ScoreFeatures } from './trees.ts';

/** Where a phrase stands: its first character in title or abstract and the one behind its last (UTF-16 code units). */
export type Span = Omit<TopicEvidence, 'text'>;

/** A phrase of a paper that may be a topic, and what the ranking needs to know of it. */
export type Candidate = {
  key: string;
  /** What the text alone says: log-odds that the paper's authors would name it a keyword; three decimals. */
  textScore: number;
  /** Where it stands, in order, the title first; nowhere for a keyword that a source provides. */
  spans: Span[];
  /** Whether it stands somewhere by itself, as no part of a longer phrase. */
  isStandalone: boolean;
  /** Whether it always has another noun behind it, as `large language` in `large language model`. */
  isTruncated: boolean;
  /** Whether it is, or contains, the paper's name for its own system. */
  isOwnName: boolean;
};

/** What is kept of a paper's text: it depends on nothing else, so papers may come in any order. */
export type PaperAnalysis = {
  /** The best candidates by what the text says, best first, ties by key. */
  candidates: Candidate[];
  definitions: Definition[];
};

/** To be raised when the same text gives another analysis: then papers of an older version are read anew. */
export const ANALYSIS_VERSION = 1;

const scoreText = scorerOf(TEXT_TREES);

/** What ranks below these is no topic in any corpus. */
const MOST_CANDIDATES = 40;

/** Reads a title and an abstract once: the phrases that may be topics. */
export function analysePaper(paper: { title: string; abstract: string }): PaperAnalysis {
  return rankPhrases(findPhrases(paper));
}

/** Keeps the best of a paper's phrases, as `score` judges their features; the ranker that ships by default. */
export function rankPhrases(
  { phrases, definitions }: FoundPhrases,
  score: ScoreFeatures = scoreText,
): PaperAnalysis {
  const best = phrases
    .map(({ phrase, features }) => ({ phrase, textScore: Math.round(score(features) * 1000) / 1000 }))
    .sort((a, b) => b.textScore - a.textScore || compareText(a.phrase.key, b.phrase.key))
    .slice(0, MOST_CANDIDATES);
  const candidates = best.map(({ phrase: { key, occurrences, isOwnName }, textScore }) => ({
    key,
    textScore,
    spans: occurrences.map(({ field, start, end }) => ({ field, start, end })),
    isStandalone: occurrences.some(({ beginsRun, endsRun }) => beginsRun && endsRun),
    isTruncated: !occurrences.some(({ endsRun }) => endsRun),
    isOwnName,
  }));
  return { candidates, definitions };
}
