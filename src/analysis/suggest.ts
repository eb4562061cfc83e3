import { compareText } from '../collections.ts';
import { foldedWords } from '../model/search-text.ts';
import { stemsOfWord } from './match-texts.ts';
import { degreeInGraph, UNKNOWN, type NodeKind, type Projection } from './projection.ts';
import { checkLength } from './search-query.ts';
import { FIELD_BREAK, type TextIndex } from './text-index.ts';
import { forEachForm } from './word-forms.ts';

/** What somebody may want to type. `paperCount` is null for a paper. */
export type Suggestion = { kind: NodeKind; key: string; name: string; paperCount: number | null };

/** Papers come last: where others have more papers than one, their names need not be looked at. */
const KIND_ORDER: readonly NodeKind[] = ['TOPIC', 'ORG', 'AUTHOR', 'REPO', 'PAPER'];

/**
 * Names that have a word for each word that was typed: one that begins with it, or another form of such a word. Names that
 * begin with what was typed stand first, then what has more papers, where a paper counts as one; papers by upvotes,
 * then the newest first; ties by name, kind and key. No suggestions where no word was typed.
 *
 * Each name that has the rarest of the words is looked at once, and most are told off by comparing one number.
 */
export function suggest(
  projection: Projection,
  typed: string,
  kinds: readonly NodeKind[],
  first: number,
): Suggestion[] {
  const words = foldedWords(typed);
  checkLength('prefix', words.length);
  if (words.length === 0) return [];
  const best: Candidate[] = [];
  for (const [place, kind] of KIND_ORDER.entries()) {
    const last = best.at(-1);
    const isDecided = best.length === first && last !== undefined && last.begins && last.papers > 1;
    if (!kinds.includes(kind) || (kind === 'PAPER' && isDecided)) continue;
    addCandidates(projection, kind, place, words, first, best);
  }
  return best.map(({ kind, key, name, papers }) => ({
    kind,
    key,
    name,
    paperCount: kind === 'PAPER' ? null : papers,
  }));
}

type Candidate = {
  kind: NodeKind;
  key: string;
  name: string;
  /** The place of the kind in `KIND_ORDER`. */
  place: number;
  begins: boolean;
  papers: number;
  upvotes: number;
  day: number;
};

function addCandidates(
  projection: Projection,
  kind: NodeKind,
  place: number,
  words: readonly string[],
  first: number,
  best: Candidate[],
): void {
  const { words: index, keys, names } = projection.nodes[kind];
  const { masks, rarest } = readWords(index, words);
  const all = 2 ** words.length - 1;
  const { slots, starts, lengths } = index.texts;
  const weights = firstWeights(projection, kind);
  let least = leastWeight(kind, best, first);
  for (const stem of rarest) {
    const start = starts[stem] ?? 0;
    const end = start + (lengths[stem] ?? 0);
    for (let slot = start; slot < end; slot += 1) {
      const node = slots[slot] ?? 0;
      if ((weights[node] ?? 0) < least) continue;
      const last = best.length === first ? best.at(-1) : undefined;
      const isBehind = last !== undefined && isWeighedBehind(projection, kind, node, last);
      if (isBehind && last.begins) continue;
      const match = matchName(index, masks, node, words.length, all);
      if (match === NO_MATCH || (isBehind && match !== BEGINS)) continue;
      const begins = match === BEGINS;
      const [key, name] = [keys[node] ?? '', names[node] ?? ''];
      insert(best, { kind, key, name, place, begins, ...weightsOf(projection, kind, node) }, first);
      least = leastWeight(kind, best, first);
    }
  }
}

/** What nodes of a kind are told off by, by number: papers by their upvotes, others by how many papers they have. */
function firstWeights({ nodes, links, papers, counts }: Projection, kind: NodeKind): ArrayLike<number> {
  if (kind === 'PAPER') return papers.upvotes;
  if (counts === null) return links[kind].backward.lengths;
  return nodes[kind].keys.map((_, node) => counts.papersOf[kind].get(node) ?? 0);
}

/** The first weight below which nothing gets among the best any more. */
function leastWeight(kind: NodeKind, best: readonly Candidate[], first: number): number {
  const last = best.at(-1);
  if (best.length < first || last?.begins !== true) return -Infinity;
  if (kind !== 'PAPER') return last.papers;
  if (last.kind === 'PAPER') return last.upvotes;
  return last.papers < 1 ? -Infinity : Infinity;
}

