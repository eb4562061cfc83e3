import { GENERIC_ALONE, GENERIC_EDGES } from './generic-words.ts';
import type { Occurrence, ReadPaper, Word } from './phrases.ts';

/** What the text of one paper tells of a phrase in it, in the order of the ranker's columns. */
export const TEXT_FEATURES = [
  'frequency',
  'standaloneFrequency',
  'endsRunShare',
  'aroundShare',
  'firstPosition',
  'firstInAbstract',
  'spread',
  'sentences',
  'titleFrequency',
  'standsAloneInTitle',
  'words',
  'characters',
  'beginsGeneric',
  'isGenericAlone',
  'endsGenericAlone',
  'beginsGerund',
  'endsGerund',
  'nouns',
  'properNouns',
  'hasHyphen',
  'capitalShare',
  'isAllCapitals',
  'rarestWordFrequency',
  'meanWordFrequency',
  'isDefined',
  'isOwnName',
  'afterOf',
  'beforeParenthesis',
] as const;

/** A phrase with its occurrences in order, and what the paper says of it. */
export type Phrase = {
  key: string;
  occurrences: readonly Occurrence[];
  /** Whether the paper gives it an acronym, and whether it is the paper's name for its own system. */
  isDefined: boolean;
  isOwnName: boolean;
};

/** The values of `TEXT_FEATURES` for a phrase. `frequencyOf` gives how often a phrase of the paper occurs. */
export function textFeatures(
  phrase: Phrase,
  paper: ReadPaper,
  frequencyOf: (key: string) => number,
): number[] {
  const { key, occurrences } = phrase;
  const [first] = occurrences;
  if (first === undefined) throw new TypeError(`the phrase "${key}" stands nowhere`);
  const frequency = occurrences.length;
  const counts = countPlaces(occurrences);
  const wordFrequencies = first.words.map(({ key }) => paper.wordFrequencies.get(key) ?? 1);
  const firstWord = first.words[0]?.key ?? '';
  const lastWord = first.words.at(-1)?.key ?? '';
  const lastPosition = (occurrences.at(-1) ?? first).position;
  return [
    frequency,
    counts.standalone,
    counts.endsRun / frequency,
    mostFrequentAround(occurrences, frequencyOf) / frequency,
    first.position / paper.length,
    occurrences.find(({ field }) => field === 'abstract')?.position ?? paper.length,
    (lastPosition - first.position) / paper.length,
    counts.sentences,
    counts.inTitle,
    counts.standaloneInTitle,
    first.words.length,
    key.length,
    Number(GENERIC_EDGES.has(firstWord)),
    Number(GENERIC_ALONE.has(key)),
    Number(GENERIC_ALONE.has(lastWord)),
    Number(first.words[0]?.tag === 'VERB'),
    Number(lastWord.endsWith('ing')),
    countOf(first.words, 'NOUN'),
    countOf(first.words, 'PROPN') / first.words.length,
    Number(first.text.includes('-')),
    counts.capital / Math.max(1, frequency - counts.inTitle),
    counts.allCapitals / frequency,
    Math.min(...wordFrequencies),
    wordFrequencies.reduce((sum, value) => sum + value, 0) / wordFrequencies.length,
    Number(phrase.isDefined),
    Number(phrase.isOwnName),
    counts.afterOf / frequency,
    counts.beforeParenthesis / frequency,
  ];
}

/** One pass over the places: this runs for every phrase of every paper. */
function countPlaces(occurrences: readonly Occurrence[]) {
  let [standalone, endsRun, inTitle, standaloneInTitle, sentences] = [0, 0, 0, 0, 0];
  let [capital, allCapitals, afterOf, beforeParenthesis] = [0, 0, 0, 0];
  let previous: Occurrence | undefined;
  for (const occurrence of occurrences) {
    const isStandalone = occurrence.beginsRun && occurrence.endsRun;
    if (isStandalone) standalone += 1;
    if (occurrence.endsRun) endsRun += 1;
    if (occurrence.field === 'title') {
      inTitle += 1;
      if (isStandalone) standaloneInTitle = 1;
    }
    if (/\p{Lu}/u.test(occurrence.text)) {
      const isName = occurrence.field === 'abstract' && !occurrence.beginsSentence;
      if (isName && /^\p{Lu}/u.test(occurrence.text)) capital += 1;
      if (/^\S*\p{Lu}\S*\p{Lu}\S*$/u.test(occurrence.text)) allCapitals += 1;
    }
    if (occurrence.isAfterOf) afterOf += 1;
    if (occurrence.isBeforeParenthesis) beforeParenthesis += 1;
    if (occurrence.field !== previous?.field || occurrence.sentence !== previous.sentence) sentences += 1;
    previous = occurrence;
  }
  return {
    standalone,
    endsRun,
    inTitle,
    standaloneInTitle,
    sentences,
    capital,
    allCapitals,
    afterOf,
    beforeParenthesis,
  };
}

function countOf(words: readonly Word[], tag: string): number {
  return words.reduce((count, word) => (word.tag === tag ? count + 1 : count), 0);
}

function mostFrequentAround(
  occurrences: readonly Occurrence[],
  frequencyOf: (key: string) => number,
): number {
  let most = 0;
  for (const { around } of occurrences) for (const key of around) most = Math.max(most, frequencyOf(key));
  return most;
}
