import { canonicalKey, singular } from '../model/canonical-key.ts';
import type { TopicEvidence } from '../model/topic.ts';
import { GENERIC_EDGES, TITLE_VERBS } from './generic-words.ts';
import { tagWords, type TaggedWord } from './wink.ts';

/** The part of a paper in which a phrase stands. */
export type TextField = TopicEvidence['field'];

/** A word with its canonical key and the number of sentences before it. */
export type Word = TaggedWord & { sentence: number };

/** One place where a phrase stands. */
export type Occurrence = {
  field: TextField;
  /** Its first character in the title or abstract, and the one behind its last (UTF-16 code units). */
  start: number;
  end: number;
  /** The phrase as it stands there. */
  text: string;
  /** Its canonical key, and its words with theirs. */
  key: string;
  words: readonly Word[];
  /** How many words stand before it, counted from the start of the title, and how many sentences in its field. */
  position: number;
  sentence: number;
  /** Whether it begins and ends the run of adjectives and nouns in which it stands, generic words aside. */
  beginsRun: boolean;
  endsRun: boolean;
  /** The keys of the longer phrases of which it is a part here. */
  around: string[];
  beginsSentence: boolean;
  isAfterOf: boolean;
  isBeforeParenthesis: boolean;
};

/** The words of a title and an abstract, and all phrases in them that might be topics. */
export type ReadPaper = {
  occurrences: Occurrence[];
  /** How often each word occurs, by canonical key. */
  wordFrequencies: ReadonlyMap<string, number>;
  /** How many words there are. */
  length: number;
  /** Makes an occurrence of any stretch of the text, such as `mixture of experts`, which is no plain noun phrase. */
  occurrenceAt: (field: TextField, start: number, end: number) => Occurrence;
};

const LONGEST_PHRASE = 4;

/**
 * Reads a cleaned title and abstract: every phrase of up to four adjectives, nouns and gerunds that ends with a noun
 * or a gerund, in every place.
 */
export function readPaper(title: string, abstract: string): ReadPaper {
  // The capitals of a title would make names of all its words.
  const plainTitle = title.replace(/(?<![\p{L}\d-])\p{Lu}(?=\p{Ll}+(?![\p{L}\d]))/gu, (first) =>
    first.toLowerCase(),
  );
  const inTitle = readWords(plainTitle);
  const inAbstract = readWords(abstract);
  const fields = {
    title: { text: title, words: inTitle, firstPosition: 0 },
    abstract: { text: abstract, words: inAbstract, firstPosition: inTitle.length },
  };
  const wordFrequencies = new Map<string, number>();
  for (const { key, tag } of [...inTitle, ...inAbstract]) {
    if (tag !== 'PUNCT') wordFrequencies.set(key, (wordFrequencies.get(key) ?? 0) + 1);
  }
  return {
    occurrences: [...phrasesIn('title', fields.title), ...phrasesIn('abstract', fields.abstract)],
    wordFrequencies,
    length: inTitle.length + inAbstract.length,
    occurrenceAt: (field, start, end) => occurrenceAt(field, fields[field], start, end),
  };
}

type Field = { text: string; words: Word[]; firstPosition: number };

function readWords(text: string): Word[] {
  let sentence = 0;
  return tagWords(text).map(({ text, key, start, end, tag }) => {
    const isPunctuation = tag === 'PUNCT';
    const read = { text, start, end, tag, key: isPunctuation ? '' : key, sentence };
    if (isPunctuation && /[.!?]/.test(text)) sentence += 1;
    return read;
  });
}

function phrasesIn(name: TextField, field: Field): Occurrence[] {
  const { words } = field;
  const found: Occurrence[] = [];
  let from = 0;
  while (from < words.length) {
    let to = from;
    while (to < words.length && isPhraseWord(words[to])) to += 1;
    if (to > from) found.push(...phrasesOfRun(name, field, from, to));
    from = to + 1;
  }
  return found;
}

