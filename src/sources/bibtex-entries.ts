import { messageOf } from '../errors.ts';
import type { Reject } from './reading.ts';
import { MONTHS } from './written-date.ts';

/** An entry of a BibTeX file. The names of fields are in small letters; values are LaTeX, macros put in. */
export type BibtexEntry = {
  position: number;
  raw: string;
  fields: ReadonlyMap<string, string>;
};

/**
 * Where an entry begins: `@type{` or `@type(` at the start of a line, or within one where a key or field follows. An
 * entry that is never closed ends where the next begins, so it takes no other with it.
 */
const ENTRY =
  /@(?<=^[ \t]*@)(\p{L}+)(?:\s*\{|\()|(?<![\w.@])@(\p{L}+)(?:\s*\{(?=[^{},=]*[,=}])|\((?=[^{}(),=]*[,=]))/gimu;

const ENTRY_OR_DELIMITER = new RegExp(`[{}"()]|${ENTRY.source}`, ENTRY.flags);

/** Commands of BibTeX and of styles; what they hold is no paper. */
const NO_ENTRY = new Set(['comment', 'preamble', 'string', 'control', 'ieeetranbstctl', 'set', 'xdata']);

const COMMENT_LINE = /[ \t]*%/y;
const FIELD_BEHIND_END = /[\s,]*[a-z][\w-]*\s*=\s*["{\d]/iy;

/**
 * The entries of a BibTeX file one after the other, with the macros that `@string` defines before them. What can't be
 * read as an entry, or as a `@string`, is a reject. Text between entries, lines after `%` and `@comment`s are passed over.
 */
export function* entriesIn(text: string): Generator<BibtexEntry | Reject> {
  const macros = new Map(MONTHS.map((name) => [name.slice(0, 3), name]));
  const start = new RegExp(ENTRY);
  const lines = lineCounter(text);
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const { line, lineStart } = lines(match.index);
    COMMENT_LINE.lastIndex = lineStart;
    if (COMMENT_LINE.test(text)) continue;

    const type = typeOf(match);
    const end = endOf(text, start.lastIndex, type);
    const bodyStart = start.lastIndex;
    if (end.isClosed || type !== 'comment') start.lastIndex = end.index;
    if (NO_ENTRY.has(type) && type !== 'string') continue;

    const raw = text.slice(match.index, end.index).trimEnd();
    try {
      if (!end.isClosed)
        throw new Error(`expected "@${type}" to be closed behind its last field, but got ${end.got}`);
      const body = text.slice(bodyStart, end.index - 1);
      if (type === 'string') for (const [name, value] of fieldsIn(body, macros)) macros.set(name, value);
      else yield { position: line, raw, fields: fieldsIn(body.replace(KEY, ''), macros) };
    } catch (error) {
      yield { position: line, reason: messageOf(error), raw };
    }
  }
}

function typeOf(match: RegExpExecArray): string {
  return (match[1] ?? match[2] ?? '').toLowerCase();
}

/** Tells the number of the line that an index is on, counted from 1, and where it starts. Indices have to ascend. */
function lineCounter(text: string): (index: number) => { line: number; lineStart: number } {
  const lineBreak = /\r\n?|\n/g;
  let next = lineBreak.exec(text);
  let line = 1;
  let lineStart = 0;
  return (index) => {
    for (; next !== null && next.index < index; next = lineBreak.exec(text)) {
      line++;
      lineStart = lineBreak.lastIndex;
    }
    return { line, lineStart };
  };
}

type End = { isClosed: true; index: number } | { isClosed: false; index: number; got: string };

/** Where what was opened right before `start` is closed (the index behind it), or else where the next entry begins. */
function endOf(text: string, start: number, type: string): End {
  const closing = text[start - 1] === '{' ? '}' : ')';
  const token = ENTRY_OR_DELIMITER;
  token.lastIndex = start;
  let depth = 0;
  let isQuoted = false;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match;
    if (found.startsWith('@')) {
      // A whole entry may be commented out by `@comment{…}`.
      if (type === 'comment' && typeOf(match) !== 'comment') token.lastIndex = match.index + 1;
      else return { isClosed: false, index: match.index, got: 'another entry' };
    } else if (found === closing && depth === 0 && !isQuoted) {
      return beforeField(text, token.lastIndex) ?? { isClosed: true, index: token.lastIndex };
    } else if (found === '{') depth++;
    else if (found === '}') depth--;
    else if (found === '"' && depth === 0 && closing === ')') isQuoted = !isQuoted;
    if (depth < 0) return { isClosed: false, index: token.lastIndex, got: 'a "}" too many' };
  }
  return { isClosed: false, index: text.length, got: 'the end of the text' };
}

/** The end of an entry that a brace too many closes before its last fields; null where no field follows. */
function beforeField(text: string, index: number): End | null {
  FIELD_BEHIND_END.lastIndex = index;
  if (!FIELD_BEHIND_END.test(text)) return null;
  const entry = new RegExp(ENTRY);
  entry.lastIndex = index;
  return { isClosed: false, index: entry.exec(text)?.index ?? text.length, got: 'its end before one' };
}

const KEY = /^[^,={}"]*(?:,|$)/;
const BETWEEN_FIELDS = /(?:[\s,]|%.*)*/y;
const FIELD_NAME = /([^\s,={}"#%()']+)\s*=\s*/y;
const BARE_VALUE = /[^\s,#{}"=]+/y;
const CONCATENATION = /\s*#\s*/y;
const LONGEST_CONCATENATION = 1_000_000;

/** The fields of an entry; of one that is given twice, the first, as BibTeX does. */
function fieldsIn(body: string, macros: ReadonlyMap<string, string>): Map<string, string> {
  const fields = new Map<string, string>();
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(body);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  const takeValue = (name: string): string => {
    const delimiter = body[at];
    if (delimiter === '{' || delimiter === '"') {
      const end = endOfValue(body, at);
      if (end === -1)
        throw new Error(`expected the value of "${name}" to be closed, but got the end of the entry`);
      const value = body.slice(at + 1, end);
      at = end + 1;
      return value;
    }
    const bare = take(BARE_VALUE)?.[0];
    if (bare === undefined) throw new Error(`expected a value of "${name}", but got ${excerpt(body, at)}`);
    // BibTeX takes a macro that nobody defines as empty.
    return /^\d/.test(bare) ? bare : (macros.get(bare.toLowerCase()) ?? '');
  };

  for (take(BETWEEN_FIELDS); at < body.length; take(BETWEEN_FIELDS)) {
    const name = take(FIELD_NAME)?.[1]?.toLowerCase();
    if (name === undefined) throw new Error(`expected a field as name = value, but got ${excerpt(body, at)}`);
    let value = takeValue(name);
    while (take(CONCATENATION) !== null) {
      value += takeValue(name);
      // Macros that double themselves get longer than memory in a few lines.
      if (value.length > LONGEST_CONCATENATION) {
        throw new Error(`expected at most ${LONGEST_CONCATENATION} characters of "${name}", but got more`);
      }
    }
    if (!fields.has(name)) fields.set(name, value);
  }
  return fields;
}

/** The index of the brace or quotation mark that ends the value which begins at `start`; -1 where it has none. */
function endOfValue(body: string, start: number): number {
  const isQuoted = body[start] === '"';
  const token = /[{}"]/g;
  token.lastIndex = start + 1;
  let depth = 0;
  for (let match = token.exec(body); match !== null; match = token.exec(body)) {
    if (depth === 0 && match[0] === (isQuoted ? '"' : '}')) return match.index;
    if (match[0] === '{') depth++;
    else if (match[0] === '}') depth--;
  }
  return -1;
}

function excerpt(body: string, at: number): string {
  const rest = body.slice(at, at + 30).trim();
  return rest === '' ? 'nothing' : `"${rest}"`;
}
