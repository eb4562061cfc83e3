import { createCorpus } from '../../src/topics/corpus.ts';
import { analysePaper } from '../../src/topics/analyse-paper.ts';
import type { TopicOverrides } from '../../src/topics/overrides.ts';
import type { PaperTopic } from '../../src/topics/paper-topics.ts';
import { createTopicRegister } from '../../src/topics/topic-register.ts';
import { buildVocabulary, chooseTopics, type PaperText } from '../../src/topics/vocabulary.ts';

type Text = Omit<PaperText, 'keywords'> & Partial<Pick<PaperText, 'keywords'>>;
type Options = { limit?: number; overrides?: TopicOverrides };

/** The topics of a paper on its own. */
export function topicsOf(text: Text, { limit, overrides }: Options = {}): PaperTopic[] {
  const paper = { keywords: [], ...text };
  return chooseTopics(paper, buildVocabulary(null, overrides), limit === undefined ? {} : { limit });
}

/** The topics of each paper of a corpus, and what each topic is. */
export function corpusTopicsOf(texts: readonly Text[], { limit, overrides }: Options = {}) {
  const papers = texts.map((text) => ({ keywords: [], ...text }));
  const corpus = createCorpus();
  for (const paper of papers) corpus.add(analysePaper(paper), paper.keywords);
  const vocabulary = buildVocabulary(corpus, overrides);
  const register = createTopicRegister(vocabulary.concepts);
  const chosen = papers.map((paper) => {
    const topics = chooseTopics(paper, vocabulary, limit === undefined ? {} : { limit });
    register.add(topics);
    return topics;
  });
  return { papers: chosen, topics: new Map(register.topics().map((topic) => [topic.key, topic])) };
}
