import { rankPhrases } from './analyse-paper.ts';
import { CORPUS_FEATURES, corpusFeatures } from './corpus-features.ts';
import { findPhrases } from './find-phrases.ts';
import { rankConcepts, type RankedConcept, type Vocabulary } from './rank-concepts.ts';
import { TEXT_FEATURES } from './text-features.ts';
import { TOPICS_PER_PAPER, type PaperText } from './vocabulary.ts';

/** A candidate of a paper and why it became a topic or not. */
export type ExplainedCandidate = {
  concept: RankedConcept;
  /** What the text says of it, and what the other papers do; by the names of the features. */
  text: Record<string, number> | null;
  corpus: Record<string, number> | null;
};

/** All candidates of a paper, best first, with everything that decided about them. */
export function explainTopics(paper: PaperText, vocabulary: Vocabulary): ExplainedCandidate[] {
  const found = findPhrases(paper);
  const features = new Map(found.phrases.map(({ phrase, features }) => [phrase.key, features]));
  const ranked = rankConcepts(rankPhrases(found), paper.keywords, vocabulary, TOPICS_PER_PAPER);
  return ranked.map((concept) => {
    const { statistics } = concept;
    const text = concept.members.map(({ key }) => features.get(key)).find((found) => found !== undefined);
    return {
      concept,
      text: text === undefined ? null : named(TEXT_FEATURES, text),
      corpus: statistics === null ? null : named(CORPUS_FEATURES, corpusFeatures(concept, statistics)),
    };
  });
}

function named(names: readonly string[], values: readonly number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? 0]));
}
