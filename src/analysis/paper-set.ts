import { derived } from './derived.ts';
import { isThere, type Projection } from './projection.ts';

/**
 * Some papers of a projection, by number: every one of them, a list in no order for a few, or one bit for each number
 * for many. It is good until the projection changes.
 */
export type PaperSet =
  | { kind: 'EVERY'; size: number }
  | { kind: 'LIST'; size: number; numbers: Uint32Array }
  | { kind: 'BITS'; size: number; bits: Uint32Array };

/** Every paper; the same set until the projection changes. */
export function everyPaper(projection: Projection): PaperSet {
  return derived(projection, setOfEveryPaper);
}

/** The papers of a list without repetition. */
export function listedPapers(numbers: Uint32Array): PaperSet {
  return { kind: 'LIST', size: numbers.length, numbers };
}

/** The papers whose bit is set. */
export function markedPapers(bits: Uint32Array): PaperSet {
  let size = 0;
  for (let word = 0; word < bits.length; word += 1) size += countBits(bits[word] ?? 0);
  return { kind: 'BITS', size, bits };
}

/** One bit for each paper of a set. Not to be changed. */
export function bitsOf(projection: Projection, set: PaperSet): Uint32Array {
  if (set.kind === 'EVERY') return derived(projection, bitsOfEveryPaper);
  if (set.kind === 'BITS') return set.bits;
  const bits = noBits(projection);
  for (const paper of set.numbers) mark(bits, paper);
  return bits;
}

/** The papers of a set as a list, in no order. Not to be changed. */
export function numbersOf(projection: Projection, set: PaperSet): Uint32Array {
  if (set.kind === 'LIST') return set.numbers;
  const numbers = new Uint32Array(set.size);
  const bits = bitsOf(projection, set);
  let count = 0;
  for (let word = 0; word < bits.length; word += 1) {
    for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) {
      numbers[count] = word * 32 + (31 - Math.clz32(rest & -rest));
      count += 1;
    }
  }
  return numbers;
}

/** The papers of a list that a set has. */
export function listedIn(projection: Projection, set: PaperSet, numbers: Uint32Array): PaperSet {
  if (set.kind === 'EVERY') return listedPapers(numbers);
  const bits = bitsOf(projection, set);
  return listedPapers(numbers.filter((paper) => isMarked(bits, paper)));
}

/** The papers of a set for which a condition holds. */
export function selectPapers(
  projection: Projection,
  set: PaperSet,
  holds: (paper: number) => boolean,
): PaperSet {
  if (set.kind === 'LIST') return listedPapers(set.numbers.filter((paper) => holds(paper)));
  const kept = bitsOf(projection, set).slice();
  for (let word = 0; word < kept.length; word += 1) {
    let keptWord = kept[word] ?? 0;
    for (let rest = keptWord; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      if (!holds(word * 32 + (31 - Math.clz32(bit)))) keptWord &= ~bit;
    }
    kept[word] = keptWord;
  }
  return markedPapers(kept);
}

/** The papers that at least one of the sets has. */
export function unionOf(projection: Projection, sets: readonly PaperSet[]): PaperSet {
  const bits = noBits(projection);
  for (const set of sets) {
    if (set.kind === 'LIST') for (const paper of set.numbers) mark(bits, paper);
    else bitsOf(projection, set).forEach((word, index) => (bits[index] = (bits[index] ?? 0) | word));
  }
  return markedPapers(bits);
}

/** The papers of the first set that the second one has not. */
export function differenceOf(projection: Projection, set: PaperSet, other: PaperSet): PaperSet {
  const left = bitsOf(projection, other);
  if (set.kind === 'LIST') return listedPapers(set.numbers.filter((paper) => !isMarked(left, paper)));
  return markedPapers(bitsOf(projection, set).map((word, index) => word & ~(left[index] ?? 0)));
}

/** Whether the bit of a paper is set. */
export function isMarked(bits: Uint32Array, paper: number): boolean {
  return (((bits[paper >>> 5] ?? 0) >>> (paper & 31)) & 1) === 1;
}

function setOfEveryPaper({ nodes }: Projection): PaperSet {
  return { kind: 'EVERY', size: nodes.PAPER.numberOf.size };
}

function bitsOfEveryPaper(projection: Projection): Uint32Array {
  const table = projection.nodes.PAPER;
  const bits = noBits(projection);
  for (let paper = 0; paper < table.keys.length; paper += 1) if (isThere(table, paper)) mark(bits, paper);
  return bits;
}

function noBits({ nodes }: Projection): Uint32Array {
  return new Uint32Array(Math.ceil(nodes.PAPER.keys.length / 32));
}

function mark(bits: Uint32Array, paper: number): void {
  bits[paper >>> 5] = (bits[paper >>> 5] ?? 0) | (1 << (paper & 31));
}

/** How many bits of 32 are set, counted in pairs, fours and bytes at once. */
export function countBits(word: number): number {
  let count = word - ((word >>> 1) & 0x55_55_55_55);
  count = (count & 0x33_33_33_33) + ((count >>> 2) & 0x33_33_33_33);
  count = (count + (count >>> 4)) & 0x0f_0f_0f_0f;
  return Math.imul(count, 0x01_01_01_01) >>> 24;
}
