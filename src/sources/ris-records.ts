import type { Reject } from './reading.ts';

/** A record of a RIS file: its values by tag in capitals, in order; lines that go on are kept apart by line breaks. */
export type RisRecord = { position: number; raw: string; values: ReadonlyMap<string, readonly string[]> };

/** `TY  - JOUR` as the format has it, with its tag in small letters, or with other spaces around the hyphen. */
const TAG_LINE = /^([A-Z][A-Z\d]) {2}-(?: (.*)|)$/;
const LOOSE_TAG_LINE = /^([A-Za-z][A-Za-z\d])(?:[ \t]{1,3}-[ \t]*|-[ \t]+|-$)(.*)$/;
/** A line of an abstract may begin with `on-line` or `AI - based`, so only these tags may be written loosely. */
const TAGS = new Set(
  'TY ER TI T1 T2 AB N1 N2 AU A1 PY Y1 DA DO UR KW JO JF SP EP VL IS PB SN ID L1 L2 LK M3 AN'.split(' '),
);

type OpenRecord = {
  position: number;
  lines: string[];
  values: Map<string, string[]>;
  last: string[];
  /** Whether its first line is not written as the format has it. */
  isLoose: boolean;
};

/**
 * The records of a RIS file one after the other: from `TY  - ` to `ER  -`. What begins without the one or ends without
 * the other is a reject. Other lines outside records are passed over.
 */
export function* risRecordsIn(text: string): Generator<RisRecord | Reject> {
  let open: OpenRecord | null = null;
  let position = 0;
  for (const line of linesIn(text)) {
    position++;
    const tagged = tagOf(line, open?.isLoose ?? false);
    if (tagged?.tag === 'TY' && open !== null) {
      yield unended(open, 'another "TY  - "');
      open = null;
    }
    if (open === null) {
      if (tagged === null) continue;
      open = { position, lines: [], values: new Map(), last: [], isLoose: !TAG_LINE.test(line) };
    }
    open.lines.push(line);
    if (tagged === null) addToLast(open, line);
    else if (tagged.tag === 'ER') {
      yield ended(open);
      open = null;
    } else add(open, tagged.tag, tagged.value);
  }
  if (open !== null) yield unended(open, 'the end of the text');
}

function* linesIn(text: string): Generator<string> {
  const lineBreak = /\r\n?|\n/g;
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const { index, 0: found } of text.matchAll(lineBreak)) {
    yield text.slice(start, index);
    start = index + found.length;
  }
  yield text.slice(start);
}

function tagOf(line: string, isLooseRecord: boolean): { tag: string; value: string } | null {
  const strict = TAG_LINE.exec(line);
  const [, tag, value = ''] = strict ?? LOOSE_TAG_LINE.exec(line) ?? [];
  if (tag === undefined) return null;
  return strict !== null || isLooseTag(tag, line, isLooseRecord)
    ? { tag: tag.toUpperCase(), value: value.trim() }
    : null;
}

/** Words of two letters begin lines too (`is - after all - `), so small letters need the format's spaces, or a record without. */
function isLooseTag(tag: string, line: string, isLooseRecord: boolean): boolean {
  const isSure = isLooseRecord || tag === tag.toUpperCase() || /^(?:.. {2}-|ty|er)/.test(line);
  return isSure && TAGS.has(tag.toUpperCase());
}

function add(record: OpenRecord, tag: string, value: string): void {
  record.last = record.values.get(tag) ?? [];
  record.last.push(value);
  record.values.set(tag, record.last);
}

function addToLast({ last }: OpenRecord, line: string): void {
  const value = last.pop();
  if (value !== undefined) last.push(`${value}\n${line.trim()}`);
}

function ended({ position, lines, values }: OpenRecord): RisRecord | Reject {
  const raw = lines.join('\n');
  return values.has('TY')
    ? { position, raw, values }
    : { position, reason: 'expected a record to begin with "TY  - ", but got one without it', raw };
}

function unended({ position, lines }: OpenRecord, got: string): Reject {
  return {
    position,
    reason: `expected "ER  -" at the end of the record, but got ${got}`,
    raw: lines.join('\n').trimEnd(),
  };
}