function phrasesOfRun(name: TextField, field: Field, from: number, to: number): Occurrence[] {
  const found: { first: number; last: number; occurrence: Occurrence }[] = [];
  // "A new graph transformer framework" is about graph transformers.
  let [begin, end] = [from, to - 1];
  while (begin < end && GENERIC_EDGES.has(field.words[begin]?.key ?? '')) begin += 1;
  while (end > begin && GENERIC_EDGES.has(field.words[end]?.key ?? '')) end -= 1;
  for (let first = from; first < to; first += 1) {
    if (isTitleVerb(field.words[first])) continue;
    for (let last = first; last < Math.min(to, first + LONGEST_PHRASE); last += 1) {
      if (last > first && isPlural(field.words[last - 1])) break;
      if (!isEnd(field.words[last])) continue;
      if (last === first && field.words[last]?.tag === 'VERB') continue;
      const occurrence = occurrenceOf(name, field, first, last);
      occurrence.beginsRun = first <= begin;
      occurrence.endsRun = last >= end;
      found.push({ first, last, occurrence });
    }
  }
  for (const outer of found) {
    if (outer.first === outer.last) continue;
    for (const inner of found) {
      const isInside = outer.first <= inner.first && outer.last >= inner.last && outer !== inner;
      if (isInside) inner.occurrence.around.push(outer.occurrence.key);
    }
  }
  return found.map(({ occurrence }) => occurrence);
}

function occurrenceOf(name: TextField, field: Field, first: number, last: number): Occurrence {
  const { text, words, firstPosition } = field;
  const phrase = words.slice(first, last + 1);
  const start = phrase[0]?.start ?? 0;
  const end = phrase.at(-1)?.end ?? start;
  return {
    field: name,
    start,
    end,
    text: text.slice(start, end),
    key: first === last ? (phrase[0]?.key ?? '') : canonicalKey(text.slice(start, end)),
    words: phrase,
    position: firstPosition + first,
    sentence: phrase[0]?.sentence ?? 0,
    beginsRun: true,
    endsRun: true,
    around: [],
    beginsSentence: first === 0 || words[first - 1]?.sentence !== words[first]?.sentence,
    isAfterOf: words[first - 1]?.key === 'of',
    isBeforeParenthesis: words[last + 1]?.text === '(',
  };
}

function occurrenceAt(name: TextField, field: Field, start: number, end: number): Occurrence {
  const first = Math.max(
    0,
    field.words.findIndex((word) => word.end > start),
  );
  const last = field.words.findLastIndex((word) => word.start < end);
  const occurrence = occurrenceOf(name, field, first, Math.max(first, last));
  const text = field.text.slice(start, end);
  return { ...occurrence, start, end, text, key: canonicalKey(text) };
}

/** A word that may be a topic's last: a head of two letters or more that says something. */
function isEnd(word: Word | undefined): boolean {
  return isHead(word) && word !== undefined && /\p{L}{2}/u.test(word.key) && !GENERIC_EDGES.has(word.key);
}

/** In a compound only the last noun is in the plural: what follows another one is a verb ("images exhibit"). */
function isPlural(word: Word | undefined): boolean {
  return word?.tag === 'NOUN' && singular(word.text) !== word.text;
}

function isTitleVerb(word: Word | undefined): boolean {
  return word !== undefined && TITLE_VERBS.has(word.key);
}

function isPhraseWord(word: TaggedWord | undefined): boolean {
  return word !== undefined && /\p{L}/u.test(word.text) && (word.tag === 'ADJ' || isHead(word));
}

/** A noun, or a gerund such as `learning`, may end a phrase. */
function isHead(word: TaggedWord | undefined): boolean {
  if (word === undefined) return false;
  return (
    word.tag === 'NOUN' || word.tag === 'PROPN' || (word.tag === 'VERB' && /[a-z]{3}ing$/.test(word.text))
  );
}