function weightsOf(
  projection: Projection,
  kind: NodeKind,
  node: number,
): Pick<Candidate, 'papers' | 'upvotes' | 'day'> {
  // Whatever has one paper stands before papers.
  if (kind !== 'PAPER') {
    return { papers: degreeInGraph(projection, kind, node), upvotes: Infinity, day: Infinity };
  }
  const { upvotes, publishedOn } = projection.papers;
  return { papers: 1, upvotes: upvotes[node] ?? UNKNOWN, day: publishedOn[node] ?? UNKNOWN };
}

/** Whether a node comes behind a candidate where both begin alike: told without making a candidate of it. */
function isWeighedBehind(projection: Projection, kind: NodeKind, node: number, last: Candidate): boolean {
  const papers = kind === 'PAPER' ? 1 : degreeInGraph(projection, kind, node);
  if (papers !== last.papers) return papers < last.papers;
  if (kind === 'PAPER') {
    const { upvotes, publishedOn } = projection.papers;
    if (upvotes[node] !== last.upvotes) return (upvotes[node] ?? UNKNOWN) < last.upvotes;
    if (publishedOn[node] !== last.day) return (publishedOn[node] ?? UNKNOWN) < last.day;
  } else if (last.kind === 'PAPER') {
    return false;
  }
  return (projection.nodes[kind].names[node] ?? '') > last.name;
}

/** Which words each stem stands for, as bits, and the stems of the word that the fewest names have. */
function readWords(index: TextIndex, words: readonly string[]): { masks: Uint32Array; rarest: number[] } {
  const masks = new Uint32Array(index.stems.length);
  let [rarest, least] = [[] as number[], Infinity];
  for (const [place, word] of words.entries()) {
    const bit = 1 << place;
    const stems: number[] = [];
    let count = 0;
    const add = (stem: number) => {
      const mask = masks[stem] ?? 0;
      if ((mask & bit) !== 0) return;
      masks[stem] = mask | bit;
      stems.push(stem);
      count += index.texts.lengths[stem] ?? 0;
    };
    stemsOfWord(index, word).forEach(add);
    forEachForm(index.forms, word, add);
    if (count < least) [rarest, least] = [stems, count];
  }
  return { masks, rarest };
}

const [NO_MATCH, HAS_ALL, BEGINS] = [0, 1, 2];

/** Whether a node's names have all words, and whether one of them begins with them in their order. */
function matchName(
  { sequences }: TextIndex,
  masks: Uint32Array,
  node: number,
  wordCount: number,
  all: number,
): number {
  const start = sequences.starts[node] ?? 0;
  const end = start + (sequences.lengths[node] ?? 0);
  let [place, isInOrder, covered] = [0, true, 0];
  for (let slot = start; slot < end; slot += 1) {
    const stem = sequences.slots[slot] ?? FIELD_BREAK;
    if (stem === FIELD_BREAK) {
      [place, isInOrder] = [0, true];
      continue;
    }
    const mask = masks[stem] ?? 0;
    covered |= mask;
    if (place < wordCount) {
      isInOrder &&= (mask & (1 << place)) !== 0;
      place += 1;
      if (isInOrder && place === wordCount) return BEGINS;
    }
  }
  return covered >>> 0 === all ? HAS_ALL : NO_MATCH;
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(b.begins) - Number(a.begins) ||
    b.papers - a.papers ||
    compareNumbers(b.upvotes, a.upvotes) ||
    compareNumbers(b.day, a.day) ||
    compareText(a.name, b.name) ||
    a.place - b.place ||
    compareText(a.key, b.key)
  );
}

/** Two infinities are equal, but no difference is made of them. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Puts a candidate in its place, once: a name may have two words that begin alike. */
function insert(best: Candidate[], candidate: Candidate, size: number): void {
  if (best.some(({ place, key }) => place === candidate.place && key === candidate.key)) return;
  const place = best.findIndex((other) => compareCandidates(candidate, other) < 0);
  best.splice(place === -1 ? best.length : place, 0, candidate);
  if (best.length > size) best.pop();
}
