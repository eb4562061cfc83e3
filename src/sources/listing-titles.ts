import { authorCountIn } from './author-names.ts';
import { parseListingDate } from './listing-date.ts';
import { targetOf, type Piece } from './listing-pieces.ts';

/** The title of a card: its pieces are those from `index` up to `next`. */
export type Title = {
  index: number;
  next: number;
  position: number;
  text: string;
  arxivId: string | null;
  /** Whether it is a link to the paper, which shows that it is a title. */
  isLinked: boolean;
};

/** The titles on a page: its headings, or where none of them links to a paper and none is deep, its links to papers. */
export function findTitles(pieces: readonly Piece[]): Title[] {
  const headings = headingTitles(pieces);
  const isByHeading = headings.some(({ isLinked }) => isLinked) || !pieces.some(({ href }) => isPaper(href));
  return isByHeading ? headings : linkTitles(pieces);
}

function headingTitles(pieces: readonly Piece[]): Title[] {
  const titles: Title[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const first = pieces[index];
    if (first === undefined || !first.isHeading) continue;
    let next = index + 1;
    while (pieces[next]?.isHeading === true && pieces[next]?.block === first.block) next += 1;
    const parts = pieces.slice(index, next);
    const linked = parts.find(({ text, href }) => text !== '' && isPaper(href));
    const text = (linked === undefined ? parts : [linked]).map((part) => part.text).join(' ');
    const link = linkOf(linked);
    // A title's link that has lost its target is a link still.
    const isLinked = link.isLinked || (parts.length === 1 && first.href === '');
    titles.push({ index, next, text, position: first.position, arxivId: link.arxivId, isLinked });
    index = next - 1;
  }
  return titles;
}

/** A card links to its paper several times, first from its title; a card that follows for the same paper has the same title. */
function linkTitles(pieces: readonly Piece[]): Title[] {
  const titles: Title[] = [];
  for (const [index, piece] of pieces.entries()) {
    const { position, text, href } = piece;
    if (!isPaper(href) || isNoTitle(text)) continue;
    const link = linkOf(piece);
    const last = titles.at(-1);
    if (last?.arxivId === link.arxivId && last.text !== text) continue;
    titles.push({ index, next: index + 1, position, text, ...link });
  }
  return titles;
}

function isNoTitle(text: string): boolean {
  return (
    text === '' || /^\W*\d*$/.test(text) || authorCountIn(text) !== null || parseListingDate(text) !== null
  );
}

function isPaper(href: string | null): boolean {
  return targetOf(href ?? '').kind === 'paper';
}

function linkOf(piece: Piece | undefined): Pick<Title, 'arxivId' | 'isLinked'> {
  const target = targetOf(piece?.href ?? '');
  return target.kind === 'paper'
    ? { arxivId: target.arxivId, isLinked: true }
    : { arxivId: null, isLinked: false };
}
