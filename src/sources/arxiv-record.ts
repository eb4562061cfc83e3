import { paperIds } from '../model/paper-ids.ts';
import type { PaperRecordInput } from '../model/paper.ts';
import { expectTitle } from './check-item.ts';
import { repoMentionsOf } from './links.ts';

/** What arXiv tells of a paper in each of its formats, every text on one line and empty where it is left out. */
export type ArxivTexts = {
  /** The id, or the link to the paper's page; with or without version. */
  id: string;
  title: string;
  abstract: string;
  comment: string;
  /** The DOI of the published paper. Authors may give several, separated by spaces: the first is taken. */
  doi: string;
  /** The day of the first version. */
  publishedOn: string;
  authorNames: string[];
};

/** The record of a paper on arXiv. Throws an `Error` where it has no arXiv id or no title. */
export function arxivRecord(texts: ArxivTexts): PaperRecordInput {
  const { id, abstract, comment, publishedOn } = texts;
  const ids = paperIds({ arxiv: id, doi: texts.doi.split(' ', 1)[0] });
  if (ids.arxivId === null) throw new Error(`expected an arXiv id such as 2402.18700, but got "${id}"`);
  // A collaboration's list of authors is set off by a colon, which arXiv gives as an author of its own.
  const authors = texts.authorNames.filter((name) => /\p{L}/u.test(name)).map((name) => ({ name }));
  return {
    source: 'arxiv',
    title: expectTitle(texts.title),
    abstract: abstract === '' ? null : abstract,
    publishedOn: publishedOn === '' ? null : publishedOn,
    ...ids,
    authorCount: authors.length === 0 ? null : authors.length,
    authors,
    repos: repoMentionsOf({ abstract, comment }),
  };
}
