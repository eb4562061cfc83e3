import { PapergraphError } from '../errors.ts';
import { orgSlug } from '../model/org.ts';
import type { PaperRecordInput } from '../model/paper.ts';
import { parseArxivId, titleKey } from '../model/paper-ids.ts';
import { authorCountIn, authorNamesIn } from './author-names.ts';
import { linesOf, splitBlocks, type Block, type Line } from './listing-blocks.ts';
import { readCards } from './listing-cards.ts';
import { dayOfListing, pageYearOf, parseListingDate, type PageYear } from './listing-date.ts';
import { listingRecord, type ListedPaper } from './listing-record.ts';
import { hasUrlLines, urlLinePieces } from './listing-url-lines.ts';
import type { Found, ReadOptions, Reject, TextFormat } from './reading.ts';

/**
 * Text captures of Hugging Face's Daily Papers page. A record is a title, an abstract, who wrote it (`• N authors`,
 * `• names`, or an org as `slug Display Name`), `·`, and a date with, perhaps, a comment count. Between title and
 * authors a link to the paper's page may stand, which gives its arXiv id; a bare number before the abstract is its
 * upvotes. Blank lines don't count, and lines around records are passed over. Where the URL of every link stands on a
 * line below its text, the links tell what is what. Reading throws `BAD_SOURCE` where the text holds no record at all.
 */
export const listingText: TextFormat = {
  name: 'listing',
  detect: (head) => /^[ \t]*·[ \t]*$|^[ \t]*(?:•[ \t]*)?\d[\d,]* authors?\b/im.test(head),
  read: (text, options) =>
    hasUrlLines(text) ? readLinkedListing(text, options) : readPlainListing(text, options),
};

function readLinkedListing(text: string, options: ReadOptions): Found[] {
  const lines = text.split(/\r\n|\n|\r/);
  return readCards(urlLinePieces(lines), options, (from, to) => lines.slice(from - 1, to).join('\n'));
}

function readPlainListing(text: string, { listedOn }: ReadOptions): Found[] {
  const { blocks, leftOver } = splitBlocks(linesOf(text));
  if (blocks.length === 0) {
    throw new PapergraphError(
      'BAD_SOURCE',
      'no paper found: expected records of a title, an abstract, "• N authors" or an org, "·" and a date, each on a line of its own',
    );
  }
  const lines = text.split(/\r\n|\n|\r/);
  const rawOf = (from: number, to: number) => lines.slice(from - 1, to).join('\n');
  const page = pageYearOf(
    blocks.flatMap(({ date }) => (date === null ? [] : [date])),
    listedOn,
  );
  const found: Found[] = leftOver.map(({ number }) => ({
    position: number,
    reason:
      'expected authors or an org, "·" and a date after what looks like an abstract or its authors, but got none',
    raw: rawOf(number, number),
  }));
  found.push(...blocks.map((block) => readBlock(block, page, rawOf)));
  return found.sort((a, b) => a.position - b.position);
}

const LONGEST_TITLE = 300;

type Who = Pick<ListedPaper, 'authorCount'> & {
  authors: NonNullable<PaperRecordInput['authors']>;
  orgs: NonNullable<PaperRecordInput['orgs']>;
};

function readBlock(block: Block, page: PageYear, rawOf: (from: number, to: number) => string): Found {
  const { title, abstract } = block;
  const position = (title ?? abstract ?? block.end).number;
  const reject = (reason: string, line?: Line): Reject => ({
    position: line?.number ?? position,
    reason,
    raw: rawOf(position, (block.dateLine ?? block.end).number),
  });

  // The day of the page is what stands above where a title is missing.
  if (title === undefined || abstract === undefined || parseListingDate(title.text) !== null) {
    return reject('expected a title and an abstract before the authors, but one is missing');
  }
  if (title.text.length > LONGEST_TITLE) {
    return reject(
      `expected a title, but got ${title.text.length} characters: is the abstract wrapped over several lines?`,
    );
  }
  if (block.isWrapped) {
    return reject('expected the abstract on one line, but it seems to be wrapped over several', abstract);
  }
  if (titleKey(title.text) === null) return reject(`expected a title with letters, but got "${title.text}"`);
  const who = readWho(block.who);
  if (who === null) {
    const got = block.who[0]?.text ?? 'nothing';
    return reject(`expected "• N authors" or an org as "slug Display Name", but got "${got}"`, block.who[0]);
  }
  if (block.date === null) {
    const got = block.dateLine === undefined ? 'nothing' : `"${block.dateLine.text}"`;
    return reject(`expected a date such as "Feb 28, 2024" or "May 4", but got ${got}`, block.dateLine);
  }
  const arxivId = block.links.map(parseArxivId).find((id) => id !== null) ?? null;
  const day = dayOfListing(block.date, arxivId, page);
  if ('reason' in day) return reject(day.reason, block.dateLine);

  const record = listingRecord({
    title: title.text,
    abstract: abstract.text,
    publishedOn: day.publishedOn,
    arxivId,
    ...who,
    commentCount: block.date.commentCount,
    upvotes: block.upvotes,
  });
  return { position, record };
}

/** Reads the lines between abstract and `·`: an author count, author names, an org, or several of them. */
function readWho(lines: readonly Line[]): Who | null {
  const who: Who = { authorCount: null, authors: [], orgs: [] };
  for (const { text } of lines) {
    const count = authorCountIn(text);
    if (count === 0) return null;
    if (count !== null) {
      who.authorCount = count;
      continue;
    }
    const names = authorNamesIn(text);
    if (names !== null) {
      who.authors.push(...names.map((name) => ({ name })));
      continue;
    }
    if (/\bauthors?$/i.test(text)) return null;
    const org = /^([A-Za-z\d][\w.-]*)(?: (.+))?$/.exec(text);
    if (org?.[1] === undefined) return null;
    who.orgs.push({ slug: orgSlug(org[1]), name: org[2] ?? org[1], source: 'listing' });
  }
  if (who.authors.length > 0) who.authorCount ??= who.authors.length;
  return lines.length === 0 ? null : who;
}
