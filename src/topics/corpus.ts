import type { Keyword } from '../model/paper.ts';
import type { PaperAnalysis } from './analyse-paper.ts';
import { canonicalKey } from '../model/canonical-key.ts';

/** What the papers of a corpus tell of a phrase. Information is ln(papers of the corpus ÷ papers that have it). */
export type PhraseStatistics = {
  /** How many papers have it, and what part of all. */
  papers: number;
  paperShare: number;
  information: number;
  /** In what part of its papers it stands in the title; in how many by itself, as no part of a longer phrase. */
  titleShare: number;
  standalone: number;
  /** The information of its words: of all together, on the average, and of the rarest. */
  wordInformation: number;
  meanWordInformation: number;
  rarestWordInformation: number;
  /** In what part of all papers its last word ends a longer phrase. */
  headShare: number;
};

/** What the papers of a corpus have in common: phrases by canonical key; zeros for one that none has. */
export type CorpusStatistics = { statisticsOf: (key: string) => PhraseStatistics };

/**
 * Collects papers and counts their phrases. A paper costs 4 bytes a phrase here; the counts are the same in whatever
 * order the papers come.
 */
export type Corpus = {
  /** `keywords` are what sources give the paper as keywords: they count as phrases of it. */
  add: (analysis: PaperAnalysis, keywords?: readonly Keyword[]) => void;
  /** How often papers give each acronym each meaning: acronym key → long key → papers. */
  definitions: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The counts once `resolve` has given every key that of its concept. */
  count: (resolve: (key: string) => string) => CorpusStatistics;
};

const IN_TITLE = 1;
const STANDALONE = 2;
const FLAG_BITS = 2;

/** An empty corpus. */
export function createCorpus(): Corpus {
  const { numberOf, numberFor } = numbering();
  const papers: Int32Array[] = [];
  const definitions = new Map<string, Map<string, number>>();
  return {
    definitions,
    add(analysis, keywords = []) {
      const phrases = analysis.candidates.map(({ key, spans, isStandalone }) => {
        const flags = (spans[0]?.field === 'title' ? IN_TITLE : 0) | (isStandalone ? STANDALONE : 0);
        return (numberFor(key) << FLAG_BITS) | flags;
      });
      const provided = keywords.map(({ text }) => (numberFor(canonicalKey(text)) << FLAG_BITS) | STANDALONE);
      papers.push(Int32Array.from([...phrases, ...provided]));
      for (const { acronym, key } of analysis.definitions) {
        const meanings = definitions.get(acronym) ?? new Map<string, number>();
        definitions.set(acronym, meanings.set(key, (meanings.get(key) ?? 0) + 1));
      }
    },
    count: (resolve) => countPhrases([...numberOf.keys()], papers, resolve),
  };
}

function countPhrases(
  keys: readonly string[],
  papers: readonly Int32Array[],
  resolve: (key: string) => string,
): CorpusStatistics {
  const phrases = numbering();
  const numbers = keys.map((key) => phrases.numberFor(resolve(key)));
  const resolved = [...phrases.numberOf.keys()];
  const words = numbering();
  const wordsOf = resolved.map((key) => key.split(' ').map(words.numberFor));
  const counter = () => countOncePerPaper(resolved.length);
  const [anywhere, titles, standalone] = [counter(), counter(), counter()];
  const withWord = countOncePerPaper(words.numberOf.size);
  const withHead = countOncePerPaper(words.numberOf.size);
  for (const [paper, entries] of papers.entries()) {
    for (const entry of entries) {
      const phrase = numbers[entry >> FLAG_BITS] ?? 0;
      anywhere.add(phrase, paper);
      if (entry & IN_TITLE) titles.add(phrase, paper);
      if (entry & STANDALONE) standalone.add(phrase, paper);
      const itsWords = wordsOf[phrase] ?? [];
      for (const word of itsWords) withWord.add(word, paper);
      if (itsWords.length > 1 && entry & STANDALONE) withHead.add(itsWords.at(-1) ?? 0, paper);
    }
  }
  const information = (count: number) => Math.log(papers.length / Math.max(1, count));
  const describe = (phrase: number): PhraseStatistics => {
    const [count, itsWords] = [anywhere.of(phrase), wordsOf[phrase] ?? []];
    const ofWords = itsWords.map((word) => information(withWord.of(word)));
    const wordInformation = ofWords.reduce((sum, value) => sum + value, 0);
    return {
      papers: count,
      paperShare: count / papers.length,
      information: information(count),
      titleShare: titles.of(phrase) / Math.max(1, count),
      standalone: standalone.of(phrase),
      wordInformation,
      meanWordInformation: wordInformation / Math.max(1, ofWords.length),
      rarestWordInformation: Math.max(0, ...ofWords),
      headShare: withHead.of(itsWords.at(-1) ?? -1) / papers.length,
    };
  };
  const described: PhraseStatistics[] = [];
  const unknown = describe(-1);
  return {
    statisticsOf(key) {
      const phrase = phrases.numberOf.get(key);
      return phrase === undefined ? unknown : (described[phrase] ??= describe(phrase));
    },
  };
}

/** Gives every distinct text a number, from 0. */
function numbering() {
  const numberOf = new Map<string, number>();
  const numberFor = (text: string): number => {
    const known = numberOf.get(text);
    if (known !== undefined) return known;
    numberOf.set(text, numberOf.size);
    return numberOf.size - 1;
  };
  return { numberOf, numberFor };
}

/** Counts papers, each once, by what they have; papers must come one after the other. */
function countOncePerPaper(size: number) {
  const counts = new Int32Array(size);
  const lastPaper = new Int32Array(size).fill(-1);
  return {
    add(item: number, paper: number): void {
      if (lastPaper[item] === paper) return;
      lastPaper[item] = paper;
      counts[item] = (counts[item] ?? 0) + 1;
    },
    of: (item: number): number => counts[item] ?? 0,
  };
}
