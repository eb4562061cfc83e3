import { latexText } from './latex-text.ts';

/** The authors of a list, given names first; not complete where it says so or a name can't be told. */
export type NameList = { names: string[]; isComplete: boolean };

const SUFFIX = /^(?:jr|sr|i{2,3}|iv|v)\.?$/i;
const OTHERS = /^(?:others|et al\.?)$/i;
/** `family=Lovelace, given=Ada`, as biblatex has it. */
const LABELLED_PART = /^\s*(family|given|prefix|suffix)\s*=\s*(.*)$/is;

/**
 * The names of an `author` field: `First von Last`, `von Last, First` or `von Last, Jr, First`, with `and` between
 * them. A group in braces is one name as it stands.
 */
export function readNameList(latex: string): NameList {
  const parts = splitOutsideBraces(latex.replace(/\s+/g, ' '), / and(?= )/gi).map((part) => part.trim());
  const given = parts.filter((part) => part !== '');
  const lists = given.filter((part) => !OTHERS.test(part)).map(namesOf);
  return {
    names: lists.flat().filter((name) => /[\p{L}\p{N}]/u.test(name)),
    isComplete: lists.length === given.length && lists.every(({ length }) => length > 0),
  };
}

/** One name; several where somebody put commas for `and`, and none where commas stand in no known order. */
function namesOf(latex: string): string[] {
  const parts = splitOutsideBraces(latex, /,/g).map((part) => part.trim());
  const labelled = parts.map((part) => LABELLED_PART.exec(part));
  if (labelled.every((part) => part !== null)) {
    const values = new Map(labelled.map((part) => [part[1]?.toLowerCase(), latexText(part[2] ?? '')]));
    return [joined(['given', 'prefix', 'family', 'suffix'].map((label) => values.get(label)))];
  }
  const [last, second, third, ...rest] = parts.map(latexText).filter((part) => part !== '');
  if (second === undefined) return [last ?? ''];
  if (third === undefined) return [SUFFIX.test(second) ? joined([last, second]) : joined([second, last])];
  if (rest.length === 0 && SUFFIX.test(second)) return [joined([third, last, second])];
  if (rest.length === 0 && SUFFIX.test(third)) return [joined([second, last, third])];
  const all = [last ?? '', second, third, ...rest];
  return all.every((name) => name.includes(' ')) ? all : [];
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

function splitOutsideBraces(text: string, separator: RegExp): string[] {
  const token = new RegExp(`[{}]|${separator.source}`, separator.flags);
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (const match of text.matchAll(token)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}') depth--;
    else if (depth === 0) {
      parts.push(text.slice(start, match.index));
      start = match.index + match[0].length;
    }
  }
  return [...parts, text.slice(start)];
}
