import { z } from 'zod';
import type { authorMention } from '../model/author.ts';
import { timestamp } from '../model/date.ts';
import { count, type Metric } from '../model/observation.ts';
import { orgMention, orgSlug } from '../model/org.ts';
import { paperIds, parseArxivId } from '../model/paper-ids.ts';
import type { PaperRecordInput } from '../model/paper.ts';
import { parseRepoUrl } from '../model/repo.ts';
import { cleanLine } from '../model/words.ts';
import { checkItem, expectTitle, isObject } from './check-item.ts';
import { repoMentionsOf } from './links.ts';
import { parsePythonLiteral } from './python-literal.ts';
import type { JsonFormat } from './reading.ts';

/**
 * Answers of Hugging Face's `/api/daily_papers`: rows with a `paper` and the counts of the page around it. Copies of
 * them wrap the rows as `{status, date, count, data}`, or hold each row as a string, written by Python's `repr()`.
 */
export const hfDaily: JsonFormat = {
  name: 'hf-daily',
  itemsOf: dailyRowsOf,
  readItem: (item) => [readRow(item)],
};

/** Answers of Hugging Face's `/api/papers/{id}`: one paper, as in the `paper` of a daily row. Arrays of them are read too. */
export const hfPaper: JsonFormat = {
  name: 'hf-paper',
  itemsOf: papersOf,
  readItem: (item) => [readPaper(checkItem(paper, item), null)],
};

const text = z.string().nullish();
const organization = z.looseObject({ name: z.string(), fullname: text }).nullish();

const author = z.looseObject({
  name: text,
  status: text,
  hidden: z.boolean().nullish(),
  user: z.looseObject({ user: text, name: text }).nullish(),
});

const paper = z.looseObject({
  id: z.string(),
  title: text,
  summary: text,
  publishedAt: timestamp.nullish(),
  authors: z.array(author).nullish(),
  upvotes: count.nullish(),
  githubStars: count.nullish(),
  githubRepo: text,
  projectPage: text,
  ai_keywords: z.array(z.string()).nullish(),
  organization,
});

const row = z.looseObject({ paper, numComments: count.nullish(), organization });

const wrapper = z.looseObject({ status: z.string(), date: z.string(), data: z.array(z.unknown()) });

function dailyRowsOf(document: unknown): unknown[] | null {
  if (isRow(document)) return [document];
  if (Array.isArray(document)) return document.length === 0 || document.some(isRow) ? document : null;
  const { data } = wrapper.safeParse(document);
  return data === undefined ? null : dailyRowsOf(data.data);
}

function isRow(value: unknown): boolean {
  // JSON in a string would have double quotes here.
  if (typeof value === 'string') return /^\{'\w+': /.test(value);
  return isObject(value) && isObject(value['paper']) && typeof value['paper']['id'] === 'string';
}

function papersOf(document: unknown): unknown[] | null {
  if (isPaper(document)) return [document];
  return Array.isArray(document) && document.some(isPaper) ? document : null;
}

function isPaper(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { id, summary, publishedAt } = value;
  return (
    typeof id === 'string' &&
    parseArxivId(id) !== null &&
    typeof summary === 'string' &&
    typeof publishedAt === 'string'
  );
}

function readRow(item: unknown): PaperRecordInput {
  const read = checkItem(row, typeof item === 'string' ? parsePythonLiteral(item) : item);
  const inner = read.paper;
  return readPaper(
    { ...inner, organization: inner.organization ?? read.organization },
    read.numComments ?? null,
  );
}

/** `publishedAt` of the paper itself is used: that of a row is hours off and may fall on another day. */
function readPaper(read: z.infer<typeof paper>, commentCount: number | null): PaperRecordInput {
  const authors = (read.authors ?? []).flatMap(authorOf);
  const { githubRepo: curated, projectPage } = read;
  const abstract = cleanLine(read.summary ?? '');
  return {
    source: 'hf',
    title: cleanLine(expectTitle(read.title)),
    abstract: abstract === '' ? null : abstract,
    publishedOn: read.publishedAt?.slice(0, 'YYYY-MM-DD'.length) ?? null,
    ...paperIds({ arxiv: read.id }),
    authorCount: authors.length === 0 ? null : authors.length,
    authors,
    projectPage: projectPageOf(projectPage ?? ''),
    keywords: keywordsOf(read.ai_keywords ?? []),
    orgs: orgsOf(read.organization),
    repos: repoMentionsOf({ curated, abstract, projectPage }),
    observations: [
      ...observed('UPVOTES', read.upvotes),
      ...observed('COMMENTS', commentCount),
      ...observed('STARS', read.githubStars),
    ],
  };
}

function authorOf({ name, user, status, hidden }: z.infer<typeof author>): z.input<typeof authorMention>[] {
  const printed = cleanLine(name ?? '');
  if (printed === '') return [];
  // A pending login is a guess by name, often a namesake's; a hidden one was taken off by its owner
  // (https://huggingface.co/docs/hub/paper-pages). Either way the author is printed on the paper all the same.
  const isStated = status !== 'extracted_pending' && hidden !== true;
  const login = user?.user ?? user?.name ?? '';
  return [{ name: printed, hfUser: isStated && login !== '' ? login : null }];
}

/** A link to a repository or to the paper itself is no page of the project. */
function projectPageOf(given: string): string | null {
  const url = given.trim();
  const isPage = /^https?:\/\//i.test(url) && URL.canParse(url);
  return isPage && parseRepoUrl(url) === null && parseArxivId(url) === null ? url : null;
}

function keywordsOf(given: readonly string[]): PaperRecordInput['keywords'] {
  const keywords = new Set(given.map(cleanLine));
  keywords.delete('');
  return [...keywords].map((text) => ({ text, source: 'ai_keywords' }));
}

function orgsOf(given: z.infer<typeof organization>): PaperRecordInput['orgs'] {
  if (given === null || given === undefined) return [];
  const name = cleanLine(given.fullname ?? '');
  const org = {
    slug: orgSlug(given.name),
    name: name === '' ? given.name : name,
    source: 'organization',
  };
  return orgMention.safeParse(org).success ? [org] : [];
}

function observed(metric: Metric, value: number | null | undefined): { metric: Metric; value: number }[] {
  return value === null || value === undefined ? [] : [{ metric, value }];
}
