import { authorCountIn } from './author-names.ts';
import { looksLikeDate, parseListingDate, type ListingDate } from './listing-date.ts';
import { countIn, targetOf, type LinkTarget, type Piece } from './listing-pieces.ts';
import { findTitles, type Title } from './listing-titles.ts';

/** What a card says; null where it doesn't say. */
export type Card = {
  position: number;
  /** Where its last piece begins. */
  lastPosition: number;
  title: string;
  /** Whether something shows that it is a paper's card and not any heading with a long text below it. */
  isSigned: boolean;
  arxivId: string | null;
  abstract: string | null;
  authorCount: number | null;
  org: { login: string; name: string } | null;
  /** The text of it where it stands in a date's place but is none. */
  date: ListingDate | string | null;
  upvotes: number | null;
  commentCount: number | null;
  repoUrl: string | null;
  stars: number | null;
};

/** The cards of a page in reading order; a paper may have several. */
export function findCards(pieces: readonly Piece[]): Card[] {
  const titles = findTitles(pieces);
  const cards = titles.flatMap((title, index) => {
    const start = titles[index - 1]?.next ?? 0;
    const end = titles[index + 1]?.index ?? pieces.length;
    const card = readBody(title, pieces.slice(title.next, end));
    card.upvotes ??= votesAbove(pieces.slice(start, title.index));
    card.isSigned ||= isSigned(card);
    return card.isSigned || isLong(card) ? [card] : [];
  });
  const counts = countsByPaper(pieces);
  for (const card of cards) {
    if (card.arxivId === null) continue;
    card.upvotes = counts.upvotes.get(card.arxivId) ?? card.upvotes;
    card.commentCount = counts.comments.get(card.arxivId) ?? card.commentCount;
  }
  return cards;
}

function isSigned({ arxivId, authorCount, stars, repoUrl, org, date, abstract }: Card): boolean {
  const isDated = org !== null && date !== null && abstract !== null;
  return arxivId !== null || authorCount !== null || stars !== null || repoUrl !== null || isDated;
}

/** Few abstracts are shorter, and what else stands below the headings of a page is. */
function isLong({ abstract }: Card): boolean {
  return abstract !== null && abstract.length >= 250;
}

/** The counts whose links tell the paper, wherever on the page they stand. */
function countsByPaper(pieces: readonly Piece[]) {
  const counts = { upvotes: new Map<string, number>(), comments: new Map<string, number>() };
  for (const { text, href } of pieces) {
    const target = targetOf(href ?? '');
    const count = countIn(text);
    if (count === null || (target.kind !== 'upvotes' && target.kind !== 'comments')) continue;
    counts[target.kind].set(target.arxivId, count);
  }
  return counts;
}

/** The votes right above a title, such as `36` or `[-] 5`, where no link tells whose they are. */
function votesAbove(above: readonly Piece[]): number | null {
  const last = above.findLast(({ text, href }) => text !== '' || href === '');
  return last !== undefined &&
    /^(?:\[-\] ?|▲ ?)?\d[\d,.]*k?(?: upvotes?)?$/i.test(last.text) &&
    !isKnown(last)
    ? countIn(last.text.replace(/ upvotes?$/i, ''))
    : null;
}

function isKnown({ href }: Piece): boolean {
  return targetOf(href ?? '').kind !== 'other';
}

/** Once something else than prose was met, the abstract has ended; a card ends where the next one's image begins. */
type Reading = {
  card: Card;
  abstract: Piece[];
  isPastAbstract: boolean;
  /** Where the date stands; null before it. */
  dateAt: number | null;
  votesFollow: boolean;
};

function readBody(title: Title, body: readonly Piece[]): Card {
  const card: Card = {
    position: title.position,
    lastPosition: title.position,
    title: title.text,
    isSigned: title.isLinked,
    arxivId: title.arxivId,
    abstract: null,
    authorCount: null,
    org: null,
    date: null,
    upvotes: null,
    commentCount: null,
    repoUrl: null,
    stars: null,
  };
  const reading: Reading = { card, abstract: [], isPastAbstract: false, dateAt: null, votesFollow: false };
  for (const piece of body) {
    const target = targetOf(piece.href ?? '');
    if (endsCard(piece, target, card)) break;
    card.lastPosition = piece.position;
    readPiece(reading, piece, target);
  }
  if (reading.abstract.length > 0) card.abstract = reading.abstract.map(({ text }) => text).join(' ');
  return card;
}

