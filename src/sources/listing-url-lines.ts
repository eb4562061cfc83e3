import { cleanLine } from '../model/words.ts';
import { targetOf, type Piece } from './listing-pieces.ts';

const URL_LINE = /^https?:\/\/\S+$/i;
/** Dates, counts of votes and authors, and names of orgs are shorter than a line that is wrapped. */
const LONGEST_COUNT_LINE = 40;

/**
 * Whether a text has the URL of every link on a line below the link's text: a paper's card links to the paper more
 * than once, from its title, its abstract, its authors or its counts.
 */
export function hasUrlLines(text: string): boolean {
  const seen = new Set<string>();
  for (const [url] of text.matchAll(/^[ \t]*https?:\/\/\S+[ \t]*$/gm)) {
    const target = targetOf(url.trim());
    if (!('arxivId' in target) || target.kind === 'arxiv') continue;
    if (seen.has(target.arxivId)) return true;
    seen.add(target.arxivId);
  }
  return false;
}

/** The pieces of such a text. A line of white space only stands for a link without text. */
export function urlLinePieces(lines: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let block = 0;
  let labelled: Piece | undefined;
  for (const [index, raw] of lines.entries()) {
    const line = cleanLine(raw);
    if (line === '') {
      block += 1;
      if (raw !== '' && labelled?.href !== null) labelled = undefined;
      continue;
    }
    const position = index + 1;
    if (URL_LINE.test(line)) {
      if (labelled?.href === null) labelled.href = line;
      else pieces.push({ position, text: '', href: line, isHeading: false, block });
      continue;
    }
    if (line === '[') continue;
    const [, text = line, href = null] = /^(.*?)\]\((\S+)\)$/.exec(line) ?? [];
    labelled = { position, text, href, isHeading: false, block };
    pieces.push(labelled);
  }
  return joinWrapped(pieces);
}

/** A link's text that is wrapped over lines is one piece: only its last line has the link below it. */
function joinWrapped(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isLong = last !== undefined && last.text.length > LONGEST_COUNT_LINE;
    if (
      isLong &&
      last.href === null &&
      last.block === piece.block &&
      piece.text !== '' &&
      piece.text !== '·'
    ) {
      last.text += ` ${piece.text}`;
      last.href = piece.href;
    } else {
      joined.push({ ...piece });
    }
  }
  return joined;
}
