import type { GraphStore, RunStatement } from '../graph/graph-store.ts';
import type { PaperRecord } from '../model/paper.ts';
import type { TimedRecord } from '../model/timed-record.ts';
import { stampRecord } from './merge-records.ts';
import { recordKeyOf } from './record-keys.ts';
import { resolveRecords, type Resolution, type ResolvedPaper } from './resolve-records.ts';
import { textOf, type TextOfPaper } from './read-corpus.ts';
import { hasNewText, isChanged, writeResolution } from './write-papers.ts';

/** What an ingest does with a record: it makes a new paper, changes a known one, or says nothing new. */
export type Outcome = 'created' | 'updated' | 'unchanged';

/** How many records created papers, updated them and left them as they were. */
export type IngestCounts = Record<Outcome, number>;

/** What is written in the same transaction as a batch, such as how far its source has been read. */
export type AlongWith = (run: RunStatement) => Promise<void>;

/** What became of a batch. */
export type IngestedBatch = {
  counts: IngestCounts;
  /** The papers whose text is new or another than before. */
  newTexts: TextOfPaper[];
};

/**
 * Writes a batch of records into the graph, whole or not at all: papers, what each source says of them, repositories.
 * Records about the same paper become one paper. People, organisations, citations and topics follow when all records
 * are there (`refreshGraph`). `readAt` stands in for the time of a record that has none. With `dryRun` nothing is written.
 */
export async function ingestBatch(
  store: GraphStore,
  records: readonly PaperRecord[],
  { readAt, dryRun = false, alongWith }: { readAt: string; dryRun?: boolean; alongWith?: AlongWith },
): Promise<IngestedBatch> {
  const timed = records.map((record) => stampRecord(record, readAt));
  if (dryRun) return outcomeOf(timed, await resolveRecords(store.run, timed));
  return store.transaction(async (run) => {
    const resolution = await resolveRecords(run, timed);
    await writeResolution(run, resolution, new Date().toISOString());
    await alongWith?.(run);
    return outcomeOf(timed, resolution);
  });
}

function outcomeOf(records: readonly TimedRecord[], { papers }: Resolution): IngestedBatch {
  const newTexts = papers
    .filter(hasNewText)
    .map(({ id, description }) => textOf({ id, ...description.paper }));
  return { counts: countOutcomes(records, papers), newTexts };
}

function countOutcomes(records: readonly TimedRecord[], papers: readonly ResolvedPaper[]): IngestCounts {
  const paperOf = new Map(papers.flatMap((paper) => paper.records.map(({ key }) => [key, paper] as const)));
  const counts: IngestCounts = { created: 0, updated: 0, unchanged: 0 };
  const seen = new Set<ResolvedPaper>();
  for (const record of records) {
    const paper = paperOf.get(recordKeyOf(record));
    if (paper === undefined) throw new TypeError(`a record came to no paper: ${recordKeyOf(record)}`);
    const isFirst = !seen.has(paper);
    seen.add(paper);
    if (paper.formerId === null) counts[isFirst ? 'created' : 'unchanged'] += 1;
    else counts[isChanged(paper) && isFirst ? 'updated' : 'unchanged'] += 1;
  }
  return counts;
}
