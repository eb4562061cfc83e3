import type { Candidate } from './analyse-paper.ts';
import type { CorpusStatistics } from './corpus.ts';

/** What the other papers of a corpus tell of a candidate, in the order of the ranker's columns. */
export const CORPUS_FEATURES = [
  'textScore',
  'frequency',
  'isInTitle',
  'words',
  'papers',
  'paperShare',
  'inverseDocumentFrequency',
  'titleShare',
  'standaloneShare',
  'pointwiseMutualInformation',
  'rarestWord',
  'meanWord',
  'headShare',
] as const;

/** The values of `CORPUS_FEATURES` for a candidate of a paper that the corpus holds. */
export function corpusFeatures(candidate: Candidate, corpus: CorpusStatistics): number[] {
  const { key, textScore, spans } = candidate;
  const counts = corpus.countsOf(key);
  const papers = Math.max(1, counts.papers);
  const words = key.split(' ');
  const information = (count: number) => Math.log(corpus.papers / Math.max(1, count));
  const wordInformation = words.map((word) => information(corpus.papersWithWord(word)));
  const sum = wordInformation.reduce((total, value) => total + value, 0);
  return [
    textScore,
    spans.length,
    Number(spans[0]?.field === 'title'),
    words.length,
    papers,
    papers / corpus.papers,
    information(papers),
    counts.titles / papers,
    counts.standalone / papers,
    // ln(P(phrase) ÷ Π P(word)), after Church and Hanks 1990: how much more often than chance its words meet.
    sum - information(papers),
    Math.max(...wordInformation),
    sum / words.length,
    corpus.papersWithHead(words.at(-1) ?? '') / corpus.papers,
  ];
}