function endsCard({ text }: Piece, target: LinkTarget, { arxivId }: Card): boolean {
  const isOthers =
    'arxivId' in target && target.kind !== 'arxiv' && arxivId !== null && target.arxivId !== arxivId;
  const isNavigation = target.kind === 'page' && !isBareUrl(text);
  return isOthers || isNavigation || /^(?:submitted by\b|(?:[-*_=] ?){3,}$|```)/i.test(text);
}

function readPiece(reading: Reading, piece: Piece, target: LinkTarget): void {
  const { card } = reading;
  const { text } = piece;
  if (text === '' || text === '-') return;
  const authorCount = authorCountIn(text.replace(/^[-*+·] +/, ''));
  if (authorCount !== null) {
    card.authorCount ??= authorCount === 0 ? null : authorCount;
  } else if (target.kind === 'arxiv' && !isBareUrl(text)) {
    card.arxivId ??= target.arxivId;
  } else if (target.kind === 'repo' && !isBareUrl(text)) {
    card.repoUrl ??= target.name;
    card.stars ??= countIn(text);
  } else if (target.kind === 'account' || (piece.href === '' && /^\[[\w.-]+\] \S/.test(text))) {
    readOrg(reading, text, target);
  } else if (target.kind !== 'upvotes' && target.kind !== 'comments') {
    readText(reading, piece);
    return;
  }
  reading.isPastAbstract = true;
}

function isBareUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** An org stands between abstract and date; what links to an account elsewhere is a person or the page's footer. */
function readOrg({ card, dateAt }: Reading, text: string, target: LinkTarget): void {
  const [, label = '', name = text] = /^\[([^\]]*)\] (.+)$/.exec(text) ?? [];
  const login = target.kind === 'account' ? target.name : label;
  if (dateAt !== null || card.repoUrl !== null || card.authorCount !== null) return;
  card.org ??= { login, name: withoutLogin(name, login) };
}

/** Of `google Google`, with an image's text before the name, only the name; `Beihang University` is one as it stands. */
function withoutLogin(name: string, login: string): string {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const rest = name.startsWith(`${login} `) ? name.slice(login.length + 1) : '';
  return rest !== '' && letters(rest).startsWith(letters(login)) ? rest : name;
}

function readText(reading: Reading, piece: Piece): void {
  const { card, abstract, isPastAbstract } = reading;
  const isPastDate = reading.dateAt !== null;
  const [, beforeDot = null, afterDot = piece.text] = /^(.{0,100}?)· ?(.{0,60})$/.exec(piece.text) ?? [];
  const dateText = afterDot.replace(/^published on /i, '');
  const isDatePlace = beforeDot !== null || dateText !== afterDot || isPastAbstract;
  const date = isDatePlace && !isPastDate ? parseListingDate(isoAsListed(dateText)) : null;
  if (date !== null) {
    card.date = date;
    card.commentCount ??= date.commentCount;
    reading.dateAt = piece.position;
  } else if (beforeDot === '' && !isPastDate && dateText !== '' && looksLikeDate(dateText)) {
    card.date = dateText;
    reading.dateAt = piece.position;
  } else if (beforeDot === '') {
    // A separator on a line of its own, with the date on the next.
  } else if (/^upvote$/i.test(piece.text)) {
    reading.votesFollow = true;
  } else if (
    /^(?:upvote )?\d[\d,.]*k?$/i.test(piece.text) &&
    (isPastAbstract || abstract.at(-1)?.block !== piece.block)
  ) {
    readLooseCount(reading, piece);
  } else if (!isPastAbstract && goesOn(abstract, piece)) {
    abstract.push(piece);
    return;
  }
  reading.isPastAbstract = true;
}

/** Saved pages may tell a date's day, which is plainer than what they show. */
function isoAsListed(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:T|$)/.exec(text) ?? [];
  const name = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[Number(month) - 1];
  return name === undefined ? text : `${name} ${Number(day)}, ${year}`;
}

/** A number whose link is not known: after `Upvote` the votes, on the line of the date the comments. */
function readLooseCount(reading: Reading, { text, href, position }: Piece): void {
  const { card } = reading;
  if (reading.votesFollow || /^upvote/i.test(text)) card.upvotes ??= countIn(text);
  else if (reading.dateAt === position && href === '') card.commentCount ??= countIn(text);
  reading.votesFollow = false;
}

/** What a page has around cards is shorter than a paragraph of an abstract. */
const LONGEST_PAGE_LINE = 60;

function goesOn(abstract: readonly Piece[], piece: Piece): boolean {
  return (
    abstract.length === 0 || abstract.at(-1)?.block === piece.block || piece.text.length > LONGEST_PAGE_LINE
  );
}
