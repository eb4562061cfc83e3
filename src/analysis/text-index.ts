import {
  addNeighbour,
  createAdjacency,
  grown,
  neighboursOf,
  pack,
  removeNeighbour,
  setNeighbours,
} from './adjacency.ts';
import type { Adjacency } from './adjacency.ts';
import { addForm, createWordForms, sortForms, type WordForms } from './word-forms.ts';

/** A part of a text, such as a title: its words in order, and how much each time counts that a word occurs in it. */
export type TextField = { words: readonly string[]; weight: number };

/** Stands between two fields, so that no phrase goes across. */
export const FIELD_BREAK = 0;

/** More often than this no word is counted. */
export const MOST_OCCURRENCES = 0xff;

/**
 * What is needed to search texts: which words a text has in which order, and which texts have a word. A word is known by
 * its stem, so that all its forms are the same one; the number of a stem stands for it.
 */
export type TextIndex = {
  /** The stem of each form that was seen, by number. */
  stemOf: Map<string, number>;
  /** The same forms in alphabetical order. */
  forms: WordForms;
  /** The number of each stem. */
  numberOf: Map<string, number>;
  /** The stems by number; the one of `FIELD_BREAK` is empty. */
  stems: string[];
  /** The stems of each text in order, with a `FIELD_BREAK` between its fields. */
  sequences: Adjacency<null>;
  /** The texts that have each stem, and how often, each time counted by its field's weight: at most 255. */
  texts: Adjacency<Uint8Array>;
  /** How many words each text has, counted by the weight of their fields. */
  lengths: Uint32Array;
  /** How many texts have words. */
  textCount: number;
  /** The sum of all lengths. */
  totalLength: number;
  stem: (word: string) => string;
};

/** An index without texts. `stem` makes one stem of all forms of a word. */
export function createTextIndex(stem: (word: string) => string): TextIndex {
  const stemOf = new Map<string, number>();
  return {
    stemOf,
    forms: createWordForms(stemOf),
    numberOf: new Map([['', FIELD_BREAK]]),
    stems: [''],
    sequences: createAdjacency(null),
    texts: createAdjacency(new Uint8Array(0)),
    lengths: new Uint32Array(0),
    textCount: 0,
    totalLength: 0,
    stem,
  };
}

/** Puts a text into the index under a number, in place of the one that was there. */
export function setText(index: TextIndex, text: number, fields: readonly TextField[]): void {
  const known = neighboursOf(index.sequences, text);
  const sequence: number[] = [];
  const occurrences = new Map<number, number>();
  let length = 0;
  for (const [place, { words, weight }] of fields.entries()) {
    // Also behind a field without words: what stands first is not the title then.
    if (place > 0 && words.length > 0) sequence.push(FIELD_BREAK);
    for (const word of words) {
      const stem = stemNumber(index, word);
      sequence.push(stem);
      occurrences.set(stem, (occurrences.get(stem) ?? 0) + weight);
    }
    length += words.length * weight;
  }
  if (isSame(known, sequence) && index.lengths[text] === length && length > 0) return;
  removeText(index, text);
  setNeighbours(index.sequences, text, sequence);
  for (const [stem, count] of occurrences) {
    addNeighbour(index.texts, stem, text, Math.min(count, MOST_OCCURRENCES));
  }
  index.lengths = grown(index.lengths, text + 1);
  index.lengths[text] = length;
  index.totalLength += length;
  if (length > 0) index.textCount += 1;
}

/** Takes a text out of the index. */
export function removeText(index: TextIndex, text: number): void {
  const length = index.lengths[text] ?? 0;
  if (length === 0) return;
  for (const stem of new Set(neighboursOf(index.sequences, text))) {
    if (stem !== FIELD_BREAK) removeNeighbour(index.texts, stem, text);
  }
  setNeighbours(index.sequences, text, []);
  index.lengths[text] = 0;
  index.totalLength -= length;
  index.textCount -= 1;
}

/** Gives back memory that was kept for texts to come, and puts all words in order. */
export function packTexts({ sequences, texts, forms }: TextIndex): void {
  sortForms(forms);
  pack(sequences);
  pack(texts);
}

function stemNumber(index: TextIndex, word: string): number {
  const known = index.stemOf.get(word);
  if (known !== undefined) return known;
  const stem = index.stem(word);
  let number = index.numberOf.get(stem);
  if (number === undefined) {
    number = index.stems.length;
    index.stems.push(stem);
    index.numberOf.set(stem, number);
  }
  index.stemOf.set(word, number);
  addForm(index.forms, word);
  return number;
}

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let place = 0; place < a.length; place += 1) if (a[place] !== b[place]) return false;
  return true;
}
