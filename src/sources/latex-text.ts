import { combining, latex2unicode } from 'unicode2latex';
import { cleanLine } from '../model/words.ts';

const SYMBOLS: Readonly<Record<string, string | { text?: string; math?: string }>> = latex2unicode;
const ACCENTS: Readonly<Record<string, string>> = combining.tounicode;

/** What the table of symbols lacks. */
const MORE_SYMBOLS = new Map([
  ['\\ ', ' '],
  ['\\\\', ' '],
  ['\\~', '~'],
  ['\\^', '^'],
  ['\\-', ''],
  ['\\lq', '‘'],
  ['\\rq', '’'],
  ['\\LaTeX', 'LaTeX'],
  ['\\TeX', 'TeX'],
  ['\\BibTeX', 'BibTeX'],
]);

/** Formulas and the arguments of `\url` and `\href`, which are no text. */
const NO_TEXT = /((?<!\\)\$(?:\\.|[^$\\])+\$|\\url\s*\{[^{}]*\}|\\href\s*\{[^{}]*\})/s;
/** Commands whose argument isn't printed. */
const UNPRINTED = /\\(?:cite[pt]?|label|noopsort|ref)\s*\{[^{}]*\}/g;
const ACCENT =
  /\\(?:(["'`^~=.])|([A-Za-z]+)(?=[\s{\\]))\s*(?:\{\s*(\\[ij]|\p{L}\p{M}*)\s*\}|(\\[ij])(?![A-Za-z])(?:\s*\{\}|\s+)?|(\p{L}\p{M}*))/gu;
const FONT =
  /\\(?:bf|em|it|rm|sc|sf|sl|tt|(?:bf|md)series|(?:it|sc|sl|up)shape|(?:rm|sf|tt)family)(?![A-Za-z])\s*/g;
const LIGATURES: Readonly<Record<string, string>> = { '---': '—', '--': '–', '``': '“', "''": '”' };
/** A command, what TeX joins into one sign, or a brace, which is not printed: found in one go, for one may give another. */
const SIGN =
  /\\(?:[A-Za-z]+(?:\s*\{\}|\s+)?|[^A-Za-z])|---|(?<=[^\s-])--(?=[^\s-])|(?<=\s)--(?=\s)|``|''|[{}]/gs;
const COMMAND_ON_ARGUMENT = /\\[A-Za-z]+\*?\s*(?=\{[^}])/g;
/** Accents may stand on one another, as in Vietnamese. */
const MOST_ACCENTS = 3;

/**
 * LaTeX as text on one line: accents, symbols, dashes and quotation marks in Unicode, without braces and commands for
 * fonts. Formulas (`$…$`) and commands that it doesn't know stay as they came, and so do `%`, `<` and `&`, which are
 * rarely escaped where they should be.
 */
export function latexText(latex: string): string {
  const pieces = latex.split(NO_TEXT).map((piece, index) => {
    if (index % 2 === 0) return plainOf(piece);
    if (piece.startsWith('$')) return piece;
    return `${latexVerbatim(piece)}${piece.startsWith('\\href') ? ' ' : ''}`;
  });
  return cleanLine(pieces.join(''));
}

/** A URL or id in LaTeX: without braces, `\url` and the backslashes before special characters. */
export function latexVerbatim(latex: string): string {
  return latex
    .replace(/\\(?:url|href)(?![A-Za-z])/g, '')
    .replace(/[{}]/g, '')
    .replace(/\\([#$%&_~])/g, '$1')
    .trim();
}

function plainOf(latex: string): string {
  if (!/[\\{}~`'-]/.test(latex)) return latex;
  let text = latex.replace(UNPRINTED, '').replace(FONT, '');
  for (let round = 0; round < MOST_ACCENTS && text.includes('\\'); round++)
    text = text.replace(ACCENT, accented);
  return text
    .replace(/(?<![\\/])~/g, ' ')
    .replace(COMMAND_ON_ARGUMENT, (command) => symbolOf(command.trim()) ?? '')
    .replace(SIGN, (found) => (found.startsWith('\\') ? symbolOrItself(found) : (LIGATURES[found] ?? '')));
}

function accented(
  found: string,
  sign: string | undefined,
  command: string | undefined,
  ...[inBraces, dotless, bare]: (string | undefined)[]
): string {
  const name = sign ?? command ?? '';
  const letter = inBraces ?? dotless ?? bare;
  if (!Object.hasOwn(ACCENTS, name) || letter === undefined) return found;
  return `${letter.replace(/^\\/, '')}${ACCENTS[name]}`.normalize('NFC');
}

function symbolOrItself(found: string): string {
  const symbol = symbolOf(found.replace(/(?<=[A-Za-z])(?:\s*\{\}|\s+)$/, ''));
  return symbol ?? found.replace(/[{}]/g, '');
}

function symbolOf(command: string): string | null {
  const own = MORE_SYMBOLS.get(command);
  if (own !== undefined) return own;
  if (!Object.hasOwn(SYMBOLS, command) || Object.hasOwn(ACCENTS, command.slice(1))) return null;
  const symbol = SYMBOLS[command];
  return (typeof symbol === 'string' ? symbol : symbol?.text) ?? null;
}
