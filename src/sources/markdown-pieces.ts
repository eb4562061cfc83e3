import { cleanLine } from '../model/words.ts';
import type { Piece } from './listing-pieces.ts';

/** A link of a text: its brackets begin at `open` and end at `close`, and the target goes on up to `end`. */
type Link = { open: number; close: number; end: number; href: string };

const TARGET = /\(\s*<?((?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+["'][^"'\n]*["'])?\s*\)/y;
const LABEL = /\[([^[\]\n]{1,100})\]/y;
const DEFINITION = /^ {0,3}\[([^[\]\n]+)\]:[ \t]*<?([^\s<>]+)>?.*$/gm;
const IMAGE = /!\[[^\]\n]{0,1000}\]\((?:[^()\s]|\([^()\s]*\))*(?:[ \t]+["'][^"'\n]*["'])?[ \t]*\)/g;
/** What stands for an image in conversions that leave images out. */
const IMAGE_LABEL = /\[(?:图片：|image:? ?)[^\]]*\]/gi;
const EMPTY_ANCHOR = /<a\s[^<>]*><\/a>|<br\s*\/?>/gi;
const ESCAPE = /\\([\\`*_[\]#+\-.!<>~|])/g;
const HEADING = /^ {0,3}#{1,6}(?:\s|$)/;

/** The lines and links of a Markdown text. A link whose definition is missing has an empty target. */
export function markdownPieces(text: string): Piece[] {
  const targets = new Map<string, string>();
  const source = text
    .replace(DEFINITION, (_line, label: string, href: string) => {
      targets.set(label.toLowerCase(), href);
      return '';
    })
    // Of the same length, so that positions stay.
    .replace(IMAGE, (image) => ' '.repeat(image.length))
    .replace(EMPTY_ANCHOR, (tag) => ' '.repeat(tag.length));
  const pieces: Piece[] = [];
  let place: Place = { position: 1, block: 0, isHeading: false };
  let from = 0;
  for (const link of findLinks(source, targets)) {
    place = addText(pieces, source.slice(from, link.open), place);
    const label = source.slice(link.open + 1, link.close);
    pieces.push({ ...place, text: textOf(label), href: link.href });
    place = { ...place, position: place.position + lineCount(source.slice(link.open, link.end)) };
    from = link.end;
  }
  addText(pieces, source.slice(from), place);
  return joinTitles(pieces);
}

type Place = Pick<Piece, 'position' | 'block' | 'isHeading'>;

/** Adds a piece for each line of plain text, and answers with the place that follows it. */
function addText(pieces: Piece[], text: string, from: Place): Place {
  let place = from;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (index > 0) {
      // What is left of the last line is a link.
      const isBlank = line.trim() === '' && index < lines.length - 1;
      const isBreak = place.isHeading || isBlank || HEADING.test(line);
      place = {
        position: place.position + 1,
        block: place.block + (isBreak ? 1 : 0),
        isHeading: HEADING.test(line),
      };
    } else if (place.position === 1 && HEADING.test(line)) {
      place = { ...place, isHeading: true };
    }
    const plain = textOf(line);
    if (plain !== '') pieces.push({ ...place, text: plain, href: null });
  }
  return place;
}

/** The outermost links of a text, in order. */
function findLinks(text: string, targets: ReadonlyMap<string, string>): Link[] {
  const links: Link[] = [];
  let openers: Opener[] = [];
  let isHeadingLine = HEADING.test(text);
  let line = 1;
  for (const { 0: token, index } of text.matchAll(/\\[\s\S]|[[\]\n]/g)) {
    if (token === '\n') {
      line += 1;
      isHeadingLine = HEADING.test(text.slice(index + 1, index + 12));
      // No link goes on past a heading, but a long heading may stand on several lines.
      if (isHeadingLine)
        openers = openers.filter((opener) => line - opener.line < LONGEST_HEADING && opener.isHeading);
    } else if (token === '[') {
      openers.push({ index, line, isHeading: isHeadingLine });
    } else if (token === ']') {
      const opener = openers.pop();
      const target = readTarget(text, index + 1, targets);
      if (target === null) continue;
      const open = opener !== undefined && index - opener.index <= LONGEST_LABEL ? opener.index : index;
      while ((links.at(-1)?.open ?? -1) > open) links.pop();
      links.push({ open, close: index, ...target });
    }
  }
  return links;
}

type Opener = { index: number; line: number; isHeading: boolean };

/** A link may hold a whole abstract. */
const LONGEST_LABEL = 20_000;
/** In lines. */
const LONGEST_HEADING = 3;

/** Reads `(url)`, `(url "title")` or `[label]` behind a link's text; null where none stands there. */
function readTarget(
  text: string,
  at: number,
  targets: ReadonlyMap<string, string>,
): Pick<Link, 'end' | 'href'> | null {
  TARGET.lastIndex = at;
  const inline = TARGET.exec(text);
  if (inline?.[1] !== undefined) return { end: TARGET.lastIndex, href: inline[1] };
  LABEL.lastIndex = at;
  const label = LABEL.exec(text)?.[1];
  if (label === undefined) return null;
  const href = targets.get(label.toLowerCase()) ?? (/^\d+$/.test(label) ? '' : null);
  return href === null ? null : { end: LABEL.lastIndex, href };
}

/** The text of a line or of a link's label, without marks of headings and lists, images, links and escapes. */
function textOf(markdown: string): string {
  const lines = markdown
    .split('\n')
    .map((line) => line.replace(/^\s*(?:#{1,6}|[-*+])(?:\s+|$)/, '').replace(/\\+\s*$/, ''));
  const text = lines
    .join(' ')
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(IMAGE_LABEL, '')
    .replace(/^\s*(?:[-*+] )?\[[ x]\] (?!\d)/i, '')
    .replace(/\\\s+/g, ' ')
    .replace(ESCAPE, '$1');
  const clean = cleanLine(text).replace(/^\*\*(.*)\*\*$/, '$1');
  return clean === '[' ? '' : clean;
}

function lineCount(text: string): number {
  return text.split('\n').length - 1;
}

/** A title that is no link may go on right below its heading; what follows it then stands after a blank line. */
function joinTitles(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const last = joined.at(-1);
    const isRightBelow =
      last?.isHeading === true && last.href === null && piece.position === last.position + 1;
    const isAlone = (pieces[index + 1]?.position ?? Infinity) > piece.position + 1;
    const isTitle =
      piece.href === null &&
      piece.text.length <= LONGEST_TITLE_LINE &&
      !/[.·]$|^\d+ authors?$/.test(piece.text);
    if (isRightBelow && isAlone && isTitle) last.text += ` ${piece.text}`;
    else joined.push({ ...piece });
  }
  return joined;
}

const LONGEST_TITLE_LINE = 100;
