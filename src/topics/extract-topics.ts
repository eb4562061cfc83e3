import { analysePaper } from './analyse-paper.ts';
import { createCorpus } from './corpus.ts';
import type { TopicOverrides } from './overrides.ts';
import { packAnalysis, unpackAnalysis } from './pack-analysis.ts';
import { createTopicRegister } from './topic-register.ts';
import { buildVocabulary, chooseTopics, type PaperText, type Vocabulary } from './vocabulary.ts';

export type ExtractOptions = { limit?: number | undefined; overrides?: TopicOverrides | undefined };

/** The names of a paper's topics, best first, from its text alone. */
export function extractTopics(paper: PaperText, options: ExtractOptions = {}): string[] {
  return namesOf([paper], buildVocabulary(null, options.overrides), options)[0] ?? [];
}

/** The names of each paper's topics, best first, with the papers as one corpus: they share topics and their names. */
export function extractTopicsOfCorpus(
  papers: readonly PaperText[],
  options: ExtractOptions = {},
): string[][] {
  const corpus = createCorpus();
  // Packed, ten thousand papers take 20 MB.
  const analyses = papers.map((paper) => {
    const analysis = analysePaper(paper);
    corpus.add(analysis, paper.keywords);
    return packAnalysis(analysis);
  });
  return namesOf(papers, buildVocabulary(corpus, options.overrides), options, analyses);
}

function namesOf(
  papers: readonly PaperText[],
  vocabulary: Vocabulary,
  { limit }: ExtractOptions,
  analyses: readonly string[] = [],
): string[][] {
  const register = createTopicRegister(vocabulary.concepts);
  const keys = papers.map((paper, index) => {
    const packed = analyses[index];
    const analysis = (packed === undefined ? null : unpackAnalysis(packed)) ?? analysePaper(paper);
    const topics = chooseTopics(paper, vocabulary, { analysis, ...(limit === undefined ? {} : { limit }) });
    register.add(topics);
    return topics.map(({ key }) => key);
  });
  const names = new Map(register.topics().map(({ key, name }) => [key, name]));
  return keys.map((ofPaper) => ofPaper.map((key) => names.get(key) ?? key));
}
