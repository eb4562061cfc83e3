import { unique } from '../collections.ts';
import type { GraphStore, RunStatement } from '../graph/graph-store.ts';
import { writePaperOrgs } from '../graph/statements/orgs.ts';
import { writePaperIds, writePapers } from '../graph/statements/papers.ts';
import { writePaperRepos, writeRepoOwners } from '../graph/statements/repos.ts';
import type { PaperRecord } from '../model/paper.ts';
import { searchTextOf } from '../model/search-text.ts';
import type { TopicOverrides } from '../topics/overrides.ts';
import { collapseRecords, type KeyedRecord } from './merge-records.ts';
import { refreshTopics } from './refresh-topics.ts';
import { resolvePapers, type Outcome, type ResolvedPaper } from './resolve-papers.ts';

/** How many papers an ingest created, updated and left as they were. */
export type IngestCounts = Record<Outcome, number>;

/** `dryRun` tells what would happen and writes nothing; `onBatch` is called with the counts so far after each batch
 * that the store has acknowledged. */
export type IngestOptions = {
  dryRun?: boolean;
  onBatch?: (counts: IngestCounts) => void;
  overrides?: TopicOverrides | undefined;
};

const BATCH_SIZE = 250;

/**
 * Writes papers into the graph, each batch whole in a transaction of its own: papers, orgs, repositories and their
 * owners; then the topics of all papers are brought up to date. Records about the same paper become one. Running it
 * again with the same records changes nothing.
 */
export async function ingestPapers(
  store: GraphStore,
  records: readonly PaperRecord[],
  options: IngestOptions = {},
): Promise<IngestCounts> {
  const counts: IngestCounts = { created: 0, updated: 0, unchanged: 0 };
  const papers = collapseRecords(records);
  for (let start = 0; start < papers.length; start += BATCH_SIZE) {
    const batch = papers.slice(start, start + BATCH_SIZE);
    const resolved = options.dryRun
      ? await resolvePapers(store.run, batch)
      : await store.transaction((run) => writeBatch(run, batch));
    for (const { outcome } of resolved) counts[outcome] += 1;
    options.onBatch?.(counts);
  }
  // Also where no paper is new: an earlier ingest may have been stopped before this.
  if (!options.dryRun) await refreshTopics(store, { overrides: options.overrides });
  return counts;
}

async function writeBatch(run: RunStatement, batch: readonly KeyedRecord[]): Promise<ResolvedPaper[]> {
  const resolved = await resolvePapers(run, batch);
  const changed = resolved.filter(({ outcome }) => outcome !== 'unchanged');
  if (changed.length === 0) return resolved;

  await writeProperties(run, changed);
  await writeOrgsAndRepos(run, changed);
  return resolved;
}

async function writeProperties(run: RunStatement, papers: readonly ResolvedPaper[]): Promise<void> {
  const renamed = papers.flatMap(({ paper, formerId }) =>
    formerId === null ? [] : [{ from: formerId, to: paper.id }],
  );
  await run(writePaperIds, { rows: renamed });
  await run(writePapers, {
    rows: papers.map(({ paper: { id, keywords, ...properties }, titleKey, hasNewText }) => ({
      id,
      hasNewText,
      properties: {
        ...properties,
        titleKey,
        searchText: searchTextOf(properties),
        keywords: keywords.map(({ text }) => text),
        keywordSources: keywords.map(({ source }) => source),
      },
    })),
  });
}

async function writeOrgsAndRepos(run: RunStatement, papers: readonly ResolvedPaper[]): Promise<void> {
  const orgs = papers.flatMap(({ paper, orgs }) => orgs.map((org) => ({ paperId: paper.id, ...org })));
  const repos = papers.flatMap(({ paper, repos }) => repos.map((repo) => ({ paperId: paper.id, ...repo })));
  await run(writePaperOrgs, { rows: orgs });
  await run(writePaperRepos, { rows: repos });
  // From both sides: the org may be new and the repository known, or the other way round.
  const slugs = unique([...orgs.map(({ slug }) => slug), ...repos.map(({ ownerKey }) => ownerKey)]);
  await run(writeRepoOwners, { slugs });
}
