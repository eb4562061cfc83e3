import type { Candidate } from './analyse-paper.ts';
import type { PhraseStatistics } from './corpus.ts';

/** What a paper and the other papers of its corpus tell of a candidate, in the order of the ranker's columns. */
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

/** The values of `CORPUS_FEATURES` for a candidate, with what the corpus tells of its key. */
export function corpusFeatures({ key, textScore, spans }: Candidate, statistics: PhraseStatistics): number[] {
  return [
    textScore,
    spans.length,
    Number(spans[0]?.field === 'title'),
    key.split(' ').length,
    statistics.papers,
    statistics.paperShare,
    statistics.information,
    statistics.titleShare,
    statistics.standalone / Math.max(1, statistics.papers),
    // ln(P(phrase) ÷ Π P(word)), after Church and Hanks 1990: how much more often than chance its words meet.
    statistics.wordInformation - statistics.information,
    statistics.rarestWordInformation,
    statistics.meanWordInformation,
    statistics.headShare,
  ];
}
