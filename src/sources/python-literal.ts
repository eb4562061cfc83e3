/** Far more than any answer nests, and far less than the stack holds. */
const DEEPEST = 100;

const SPACE = /[ \t\r\n\f]*/y;
const NAME = /(?:None|True|False)(?!\w)/y;
const NUMBER = /-?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const PLAIN_IN_SINGLE_QUOTES = /[^'\\\r\n]*/y;
const PLAIN_IN_DOUBLE_QUOTES = /[^"\\\r\n]*/y;
const ESCAPE =
  /\\(?:[\\'"abfnrtv\n]|[0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U(?:000[\da-fA-F]|0010)[\da-fA-F]{4})/y;

const NAMED_VALUES: Readonly<Record<string, unknown>> = { None: null, True: true, False: false };
const ESCAPED: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
};

type Cursor = { text: string; at: number };

/**
 * The value of a Python literal as `repr()` writes it: dicts with strings as keys, lists, tuples (as arrays), strings,
 * numbers, `True`, `False` and `None` (as null). Throws an `Error` that says what was expected at which character,
 * counted from 1, where the text is anything else; nothing is ever evaluated.
 */
export function parsePythonLiteral(text: string): unknown {
  const cursor = { text, at: 0 };
  const value = readValue(cursor, 0);
  if (cursor.at < text.length) throw unexpected(cursor, 'the end of the literal');
  return value;
}

function readValue(cursor: Cursor, depth: number): unknown {
  if (depth > DEEPEST)
    throw new Error(`expected a literal of at most ${DEEPEST} levels, but got a deeper one`);
  take(cursor, SPACE);
  const value = readBareValue(cursor, depth);
  take(cursor, SPACE);
  return value;
}

function readBareValue(cursor: Cursor, depth: number): unknown {
  switch (cursor.text[cursor.at]) {
    case '{':
      return Object.fromEntries(readSeries(cursor, '}', () => readEntry(cursor, depth)).items);
    case '[':
      return readSeries(cursor, ']', () => readValue(cursor, depth + 1)).items;
    case '(': {
      const { items, endsInComma } = readSeries(cursor, ')', () => readValue(cursor, depth + 1));
      // Parentheses around one value make no tuple of it.
      return items.length === 1 && !endsInComma ? items[0] : items;
    }
    case "'":
    case '"':
      return readString(cursor);
    default:
      return readNameOrNumber(cursor);
  }
}

function readSeries<T>(
  cursor: Cursor,
  close: string,
  readItem: () => T,
): { items: T[]; endsInComma: boolean } {
  cursor.at += 1;
  const items: T[] = [];
  let endsInComma = false;
  for (;;) {
    take(cursor, SPACE);
    if (cursor.text[cursor.at] === close) break;
    if (items.length > 0 && !endsInComma) throw unexpected(cursor, `"," or "${close}"`);
    items.push(readItem());
    endsInComma = cursor.text[cursor.at] === ',';
    if (endsInComma) cursor.at += 1;
  }
  cursor.at += 1;
  return { items, endsInComma };
}

function readEntry(cursor: Cursor, depth: number): [string, unknown] {
  const first = cursor.text[cursor.at];
  if (first !== "'" && first !== '"') throw unexpected(cursor, 'a string as key');
  const key = readString(cursor);
  take(cursor, SPACE);
  if (cursor.text[cursor.at] !== ':') throw unexpected(cursor, '":" after a key');
  cursor.at += 1;
  return [key, readValue(cursor, depth + 1)];
}

function readString(cursor: Cursor): string {
  const quote = cursor.text[cursor.at];
  const plain = quote === "'" ? PLAIN_IN_SINGLE_QUOTES : PLAIN_IN_DOUBLE_QUOTES;
  cursor.at += 1;
  let value = '';
  for (;;) {
    value += take(cursor, plain) ?? '';
    if (cursor.text[cursor.at] === quote) break;
    const escape = take(cursor, ESCAPE);
    if (escape === null)
      throw unexpected(cursor, `an escape that Python knows, or ${quote} after the string`);
    value += unescape(escape);
  }
  cursor.at += 1;
  return value;
}

function unescape(escape: string): string {
  const kind = escape.charAt(1);
  if ('xuU'.includes(kind)) return String.fromCodePoint(Number.parseInt(escape.slice(2), 16));
  if (/[0-7]/.test(kind)) return String.fromCodePoint(Number.parseInt(escape.slice(1), 8));
  return ESCAPED[kind] ?? kind;
}

function readNameOrNumber(cursor: Cursor): unknown {
  const name = take(cursor, NAME);
  if (name !== null) return NAMED_VALUES[name];
  const start = cursor.at;
  const digits = take(cursor, NUMBER);
  if (digits === null) throw unexpected(cursor, 'a Python literal');
  const value = Number(digits);
  if (/^-?\d+$/.test(digits) && !Number.isSafeInteger(value)) {
    throw unexpected({ ...cursor, at: start }, 'an integer of at most 53 bits');
  }
  return value;
}

/** The text that a sticky pattern matches at the cursor, which moves behind it; null where it doesn't match. */
function take(cursor: Cursor, sticky: RegExp): string | null {
  sticky.lastIndex = cursor.at;
  const match = sticky.exec(cursor.text)?.[0] ?? null;
  cursor.at += match?.length ?? 0;
  return match;
}

function unexpected({ text, at }: Cursor, expected: string): Error {
  const got = at < text.length ? JSON.stringify(text.slice(at, at + 20)) : 'the end';
  return new Error(`expected ${expected} at character ${at + 1}, but got ${got}`);
}
