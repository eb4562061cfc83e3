import type { XmlElement } from '@rgrove/parse-xml';
import { PapergraphError } from '../errors.ts';
import { timestamp } from '../model/date.ts';
import type { PaperRecordInput } from '../model/paper.ts';
import { arxivRecord } from './arxiv-record.ts';
import type { Found, TextFormat } from './reading.ts';
import { beginsWithRoot, childrenOf, readElements, textOf, xmlRoot } from './xml.ts';

/**
 * Atom feeds, as arXiv's API answers (https://info.arxiv.org/help/api/user-manual.html). A feed without entries is
 * empty. Throws `BAD_SOURCE` where the text is no feed, or where arXiv answers with an error, which it says.
 */
export const arxivAtom: TextFormat = {
  name: 'arxiv-atom',
  detect: (head) => beginsWithRoot(head, 'feed') && head.includes('arxiv.org'),
  read: readFeed,
};

/**
 * How many papers the query has in all, of which a feed holds some; null where the feed doesn't say. Throws
 * `BAD_SOURCE` where the text is no feed.
 */
export function totalResultsIn(text: string): number | null {
  const total = textOf(xmlRoot(text, 'feed'), 'totalResults');
  return /^\d+$/.test(total) ? Number(total) : null;
}

const ERROR_ID = /^https?:\/\/(?:export\.)?arxiv\.org\/api\/errors/;

function readFeed(text: string): Found[] {
  const entries = childrenOf(xmlRoot(text, 'feed'), 'entry');
  const error = entries.find((entry) => ERROR_ID.test(textOf(entry, 'id')));
  if (error !== undefined) {
    throw new PapergraphError(
      'BAD_SOURCE',
      `expected papers from arXiv, but got its error "${textOf(error, 'summary')}"`,
    );
  }
  return readElements(text, entries, (entry) => [readEntry(entry)]);
}

function readEntry(entry: XmlElement): PaperRecordInput {
  return arxivRecord({
    id: textOf(entry, 'id'),
    title: textOf(entry, 'title'),
    abstract: textOf(entry, 'summary'),
    comment: textOf(entry, 'comment'),
    doi: textOf(entry, 'doi'),
    publishedOn: dayInUtc(textOf(entry, 'published')),
    authorNames: childrenOf(entry, 'author').map((author) => textOf(author, 'name')),
  });
}

function dayInUtc(moment: string): string {
  if (moment === '') return '';
  const parsed = timestamp.safeParse(moment);
  if (!parsed.success) throw new Error(`expected a moment such as 2017-06-12T17:57:34Z, but got "${moment}"`);
  return parsed.data.slice(0, 'YYYY-MM-DD'.length);
}
