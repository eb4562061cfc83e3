import { analysePaper } from './analyse-paper.ts';
import { createCorpus } from './corpus.ts';
import type { TopicOverrides } from './overrides.ts';
import { packAnalysis, unpackAnalysis } from './pack-analysis.ts';
import { createTopicRegister } from './topic-register.ts';
import { buildVocabulary, chooseTopics, type PaperText } from './vocabulary.ts';

/** How many topics a paper has at most, and what people decided about topics. */
export type ExtractOptions = { limit: number; overrides?: TopicOverrides };

/** Gives a function that names a paper's topics, best first, from its text alone. */
export function topicExtractor({ limit, overrides }: ExtractOptions): (paper: PaperText) => string[] {
  const vocabulary = buildVocabulary(null, overrides);
  return (paper) =>
    chooseTopics(paper, vocabulary, { limit }).map(({ key, name }) => vocabulary.concepts.nameOf(key, name));
}

/** The names of each paper's topics, best first, with the papers as one corpus: they share topics and their names. */
export function extractTopicsOfCorpus(
  papers: readonly PaperText[],
  { limit, overrides }: ExtractOptions,
): string[][] {
  const corpus = createCorpus();
  // Packed, for a hundred thousand papers have to fit into memory.
  const packed = papers.map((paper) => {
    const analysis = analysePaper(paper);
    corpus.add(analysis, paper.keywords);
    return packAnalysis(analysis);
  });
  const vocabulary = buildVocabulary(corpus, overrides);
  const register = createTopicRegister(vocabulary.concepts);
  const keys = papers.map((paper, index) => {
    const analysis = unpackAnalysis(packed[index] ?? '') ?? analysePaper(paper);
    const topics = chooseTopics(paper, vocabulary, { limit, analysis });
    register.add(topics);
    return topics.map(({ key }) => key);
  });
  const names = new Map(register.topics().map(({ key, name }) => [key, name]));
  return keys.map((ofPaper) => ofPaper.map((key) => names.get(key) ?? key));
}
