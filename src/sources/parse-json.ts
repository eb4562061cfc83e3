import { messageOf } from '../errors.ts';
import { cleanLine } from '../model/words.ts';

const DEEPEST_NESTING = 256;
/** Far more objects and lists than a file of papers of 64 MiB holds; each takes many times the bytes that it is written in. */
const MOST_CONTAINERS = 4_000_000;

const UNEXPECTED_TOKEN = 'Unexpected token';
const LONGEST_SOUGHT = 2 ** 20;
/** How much V8 shows of a long text before and behind an unexpected token. */
const CHARACTERS_AROUND = 10;

/** Whether a text is to be read as JSON: listings and Markdown may begin with `[-]` or `[text](link)`. */
export function isJson(text: string): boolean {
  return /^\s*(?:\{|\[\s*(?:$|[[{"'\]]|-?[\d.]+\s*,|null|true|false))/.test(text);
}

/**
 * Parses JSON that others wrote. Throws an `Error` that says where it is no JSON, whether it seems to be cut off, or
 * that it is nested deeper than anything that holds papers.
 */
export function parseJson(text: string): unknown {
  const { isTooDeep, hasTooMany, isOpen } = scanJson(text);
  if (isTooDeep)
    throw new Error(`expected JSON with at most ${DEEPEST_NESTING} levels of nesting, but got more`);
  if (hasTooMany) {
    throw new Error(`expected JSON with at most ${MOST_CONTAINERS} objects and lists, but got more`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(problemOf(text, messageOf(error), isOpen), { cause: error });
  }
}

/** Finds out what parsing would not survive. `isOpen` tells that an object, list or string is not closed at the end. */
function scanJson(text: string): { isTooDeep: boolean; hasTooMany: boolean; isOpen: boolean } {
  let depth = 0;
  let containers = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22 /* " */:
        at = endOfString(text, at);
        if (at === -1) return { isTooDeep: false, hasTooMany: false, isOpen: true };
        break;
      case 0x5b /* [ */:
      case 0x7b /* { */:
        depth++;
        containers++;
        if (depth > DEEPEST_NESTING || containers > MOST_CONTAINERS) {
          return { isTooDeep: depth > DEEPEST_NESTING, hasTooMany: true, isOpen: false };
        }
        break;
      case 0x5d /* ] */:
      case 0x7d /* } */:
        depth--;
        break;
    }
  }
  return { isTooDeep: false, hasTooMany: false, isOpen: depth > 0 };
}

/** Where the string ends that begins at `start`, or -1. A quote behind an odd number of backslashes does not end it. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === 0x5c /* \ */) before--;
    if ((end - before) % 2 === 1) return end;
  }
  return -1;
}

function problemOf(text: string, message: string, isOpen: boolean): string {
  const end = text.trimEnd().length;
  const at = message.startsWith(UNEXPECTED_TOKEN) ? unexpectedToken(text, message) : positionIn(message, end);
  if (isOpen && (at >= end - 1 || message.startsWith('Unterminated'))) {
    return `expected JSON, but it ends at ${placeOf(text, end)} before it is complete: was the file cut off?`;
  }
  const what = cleanLine(message.replace(/(?: in JSON|(?<=JSON)) at position .*| is not valid JSON$/s, ''));
  return `expected JSON, but got something else at ${placeOf(text, at)}: ${what}`;
}

/** An error at the end of the text is told without a position. */
function positionIn(message: string, end: number): number {
  return Number(/at position (\d+)/.exec(message)?.[1] ?? end);
}

/** Where parsing failed, which V8 does not tell of an unexpected token: sought, or in a large text by what stands around it. */
function unexpectedToken(text: string, message: string): number {
  if (text.length > LONGEST_SOUGHT) {
    const around = /, \.\.\."(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1];
    return around === undefined ? 0 : text.indexOf(around) + CHARACTERS_AROUND;
  }
  let before = 0;
  let behind = text.length;
  while (behind - before > 1) {
    const middle = Math.floor((before + behind) / 2);
    if (hasUnexpectedToken(text.slice(0, middle))) behind = middle;
    else before = middle;
  }
  return before;
}

function hasUnexpectedToken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return messageOf(error).startsWith(UNEXPECTED_TOKEN);
  }
}

/** The line is told only where there are several: that of a file of JSON lines is known anyway. */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const column = `column ${offset - before.lastIndexOf('\n')}`;
  return text.trimEnd().includes('\n') ? `line ${before.split('\n').length}, ${column}` : column;
}
