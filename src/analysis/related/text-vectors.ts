import { compareText } from '../../collections.ts';
import { neighboursOf } from '../adjacency.ts';
import { derived } from '../derived.ts';
import { BM25, lengthDamping, wordRarity } from '../document-frequency.ts';
import { paperCountOf, type Projection } from '../projection.ts';
import { TITLE_WEIGHT } from '../../model/search-text.ts';
import { FIELD_BREAK, MOST_OCCURRENCES } from '../text-index.ts';
import { invertLengths, toSteps } from './exact-sum.ts';

/** Of a long abstract most words tell little; the weightiest tell what it is about, and cost less to follow. */
const MOST_WORDS = 25;

/**
 * Papers as vectors of the words, by stem, of title and abstract, with their weights in BM25:
 * idf · tf · (k₁ + 1) / (tf + k₁ · (1 − b + b · length / average length)), idf = ln(1 + (N − n + ½) / (n + ½)), where n of
 * N papers have the word; k₁ = 1.2, b = 0.75 (Robertson & Zaragoza 2009; as vectors: Whissell & Clarke 2011).
 */
export type TextVectors = {
  /** idf · (k₁ + 1) of each stem by number. */
  scales: Float64Array;
  /** k₁ · (1 − b + b · length / average length) of each paper by number. */
  dampings: Float64Array;
  /** The inverse of the length of each paper's vector by number; 0 for a paper without words. */
  inverseLengths: Float64Array;
};

/** The vectors of all papers, made once for a state of the projection. */
export function textVectors(projection: Projection): TextVectors {
  return derived(projection, makeVectors);
}

/** How much a word counts in a paper that has it so often. */
export function wordWeight(
  { scales, dampings }: TextVectors,
  stem: number,
  paper: number,
  count: number,
): number {
  return ((scales[stem] ?? 0) * count) / (count + (dampings[paper] ?? 0));
}

/** The weightiest words of a paper, by stem, with their weights; of equal ones those first in the alphabet. */
export function weightiestWords(projection: Projection, paper: number): [stem: number, weight: number][] {
  const { stems } = projection.texts;
  const vectors = textVectors(projection);
  const words: [stem: number, weight: number][] = [];
  const isBehind = (weight: number, stem: number, [other, least]: [number, number]) =>
    weight < least || (weight === least && compareText(stems[stem] ?? '', stems[other] ?? '') > 0);
  for (const [stem, count] of countWords(projection, paper)) {
    const weight = wordWeight(vectors, stem, paper, count);
    let place = words.length;
    if (place === MOST_WORDS && isBehind(weight, stem, words[place - 1] as [number, number])) continue;
    // Few are kept, so they are put in order as they come.
    while (place > 0 && !isBehind(weight, stem, words[place - 1] as [number, number])) place -= 1;
    words.splice(place, 0, [stem, weight]);
    if (words.length > MOST_WORDS) words.pop();
  }
  return words;
}

/** Counts how often a paper has each of some words, known by their places in a list, as `countWords` does. */
export function countSome(
  projection: Projection,
  paper: number,
  placeOf: ReadonlyMap<number, number>,
  counts: Uint32Array,
): void {
  counts.fill(0);
  forEachWord(projection, paper, (stem, weight) => {
    const place = placeOf.get(stem);
    if (place !== undefined) counts[place] = Math.min((counts[place] as number) + weight, MOST_OCCURRENCES);
  });
}

/** How often a paper has each word, by stem, those of the title counted by their weight, as its text index counts. */
export function countWords(projection: Projection, paper: number): Map<number, number> {
  const counts = new Map<number, number>();
  forEachWord(projection, paper, (stem, weight) => {
    counts.set(stem, Math.min((counts.get(stem) ?? 0) + weight, MOST_OCCURRENCES));
  });
  return counts;
}

/** Calls with each word of a paper by its stem, and with how often it counts. */
function forEachWord(
  { texts }: Projection,
  paper: number,
  visit: (stem: number, weight: number) => void,
): void {
  const sequence = neighboursOf(texts.sequences, paper);
  const isBroken = sequence.includes(FIELD_BREAK);
  const wordCount = sequence.length - (isBroken ? 1 : 0);
  // The title stands first, and its words alone count more than once.
  const titleEnd = ((texts.lengths[paper] ?? 0) - wordCount) / (TITLE_WEIGHT - 1);
  for (let place = 0; place < sequence.length; place += 1) {
    const stem = sequence[place] ?? FIELD_BREAK;
    if (stem !== FIELD_BREAK) visit(stem, place < titleEnd ? TITLE_WEIGHT : 1);
  }
}

function makeVectors(projection: Projection): TextVectors {
  const { texts, counts } = projection;
  const paperCount = paperCountOf(projection);
  const averageLength = counts?.averageTextLength ?? texts.totalLength / Math.max(1, texts.textCount);
  const dampings = new Float64Array(projection.nodes.PAPER.keys.length);
  for (let paper = 0; paper < dampings.length; paper += 1) {
    dampings[paper] = lengthDamping(texts.lengths[paper] ?? 0, averageLength);
  }
  const scales = new Float64Array(texts.stems.length);
  const { slots, values, starts, lengths } = texts.texts;
  const sums = new Float64Array(dampings.length);
  for (let stem = FIELD_BREAK + 1; stem < scales.length; stem += 1) {
    const start = starts[stem] ?? 0;
    const end = start + (lengths[stem] ?? 0);
    const holders = counts?.textsOf.get(stem) ?? end - start;
    const scale = wordRarity(paperCount, holders) * (BM25.k1 + 1);
    scales[stem] = scale;
    for (let place = start; place < end; place += 1) {
      const paper = slots[place] ?? 0;
      const count = values[place] ?? 0;
      const weight = (scale * count) / (count + (dampings[paper] ?? 0));
      sums[paper] = (sums[paper] ?? 0) + toSteps(weight * weight);
    }
  }
  return { scales, dampings, inverseLengths: invertLengths(sums) };
}
