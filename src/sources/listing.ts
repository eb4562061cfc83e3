import { PapergraphError } from '../errors.ts';
import { parseArxivId, paperRecord, titleKey } from '../model/paper.ts';
import { orgSlug } from '../model/org.ts';
import { authorCountIn, authorNamesIn } from './author-names.ts';
import { projectPageIn, reposIn } from './links.ts';
import { dayOf, omittedYear, parseListingDate, type ListingDate } from './listing-date.ts';
import { linesOf, splitBlocks, type Block, type Line } from './listing-blocks.ts';
import type { Reading, Reject, SourceRecord } from './reading.ts';

/** How to read a listing. `listedOn` (`YYYY-MM-DD`) is the day of the page and gives the year that its dates omit. */
export type ListingOptions = { listedOn?: string | undefined };

/**
 * Reads a text capture of Hugging Face's Daily Papers page. A record is a title, an abstract, who wrote it
 * (`• N authors`, `• names`, or an org as `slug Display Name`), `·`, and a date with, perhaps, a comment count.
 * Between title and authors a link to the paper's page may stand, which gives its arXiv id; a bare number before the
 * abstract is its upvotes. Blank lines don't count, and lines around records are passed over. Throws `BAD_SOURCE`
 * where the text holds no record at all.
 */
export function readListing(text: string, options: ListingOptions = {}): Reading {
  const { blocks, leftOver } = splitBlocks(linesOf(text));
  if (blocks.length === 0) {
    throw new PapergraphError(
      'BAD_SOURCE',
      'no paper found: expected records of a title, an abstract, "• N authors" or an org, "·" and a date, each on a line of its own',
    );
  }
  const dates = blocks.flatMap(({ date }) => (date === null ? [] : [date]));
  const year = omittedYear(dates, options.listedOn);

  const records: SourceRecord[] = [];
  const rejects: Reject[] = leftOver.map((line) => ({
    position: line.number,
    reason:
      'expected authors or an org, "·" and a date after what looks like an abstract or its authors, but got none',
  }));
  for (const block of blocks) {
    const result = readBlock(block, year);
    if ('record' in result) records.push(result);
    else rejects.push(result);
  }
  return { records, rejects: rejects.sort((a, b) => a.position - b.position) };
}

const LONGEST_TITLE = 300;

type Who = Pick<SourceRecord['record'], 'authorCount' | 'authorNames' | 'orgs'>;

function readBlock(block: Block, year: number | null): SourceRecord | Reject {
  const { title, abstract } = block;
  const position = (title ?? abstract ?? block.end).number;
  const reject = (reason: string, line?: Line): Reject => ({
    position: line?.number ?? position,
    reason,
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
  const day = readDay(block, year);
  if ('reason' in day) return reject(day.reason, block.dateLine);

  const record = {
    title: title.text,
    abstract: abstract.text,
    publishedOn: day.publishedOn,
    arxivId: block.links.map(parseArxivId).find((id) => id !== null) ?? null,
    ...who,
    commentCount: block.date?.commentCount ?? null,
    upvotes: block.upvotes,
    projectPage: projectPageIn(abstract.text),
    keywords: [],
    repos: reposIn(abstract.text).map((repo) => ({ ...repo, source: 'abstract' })),
  };
  const checked = paperRecord.safeParse(record);
  if (checked.success) return { position, record: checked.data };
  const [issue] = checked.error.issues;
  return reject(`${issue?.path.join('.')}: ${issue?.message}`);
}

function readDay(block: Block, year: number | null): { publishedOn: string } | { reason: string } {
  const date: ListingDate | null = block.date;
  if (date === null) {
    const got = block.dateLine === undefined ? 'nothing' : `"${block.dateLine.text}"`;
    return { reason: `expected a date such as "Feb 28, 2024" or "May 4", but got ${got}` };
  }
  if (date.year === null && year === null) {
    return {
      reason: `expected a year, but got "${date.text}", and no other record tells it: say when the page was listed (--listed-on YYYY-MM-DD)`,
    };
  }
  const publishedOn = dayOf(date, year ?? 0);
  return publishedOn === null
    ? { reason: `expected a day that the calendar has, but got "${date.text}"` }
    : { publishedOn };
}

/** Reads the lines between abstract and `·`: an author count, author names, an org, or several of them. */
function readWho(lines: readonly Line[]): Who | null {
  const who: Who = { authorCount: null, authorNames: [], orgs: [] };
  for (const { text } of lines) {
    const count = authorCountIn(text);
    if (count === 0) return null;
    if (count !== null) {
      who.authorCount = count;
      continue;
    }
    const names = authorNamesIn(text);
    if (names !== null) {
      who.authorNames.push(...names);
      continue;
    }
    if (/\bauthors?$/i.test(text)) return null;
    const org = /^([A-Za-z\d][\w.-]*)(?: (.+))?$/.exec(text);
    if (org?.[1] === undefined) return null;
    who.orgs.push({ slug: orgSlug(org[1]), name: org[2] ?? org[1], source: 'listing' });
  }
  if (who.authorNames.length > 0) who.authorCount ??= who.authorNames.length;
  return lines.length === 0 ? null : who;
}
