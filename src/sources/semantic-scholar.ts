import { z } from 'zod';
import type { authorMention } from '../model/author.ts';
import { partialDate } from '../model/date.ts';
import { keysOfIds, paperIds, type PaperIds } from '../model/paper-ids.ts';
import type { PaperRecordInput } from '../model/paper.ts';
import { cleanLine } from '../model/words.ts';
import { checkItem, expectTitle, isObject } from './check-item.ts';
import { repoMentionsOf } from './links.ts';
import { plainTextOrNull } from './markup.ts';
import { parseOrcid } from '../model/orcid.ts';
import type { JsonFormat } from './reading.ts';

/** Papers of Semantic Scholar's API: a paper, the answer to a search, the answer to a batch, or a paper per line. */
export const semanticScholar: JsonFormat = {
  name: 'semantic-scholar',
  itemsOf,
  readItem: (item) => [readPaper(item)],
};

const text = z.string().nullish();

const author = z.looseObject({
  authorId: text,
  name: text,
  externalIds: z.looseObject({ ORCID: text }).nullish(),
});

/** What tells which paper is meant; a reference that Semantic Scholar could not find has no id. */
const identified = z.looseObject({
  paperId: text,
  externalIds: z.looseObject({ ArXiv: text, DOI: text }).nullish(),
});

const paper = identified.extend({
  title: text,
  abstract: text,
  publicationDate: text,
  year: z.int().nullish(),
  authors: z.array(author).nullish(),
  references: z.array(identified).nullish(),
  citations: z.array(identified).nullish(),
});

/** Search results whose text is a file have a mark of it before the title. */
const FILE_MARK = /^\[(?:PDF|HTML)\]\s*/;

function itemsOf(document: unknown): unknown[] | null {
  if (isPaper(document)) return [document];
  // A batch answers with null for each id that it does not know.
  if (Array.isArray(document))
    return document.some(isPaper) ? document.filter((item) => item !== null) : null;
  if (!isObject(document) || !Array.isArray(document['data'])) return null;
  const data: unknown[] = document['data'];
  return data.some(isPaper) || (data.length === 0 && typeof document['total'] === 'number') ? data : null;
}

function isPaper(value: unknown): boolean {
  return isObject(value) && typeof value['paperId'] === 'string' && /^[\da-f]{40}$/i.test(value['paperId']);
}

function readPaper(item: unknown): PaperRecordInput {
  const given = checkItem(paper, item);
  const authors = given.authors ?? [];
  const abstract = plainTextOrNull(given.abstract);
  const dates = [given.publicationDate, given.year?.toString()];
  return {
    source: 'semanticscholar',
    title: expectTitle(plainTextOrNull(given.title?.replace(FILE_MARK, ''))),
    abstract,
    publishedOn: dates.find((date) => partialDate.safeParse(date).success) ?? null,
    ...idsOf(given),
    authorCount: authors.length === 0 ? null : authors.length,
    authors: authors.flatMap(mentionsOf),
    repos: repoMentionsOf({ abstract }),
    references: keysOf(given.references ?? []),
    citedBy: keysOf(given.citations ?? []),
  };
}

function idsOf({ paperId, externalIds }: z.infer<typeof identified>): PaperIds {
  return paperIds({ semanticScholar: paperId, arxiv: externalIds?.ArXiv, doi: externalIds?.DOI });
}

function mentionsOf({
  name,
  authorId,
  externalIds,
}: z.infer<typeof author>): z.input<typeof authorMention>[] {
  const cleaned = cleanLine(name ?? '');
  if (cleaned === '') return [];
  const semanticScholarId = /^\d+$/.exec(authorId ?? '')?.[0] ?? null;
  return [{ name: cleaned, orcid: parseOrcid(externalIds?.ORCID ?? ''), semanticScholarId }];
}

/** The strongest key of each paper that has one. */
function keysOf(papers: readonly z.infer<typeof identified>[]): string[] {
  return [...new Set(papers.flatMap((cited) => keysOfIds(idsOf(cited)).slice(0, 1)))];
}
