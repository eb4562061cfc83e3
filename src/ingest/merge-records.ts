import { isDeepStrictEqual } from 'node:util';
import { compareText } from '../collections.ts';
import { arxivPaperId, titleKey, type Paper, type PaperRecord } from '../model/paper.ts';

/** A record with the keys by which it may be known already. */
export type KeyedRecord = { record: PaperRecord; titleKey: string; arxivId: string | null };

/**
 * Makes one record of those that are about the same paper: the same arXiv id, or the same title where not both have
 * an arXiv id. What a later record says replaces what an earlier one said; what it leaves out stays.
 */
export function collapseRecords(records: readonly PaperRecord[]): KeyedRecord[] {
  const collapsed: KeyedRecord[] = [];
  const byTitle = new Map<string, KeyedRecord[]>();
  const byArxivId = new Map<string, KeyedRecord>();
  for (const record of records) {
    const key = keyOf(record);
    const sameTitle = byTitle.get(key) ?? [];
    const known =
      (record.arxivId === null ? undefined : byArxivId.get(record.arxivId)) ??
      sameTitle.find(({ arxivId }) => arxivId === null || record.arxivId === null);
    const entry = known ?? { record, titleKey: key, arxivId: null };
    if (known === undefined) collapsed.push(entry);
    else entry.record = mergeRecords(entry.record, record);
    // The later record's title is the paper's from now on; under the earlier one it is still recognised.
    entry.titleKey = key;
    if (!sameTitle.includes(entry)) byTitle.set(key, [...sameTitle, entry]);
    entry.arxivId = entry.record.arxivId;
    if (entry.arxivId !== null) byArxivId.set(entry.arxivId, entry);
  }
  return collapsed;
}

/** What two sources say of one paper, the later one's word first; orgs and repositories of both. */
function mergeRecords(earlier: PaperRecord, later: PaperRecord): PaperRecord {
  return {
    ...mergeProperties(earlier, later),
    orgs: [...new Map([...earlier.orgs, ...later.orgs].map((org) => [org.slug, org])).values()],
    repos: [...new Map([...earlier.repos, ...later.repos].map((repo) => [repo.url, repo])).values()],
  };
}

/** The node's properties after a source has spoken: it may change a value or add one, but not take one away. */
export function mergeProperties<Known extends Omit<Paper, 'id'>>(
  known: Known,
  said: Omit<Paper, 'id'>,
): Known {
  return {
    ...known,
    title: said.title,
    abstract: said.abstract,
    publishedOn: said.publishedOn,
    arxivId: said.arxivId ?? known.arxivId,
    authorCount: said.authorCount ?? known.authorCount,
    authorNames: said.authorNames.length > 0 ? said.authorNames : known.authorNames,
    commentCount: said.commentCount ?? known.commentCount,
    upvotes: said.upvotes ?? known.upvotes,
    projectPage: said.projectPage ?? known.projectPage,
    keywords: mergeKeywords(known.keywords, said.keywords),
  };
}

/** A source that gives keywords replaces those that it gave before; those of other sources stay. */
function mergeKeywords(known: Paper['keywords'], said: Paper['keywords']): Paper['keywords'] {
  const sources = new Set(said.map(({ source }) => source));
  return [...known.filter(({ source }) => !sources.has(source)), ...said].sort(
    (a, b) => compareText(a.source, b.source) || compareText(a.text, b.text),
  );
}

/** The id under which a new paper is kept: its strongest key. */
export function paperIdOf({ titleKey: key, arxivId }: Pick<KeyedRecord, 'titleKey' | 'arxivId'>): string {
  return arxivId === null ? key : arxivPaperId(arxivId);
}

/** Whether two papers have all properties equal. */
export function isSamePaper(a: Paper, b: Paper): boolean {
  return isDeepStrictEqual(a, b);
}

function keyOf({ title }: PaperRecord): string {
  const key = titleKey(title);
  if (key === null) throw new TypeError(`a title without letters or digits reached the graph: "${title}"`);
  return key;
}
