import { PapergraphError } from '../errors.ts';
import { orgSlug } from '../model/org.ts';
import { titleKey } from '../model/paper-ids.ts';
import { findCards, type Card } from './listing-card.ts';
import { dayOfListing, pageYearOf, type PageYear } from './listing-date.ts';
import type { Piece } from './listing-pieces.ts';
import { listingRecord, type ListedPaper } from './listing-record.ts';
import type { Found, ReadOptions } from './reading.ts';

/** The source's own text from one position up to another. */
export type RawOf = (from: number, to: number) => string;

/**
 * Reads the cards of papers on a page of Hugging Face from its pieces. A card has a title that links to the paper, or a
 * heading with the other signs of a card below it; abstract, authors or org, date and counts are read where they are
 * there. Cards of the same paper give one record of what they say together. Throws `BAD_SOURCE` where no card is found.
 */
export function readCards(pieces: readonly Piece[], options: ReadOptions, rawOf: RawOf): Found[] {
  const cards = findCards(pieces);
  if (!cards.some(({ isSigned }) => isSigned)) {
    throw new PapergraphError(
      'BAD_SOURCE',
      'no paper found: expected cards with a title that links to huggingface.co/papers/…, or a heading with "N authors" or a GitHub link below it',
    );
  }
  const page = pageYearOf(
    cards.flatMap(({ date }) => (typeof date === 'object' && date !== null ? [date] : [])),
    options.listedOn,
  );
  return mergeCards(cards).map((card) => readCard(card, page, rawOf));
}

function readCard(card: Card, page: PageYear, rawOf: RawOf): Found {
  const { position } = card;
  const paper = listedPaper(card, page);
  return 'reason' in paper
    ? { position, reason: paper.reason, raw: rawOf(position, card.lastPosition) }
    : { position, record: listingRecord(paper) };
}

function listedPaper(card: Card, page: PageYear): ListedPaper | { reason: string } {
  const { title, date, org } = card;
  if (titleKey(title) === null) return { reason: `expected a title with letters, but got "${title}"` };
  if (!card.isSigned) {
    return {
      reason: 'expected a link to the paper, "N authors", or a GitHub link below the heading, but got none',
    };
  }
  if (typeof date === 'string') {
    return { reason: `expected a date such as "Feb 28, 2024" or "May 4", but got "${date}"` };
  }
  const day = date === null ? { publishedOn: null } : dayOfListing(date, card.arxivId, page);
  if ('reason' in day) return day;
  const orgs = org === null ? [] : [{ slug: orgSlug(org.login), name: org.name, source: 'listing' }];
  return { ...card, publishedOn: day.publishedOn, orgs };
}

/** Pages show a card once for narrow and once for wide screens: what the first doesn't say, the second may. */
function mergeCards(cards: readonly Card[]): Card[] {
  const merged = new Set<Card>();
  const byKey = new Map<string, Card>();
  for (const card of cards) {
    const keys = [card.arxivId, titleKey(card.title)].filter((key) => key !== null);
    const same = keys
      .map((key) => byKey.get(key))
      .find((other) => other !== undefined && !differ(other.arxivId, card.arxivId));
    if (same !== undefined) completeCard(same, card);
    else merged.add(card);
    for (const key of keys) byKey.set(key, same ?? card);
  }
  return [...merged];
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}

function completeCard(card: Card, other: Card): void {
  card.isSigned ||= other.isSigned;
  card.arxivId ??= other.arxivId;
  card.abstract ??= other.abstract;
  card.authorCount ??= other.authorCount;
  card.org ??= other.org;
  card.date ??= other.date;
  card.upvotes ??= other.upvotes;
  card.commentCount ??= other.commentCount;
  card.stars ??= other.stars;
  card.repoUrl ??= other.repoUrl;
}
