import { compareText } from '../collections.ts';
import { canonicalKey, isPartOf } from '../model/canonical-key.ts';
import type { Keyword } from '../model/paper.ts';
import type { MergeRule } from '../model/topic.ts';
import type { Candidate, PaperAnalysis, Span } from './analyse-paper.ts';
import type { Concepts } from './concepts.ts';
import { corpusFeatures } from './corpus-features.ts';
import type { CorpusStatistics, PhraseStatistics } from './corpus.ts';
import { GENERIC_ALONE } from './generic-words.ts';
import type { ScoreFeatures } from './trees.ts';

/** What is known beside a paper's own text. Without a corpus (null) the text alone ranks its phrases. */
export type Vocabulary = {
  concepts: Concepts;
  corpus: CorpusStatistics | null;
  /** Adds to the log-odds of a phrase what its row of `CORPUS_FEATURES` says. */
  scoreInCorpus: ScoreFeatures;
};

/** A candidate as a concept, with everything that decides about it. */
export type RankedConcept = Candidate & {
  /** The likelihood, in (0, 1), that the paper's authors would name it a keyword. */
  score: number;
  /** The keys that stand for the concept here, with the rule of each; null for its own. */
  members: { key: string; rule: MergeRule | null }[];
  /** What the other papers tell of it; null without a corpus. */
  statistics: PhraseStatistics | null;
  /** What sources give as keywords for it. */
  keywords: Keyword[];
  /** Why it is no topic, where it is none. */
  dropped: string | null;
};

/** How often a paper has to say a word such as `training`, which says little by itself. */
const VAGUE_WORD_TIMES = 3;

/** What log-odds a phrase gains that other papers have too: topics are there to be shared. */
const SHARED_BONUS = 0.3;

/**
 * A paper's concepts, best first, ties by key; provided keywords stand first with a score of 1. Those beyond `limit`
 * and those that are no topic tell why in `dropped`.
 */
export function rankConcepts(
  analysis: PaperAnalysis,
  keywords: readonly Keyword[],
  vocabulary: Vocabulary,
  limit: number,
): RankedConcept[] {
  const ranked = joinConcepts(analysis, keywords, vocabulary).sort(
    (a, b) => b.score - a.score || compareText(a.key, b.key),
  );
  const kept: RankedConcept[] = [];
  let fromText = 0;
  for (const concept of ranked) {
    concept.dropped = reasonToDrop(concept, kept, vocabulary.concepts);
    if (concept.dropped !== null) continue;
    if (concept.keywords.length === 0) fromText += 1;
    if (concept.keywords.length === 0 && fromText > limit) concept.dropped = 'beyond the limit';
    else kept.push(concept);
  }
  return ranked;
}

/** Makes one concept of all candidates and keywords that mean the same in this paper. */
function joinConcepts(
  { candidates, definitions }: PaperAnalysis,
  keywords: readonly Keyword[],
  vocabulary: Vocabulary,
): RankedConcept[] {
  const longForms = new Map(definitions.map(({ acronym, key }) => [acronym, key]));
  const joined = new Map<string, RankedConcept>();
  for (const candidate of candidates) addTo(joined, candidate, vocabulary);
  for (const keyword of keywords) {
    const key = canonicalKey(keyword.text);
    if (key === '') continue;
    addTo(joined, { ...PROVIDED, key: longForms.get(key) ?? key }, vocabulary).keywords.push(keyword);
  }
  for (const { acronym, key } of definitions) {
    joined.get(vocabulary.concepts.conceptOf(key).key)?.members.push({ key: acronym, rule: 'DEFINITION' });
  }
  for (const concept of joined.values()) concept.score = scoreOf(concept, vocabulary.scoreInCorpus);
  return [...joined.values()];
}

/** A keyword that the text does not have among its candidates. */
const PROVIDED: Omit<Candidate, 'key'> = {
  textScore: -Infinity,
  spans: [],
  isStandalone: true,
  isTruncated: false,
  isOwnName: false,
};

function addTo(
  joined: Map<string, RankedConcept>,
  candidate: Candidate,
  { concepts, corpus }: Vocabulary,
): RankedConcept {
  const { key, rule } = concepts.conceptOf(candidate.key);
  const known = joined.get(key);
  if (known !== undefined) {
    known.textScore = Math.max(known.textScore, candidate.textScore);
    known.spans = [...known.spans, ...candidate.spans].sort(byPlace);
    known.isStandalone ||= candidate.isStandalone;
    known.isTruncated &&= candidate.isTruncated;
    known.isOwnName &&= candidate.isOwnName;
    if (!known.members.some((member) => member.key === candidate.key)) {
      known.members.push({ key: candidate.key, rule });
    }
    return known;
  }
  const { textScore, spans, isStandalone, isTruncated, isOwnName } = candidate;
  const concept: RankedConcept = {
    key,
    textScore,
    spans,
    isStandalone,
    isTruncated,
    isOwnName,
    members: [{ key: candidate.key, rule }],
    keywords: [],
    statistics: corpus?.statisticsOf(key) ?? null,
    score: 0,
    dropped: null,
  };
  joined.set(key, concept);
  return concept;
}

function scoreOf(concept: RankedConcept, scoreInCorpus: ScoreFeatures): number {
  const { textScore, statistics, keywords } = concept;
  if (keywords.length > 0) return 1;
  if (statistics === null) return likelihood(textScore);
  const fromCorpus = scoreInCorpus(corpusFeatures(concept, statistics));
  return likelihood(textScore + fromCorpus + (statistics.papers > 1 ? SHARED_BONUS : 0));
}

function reasonToDrop(
  concept: RankedConcept,
  kept: readonly RankedConcept[],
  concepts: Concepts,
): string | null {
  if (concepts.isForbidden(concept.key)) return 'forbidden by an override';
  if (concept.keywords.length > 0) return null;
  const { statistics } = concept;
  if (concept.isOwnName && (statistics === null || statistics.papers === 1)) {
    return "the paper's own name for its system";
  }
  if (concept.isTruncated && (statistics === null || statistics.standalone === 0)) {
    return 'never stands without a noun behind it';
  }
  if (!concept.key.includes(' ') && concept.spans.length < timesNeeded(concept)) {
    return 'a single word that stands too seldom';
  }
  if (concept.isStandalone) return null;
  const better = kept.find(({ key }) => isPartOf(key, concept.key));
  return better === undefined ? null : `never stands apart from "${better.key}"`;
}

function byPlace(a: Span, b: Span): number {
  // The title comes before the abstract.
  return compareText(b.field, a.field) || a.start - b.start || a.end - b.end;
}

function likelihood(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** A single word is a topic only where other papers have it or this one insists on it; a vague one must do so more. */
function timesNeeded({ key, statistics }: RankedConcept): number {
  if (GENERIC_ALONE.has(key)) return VAGUE_WORD_TIMES;
  return statistics?.papers === 1 ? 2 : 1;
}
