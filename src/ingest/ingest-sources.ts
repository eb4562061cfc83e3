import type { GraphStore } from '../graph/graph-store.ts';
import { messageOf, PapergraphError } from '../errors.ts';
import type { PaperRecord } from '../model/paper.ts';
import type { ListingOptions } from '../sources/listing.ts';
import { readSource } from '../sources/read-source.ts';
import { ingestPapers, type IngestCounts, type IngestOptions } from './ingest-papers.ts';

/** What an ingest read, what became of it, and what could not be kept. */
export type IngestReport = {
  /** How many records were read, in all sources. */
  read: number;
  /** How many papers they are about: fewer than records where one is listed twice. */
  papers: IngestCounts;
  rejected: { source: string; position: number; reason: string }[];
  /** Sources of which nothing could be read. */
  failed: { source: string; reason: string }[];
};

/** Reads sources and writes their papers into the graph. A source that can't be read does not keep others from it. */
export async function ingestSources(
  store: GraphStore,
  inputs: readonly { name: string; read: () => Promise<Uint8Array> }[],
  options: ListingOptions & IngestOptions = {},
): Promise<IngestReport> {
  const records: PaperRecord[] = [];
  const rejected: IngestReport['rejected'] = [];
  const failed: IngestReport['failed'] = [];
  for (const { name, read } of inputs) {
    try {
      const reading = readSource(await read(), options);
      records.push(...reading.records.map(({ record }) => record));
      rejected.push(...reading.rejects.map((reject) => ({ source: name, ...reject })));
    } catch (error) {
      if (!isBadSource(error)) throw error;
      failed.push({ source: name, reason: messageOf(error) });
    }
  }
  const papers = await ingestPapers(store, records, options);
  return { read: records.length, papers, rejected, failed };
}

function isBadSource(error: unknown): boolean {
  const isUnreadable = error instanceof Error && 'syscall' in error;
  return isUnreadable || (error instanceof PapergraphError && error.code === 'BAD_SOURCE');
}
