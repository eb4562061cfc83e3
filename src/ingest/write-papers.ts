import { isDeepStrictEqual } from 'node:util';
import { unique, withoutNulls } from '../collections.ts';
import type { RunStatement } from '../graph/graph-store.ts';
import { deletePapers, writePaperIds, writePapers } from '../graph/statements/papers.ts';
import { unlinkRecords, writeRecords } from '../graph/statements/records.ts';
import {
  deleteUnusedRepos,
  unlinkPaperRepos,
  writePaperRepos,
  writeRepoSpellings,
} from '../graph/statements/repos.ts';
import { searchTextOf, textLengthOf } from '../model/search-text.ts';
import { titleKeyOf } from './record-keys.ts';
import type { Resolution, ResolvedPaper, ResolvedRecord } from './resolve-records.ts';

/** Whether a paper is new or says something else than before. */
export function isChanged({ id, formerId, former, description }: ResolvedPaper): boolean {
  return id !== formerId || !isDeepStrictEqual(former, description);
}

/** Whether the text of a paper, from which its topics are read, is new or another than before. */
export function hasNewText({ description: { paper }, former }: ResolvedPaper): boolean {
  return paper.title !== former?.paper.title || paper.abstract !== former.paper.abstract;
}

/** Brings the graph in step with a resolution: papers, their records and their repositories. `now` is the time of it. */
export async function writeResolution(
  run: RunStatement,
  { papers, dissolvedIds, dissolvedRepoUrls }: Resolution,
  now: string,
): Promise<void> {
  const changed = papers.filter(isChanged);
  const moved = recordsToWrite(papers);
  const renamed = changed.flatMap(({ id, formerId }) =>
    formerId === null || formerId === id ? [] : [{ from: formerId, to: id }],
  );
  if (dissolvedIds.length > 0) await run(deletePapers, { ids: dissolvedIds });
  if (renamed.length > 0) await run(writePaperIds, { rows: renamed });
  if (changed.length > 0) await run(writePapers, { rows: changed.map(paperRow) });
  await unlinkMoved(run, moved, new Map(renamed.map(({ from, to }) => [from, to])), new Set(dissolvedIds));
  if (moved.length > 0) await run(writeRecords, { rows: moved.map((record) => recordRow(record, now)) });
  await writeRepos(run, changed, dissolvedRepoUrls);
}

type WrittenRecord = ResolvedRecord & { paperId: string };

/** Records that are new or changed or have another paper, and their fellows: those may belong to it by another rule now. */
function recordsToWrite(papers: readonly ResolvedPaper[]): WrittenRecord[] {
  const isNews = ({ isChanged, formerPaperId, paperId }: WrittenRecord) =>
    isChanged || formerPaperId !== paperId;
  const perPaper = papers.map(({ id, formerId, records }) => ({
    formerId,
    records: records.map((record) => ({ ...record, paperId: id })),
  }));
  const left = new Set(
    perPaper.flatMap(({ records }) => records.filter(isNews).map((record) => record.formerPaperId)),
  );
  return perPaper.flatMap(({ formerId, records }) =>
    records.some(isNews) || left.has(formerId) ? records : [],
  );
}

function paperRow(resolved: ResolvedPaper) {
  const { paper, authors, orgs, references, citedBy } = resolved.description;
  const { keywords, ...facts } = paper;
  const text = { title: paper.title, abstract: paper.abstract ?? '' };
  const properties = {
    ...facts,
    searchText: searchTextOf(text),
    textLength: textLengthOf(text),
    keywords: keywords.map(({ text }) => text),
    keywordSources: keywords.map(({ source }) => source),
    authorMentions: JSON.stringify(authors),
    orgMentions: JSON.stringify(orgs),
    references,
    citedBy,
  };
  return {
    id: resolved.id,
    hasNewText: hasNewText(resolved),
    properties: resolved.formerId === null ? withoutNulls(properties) : properties,
  };
}

/** A record that described another paper leaves it; a paper that was renamed or deleted needs no unlinking. */
async function unlinkMoved(
  run: RunStatement,
  moved: readonly WrittenRecord[],
  newIds: ReadonlyMap<string, string>,
  dissolved: ReadonlySet<string>,
): Promise<void> {
  const rows = moved.flatMap(({ key, paperId, formerPaperId }) => {
    if (formerPaperId === null || dissolved.has(formerPaperId)) return [];
    const node = newIds.get(formerPaperId) ?? formerPaperId;
    return node === paperId ? [] : [{ key, paperId: node }];
  });
  if (rows.length > 0) await run(unlinkRecords, { rows });
}

function recordRow({ key, paperId, record, rule }: WrittenRecord, now: string) {
  const { source, arxivId, doi, openAlexId, semanticScholarId } = record;
  return {
    key,
    paperId,
    rule,
    since: now,
    properties: {
      source,
      content: JSON.stringify(record),
      arxivId,
      doi,
      openAlexId,
      semanticScholarId,
      titleKey: titleKeyOf(record),
    },
  };
}

/** Repositories that papers get, lose or spell otherwise are spelled anew: as those papers do that have them now. */
async function writeRepos(
  run: RunStatement,
  changed: readonly ResolvedPaper[],
  dissolvedUrls: readonly string[],
): Promise<void> {
  const written = changed.flatMap(({ id, description }) =>
    description.repos.map((repo) => ({ ...repo, paperId: id })),
  );
  const removed = changed.flatMap(({ id, description, former }) => {
    const kept = new Set(description.repos.map(({ url }) => url));
    return (former?.repos ?? []).filter(({ url }) => !kept.has(url)).map(({ url }) => ({ paperId: id, url }));
  });
  const lost = unique([...removed.map(({ url }) => url), ...dissolvedUrls]);
  const touched = unique([...lost, ...written.map(({ url }) => url)]);
  if (removed.length > 0) await run(unlinkPaperRepos, { rows: removed });
  if (written.length > 0) await run(writePaperRepos, { rows: written });
  if (lost.length > 0) await run(deleteUnusedRepos, { urls: lost });
  if (touched.length > 0) await run(writeRepoSpellings, { urls: touched });
}
