import { z } from 'zod';
import type { authorMention } from '../model/author.ts';
import { paperIds, parseArxivId } from '../model/paper-ids.ts';
import type { Keyword, PaperRecordInput } from '../model/paper.ts';
import { checkItem, expectTitle, isObject } from './check-item.ts';
import { cslDate, dateOfCsl } from './csl-date.ts';
import { cslName, nameOfCsl } from './csl-name.ts';
import { repoMentionsOf } from './links.ts';
import { plainText, plainTextOrNull } from './markup.ts';
import { parseOrcid } from '../model/orcid.ts';
import type { JsonFormat } from './reading.ts';

/** Items of the Citation Style Language as Zotero, Pandoc or doi.org give them: an item, an array, or `{items: […]}`. */
export const cslJson: JsonFormat = {
  name: 'csl-json',
  itemsOf,
  readItem: (item) => [readCslItem(item)],
};

/** The types of CSL 1.0.2, and those of Crossref that doi.org puts in their place. */
const TYPES = new Set(
  (
    'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset ' +
    'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation ' +
    'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical ' +
    'personal_communication post post-weblog regulation report review review-book software song speech standard thesis ' +
    'treaty webpage book-chapter dissertation journal-article monograph posted-content proceedings-article'
  ).split(' '),
);

/** Keys of papers in other formats, whose items may have a type and a title too. */
const FOREIGN_KEYS = ['authorships', 'authors', 'paperId', 'arxivId', 'publishedOn'];

const text = z.string().nullish();
/** A text that some programs write as a number. */
const textOrNumber = z.union([z.string(), z.number()]).nullish();

const cslItem = z.looseObject({
  title: text,
  abstract: text,
  issued: cslDate.nullish(),
  author: z.array(cslName).nullish(),
  DOI: text,
  URL: text,
  archive: text,
  archive_location: text,
  number: textOrNumber,
  note: text,
  'container-title': z.unknown().optional(),
  keyword: text,
});
type CslItem = z.infer<typeof cslItem>;

function itemsOf(document: unknown): unknown[] | null {
  if (isCslItem(document)) return [document];
  const items: unknown = isObject(document) ? document['items'] : document;
  return Array.isArray(items) && items.some(isCslItem) ? items : null;
}

function isCslItem(value: unknown): boolean {
  if (!isObject(value) || FOREIGN_KEYS.some((key) => key in value)) return false;
  const { type, title, id } = value as { type?: unknown; title?: unknown; id?: unknown };
  const isOpenAlex = typeof id === 'string' && id.includes('openalex.org/');
  return typeof type === 'string' && TYPES.has(type) && typeof title === 'string' && !isOpenAlex;
}

function readCslItem(item: unknown): PaperRecordInput {
  const given = checkItem(cslItem, item);
  const authors = given.author ?? [];
  const abstract = plainTextOrNull(given.abstract);
  return {
    source: 'csl',
    title: expectTitle(plainTextOrNull(given.title)),
    abstract,
    publishedOn: dateOfCsl(given.issued),
    ...paperIds({ doi: given.DOI, arxiv: arxivIdOf(given) }),
    authorCount: authors.length === 0 ? null : authors.length,
    authors: authors.flatMap(authorsOf),
    keywords: keywordsOf(given.keyword ?? ''),
    repos: repoMentionsOf({ abstract, comment: given.note, projectPage: given.URL }),
  };
}

/** CSL has no field for it: it stands in the URL, or as `arXiv:…` in the number, the archive, the journal or a note's line. */
function arxivIdOf(item: CslItem): string | null {
  const marked = [item.number, item.archive, item.archive_location, item['container-title'], item.note]
    .filter((value) => typeof value === 'string')
    .flatMap((value) => /(?:^|\n|arxiv preprint )[ \t]*(arxiv:[ \t]*[\w./-]+)/i.exec(value)?.[1] ?? []);
  const inArchive = /^arxiv$/i.test(item.archive?.trim() ?? '') ? item.archive_location : null;
  const candidates = [item.URL, ...marked.map((id) => id.replace(/\s/g, '')), inArchive];
  return candidates.map((candidate) => parseArxivId(candidate ?? '')).find((id) => id !== null) ?? null;
}

function authorsOf(name: z.infer<typeof cslName>): z.input<typeof authorMention>[] {
  const printed = nameOfCsl(name);
  return printed === '' ? [] : [{ name: printed, orcid: parseOrcid(name.ORCID ?? '') }];
}

/** Keywords stand between semicolons, which may then hold commas, or between commas. */
function keywordsOf(list: string): Keyword[] {
  const keywords = list.split(/[;\n]/.test(list) ? /[;\n]/ : ',').map(plainText);
  return [...new Set(keywords)].filter((text) => text !== '').map((text) => ({ text, source: 'keyword' }));
}
