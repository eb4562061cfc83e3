import type { Keyword } from '../model/paper.ts';
import { analysePaper, type PaperAnalysis } from './analyse-paper.ts';
import { createConcepts } from './concepts.ts';
import type { Corpus } from './corpus.ts';
import { NO_OVERRIDES, type TopicOverrides } from './overrides.ts';
import { topicsOfPaper, type PaperTopic } from './paper-topics.ts';
import { rankConcepts, type Vocabulary } from './rank-concepts.ts';
import { CORPUS_TREES } from './ranker.ts';
import { scorerOf, type ScoreFeatures } from './trees.ts';

const scoreByTable = scorerOf(CORPUS_TREES);

/** What topics are taken from. */
export type PaperText = { title: string; abstract: string; keywords: readonly Keyword[] };

/** How many topics a paper has beside the keywords that its sources provide. */
export const TOPICS_PER_PAPER = 6;

/** What the papers of a corpus say together; for a paper on its own, what is known without any. */
export function buildVocabulary(
  corpus: Corpus | null,
  overrides: TopicOverrides = NO_OVERRIDES,
  scoreInCorpus: ScoreFeatures = scoreByTable,
): Vocabulary {
  const concepts = createConcepts(corpus?.definitions ?? new Map(), overrides);
  const counts = corpus?.count((key) => concepts.conceptOf(key).key) ?? null;
  return { concepts, corpus: counts, scoreInCorpus };
}

/** The topics of a paper, the best first. `analysis` is that of its text, which may be kept from earlier. */
export function chooseTopics(
  paper: PaperText,
  vocabulary: Vocabulary,
  {
    limit = TOPICS_PER_PAPER,
    analysis = analysePaper(paper),
  }: { limit?: number; analysis?: PaperAnalysis } = {},
): PaperTopic[] {
  const ranked = rankConcepts(analysis, paper.keywords, vocabulary, limit);
  return topicsOfPaper(
    paper,
    ranked.filter(({ dropped }) => dropped === null),
  );
}
