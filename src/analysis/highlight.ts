import { foldedWords, isSearchWord } from '../model/search-text.ts';
import { stemOf } from '../model/stem.ts';
import { isRequired, type SearchTerm } from './search-query.ts';

/** A stretch of a text: its first character and the one behind its last, in UTF-16 code units. */
export type TextRange = { start: number; end: number };

/** A part of a text, from its `offset` on, and what of it was searched for: places in `text`, in order. */
export type Highlight = { text: string; offset: number; matches: TextRange[] };

const LONGEST_FRAGMENT = 240;

/** Where a text has what was searched for, in order: words in any form, phrases as a whole. */
export function findMatches(text: string, terms: readonly SearchTerm[]): TextRange[] {
  const tokens = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: token, index }) => {
    const words = foldedWords(token);
    return {
      start: index,
      end: index + token.length,
      words,
      // What is no search word stands in no phrase.
      stem: words.length === 1 && words.every(isSearchWord) ? stemOf(words[0] ?? '') : null,
    };
  });
  const telling = tokens.filter(({ stem }) => stem !== null);
  const ranges = terms.filter(isRequired).flatMap((term): TextRange[] => {
    if (term.kind === 'PREFIX') {
      return tokens.filter(({ words }) => words.some((word) => word.startsWith(term.prefix)));
    }
    if (term.kind === 'WORD') {
      const stem = stemOf(term.word);
      return tokens.filter(({ words }) => words.some((word) => stemOf(word) === stem));
    }
    const stems = term.words.filter(isSearchWord).map(stemOf);
    return telling.flatMap(({ start }, first) => {
      const last = telling[first + stems.length - 1];
      const isHere = stems.every((stem, place) => telling[first + place]?.stem === stem);
      return isHere && last !== undefined ? { start, end: last.end } : [];
    });
  });
  return joinRanges(ranges);
}

/** A text as a whole with its matches; null where it has none. */
export function highlightWhole(text: string, terms: readonly SearchTerm[]): Highlight | null {
  const matches = findMatches(text, terms);
  return matches.length === 0 ? null : { text, offset: 0, matches };
}

/** The part of a text, at most 240 characters, with the most different matches; null where there are none. */
export function highlightFragment(text: string, terms: readonly SearchTerm[]): Highlight | null {
  const matches = findMatches(text, terms);
  if (matches.length === 0) return null;
  const [from, to] = cutAround(text, densest(text, matches));
  return {
    text: text.slice(from, to),
    offset: from,
    matches: matches
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start - from, end: end - from })),
  };
}

/** Ranges in order, those that overlap as one. */
function joinRanges(ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** From which match to which: the first stretch that fits with the most different words. */
function densest(text: string, matches: readonly TextRange[]): TextRange {
  let [best, most] = [{ start: 0, end: 0 }, 0];
  for (const { start } of matches) {
    const near = matches.filter((other) => other.start >= start && other.end <= start + LONGEST_FRAGMENT);
    const different = new Set(near.map((match) => text.slice(match.start, match.end).toLowerCase())).size;
    if (different > most) [best, most] = [{ start, end: near.at(-1)?.end ?? start }, different];
  }
  return best;
}

/** A stretch with what stands around it, between words where there are spaces. */
function cutAround(text: string, { start, end }: TextRange): [from: number, to: number] {
  if (text.length <= LONGEST_FRAGMENT) return [0, text.length];
  const room = Math.max(0, LONGEST_FRAGMENT - (end - start));
  const earliest = Math.max(0, Math.min(start - Math.floor(room / 2), text.length - LONGEST_FRAGMENT));
  const space = earliest === 0 ? -1 : text.indexOf(' ', earliest);
  const from = earliest === 0 ? 0 : space !== -1 && space < start ? space + 1 : start;
  const latest = Math.max(end, Math.min(text.length, from + LONGEST_FRAGMENT));
  if (latest === text.length) return [from, latest];
  const lastSpace = text.lastIndexOf(' ', latest);
  return [from, lastSpace >= end ? lastSpace : end];
}
