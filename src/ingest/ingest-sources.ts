import { messageOf, PapergraphError } from '../errors.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { PaperRecord } from '../model/paper.ts';
import { readSource } from '../sources/read-source.ts';
import type { ReadOptions, Reject } from '../sources/reading.ts';
import { oneInFlight } from './in-flight.ts';
import type { IngestCounts } from './ingest-papers.ts';
import type { IngestSink } from './ingest-sink.ts';

/** A part of a source: a file is one part, a query has one for each page. */
export type Part = {
  bytes: AsyncIterable<Uint8Array>;
  /** The format, where it need not be found out. */
  format: string | undefined;
  /** Where to go on behind this part; null behind the last one. */
  next: string | null;
};

/** A source to read. */
export type Input = {
  /** To show to people. */
  name: string;
  /** Under which its checkpoint is kept, and what tells that it is still the same; null where it can be read only once. */
  resumable: { key: string; fingerprint: string } | null;
  /** How many bytes it has; null where nobody knows before the end. */
  size: number | null;
  /** The time of what it says, where it does not say so itself (ISO, UTC). */
  readAt: string;
  /** Its parts in order, from the cursor of a checkpoint on. */
  parts: (from: string | null) => AsyncIterable<Part>;
};

/** What has been read so far, in all sources. */
export type IngestProgress = {
  /** Bytes read. */
  bytes: number;
  /** Records read. */
  read: number;
  /** Records that an earlier, interrupted ingest had written already. */
  skipped: number;
  /** Records that could not be kept. */
  rejected: number;
  papers: IngestCounts;
};

/** What an ingest came to. */
export type IngestReport = IngestProgress & {
  /** Sources that could not be read, or not to their end. */
  failed: { source: string; reason: string }[];
};

export type IngestOptions = ReadOptions & {
  format?: string | undefined;
  /** Told of each record that can't be kept. */
  onReject?: (reject: Reject & { source: string }) => void;
  /** Told after each batch that the store has acknowledged. */
  onBatch?: (progress: IngestProgress) => void;
  /** Told, after all sources, how many steps of how many are done for what follows from all papers together. */
  onRefresh?: (done: number, of: number) => void;
};

/**
 * Reads sources one after the other and writes what they say, a batch at a time: memory does not grow with a source's
 * size. A source that can't be read does not keep others from it; what of it could be read is kept. An ingest that was
 * stopped goes on where it was when the same source is read again.
 */
export async function ingestSources(
  sink: IngestSink,
  inputs: Iterable<Input> | AsyncIterable<Input>,
  options: IngestOptions = {},
): Promise<IngestReport> {
  const report: IngestReport = {
    bytes: 0,
    read: 0,
    skipped: 0,
    rejected: 0,
    papers: { created: 0, updated: 0, unchanged: 0 },
    failed: [],
  };
  for await (const input of inputs) {
    try {
      await ingestInput(sink, input, report, options);
    } catch (error) {
      if (!isBadSource(error)) throw error;
      report.failed.push({ source: input.name, reason: messageOf(error) });
    }
  }
  await sink.finish(options.onRefresh);
  return report;
}

async function ingestInput(
  sink: IngestSink,
  input: Input,
  report: IngestReport,
  options: IngestOptions,
): Promise<void> {
  const { resumable } = input;
  const known = resumable === null ? null : await sink.checkpointOf(resumable.key);
  const isSame = known !== null && known.fingerprint === resumable?.fingerprint;
  let cursor = isSame ? known.cursor : null;
  let skip = isSame ? known.position : 0;
  for await (const part of input.parts(cursor)) {
    await ingestPart(sink, input, part, { report, options, cursor, skip });
    cursor = part.next;
    skip = 0;
  }
  if (resumable !== null) await sink.forget(resumable.key);
}

type Place = { report: IngestReport; options: IngestOptions; cursor: string | null; skip: number };

async function ingestPart(sink: IngestSink, input: Input, part: Part, place: Place): Promise<void> {
  const { report, options, skip } = place;
  let position = 0;
  let records: PaperRecord[] = [];
  // The next records are read while a batch is written.
  const writing = oneInFlight();
  const flush = (cursor: string | null, at: number) => {
    const batch = { records, readAt: input.readAt, checkpoint: checkpointAt(input, cursor, at) };
    records = [];
    return writing.start(async () => {
      addCounts(report.papers, await sink.write(batch));
      options.onBatch?.(report);
    });
  };
  const read = { ...options, format: options.format ?? part.format };
  try {
    for await (const found of readSource(counted(part.bytes, report), read)) {
      position += 1;
      if (position <= skip) {
        report.skipped += 1;
      } else if ('record' in found) {
        report.read += 1;
        records.push(found.record);
        if (records.length >= sink.batchSize) await flush(place.cursor, position);
      } else {
        report.rejected += 1;
        options.onReject?.({ source: input.name, ...found });
      }
    }
    if (records.length > 0 || part.next !== null) await flush(part.next, part.next === null ? position : 0);
  } catch (error) {
    // What was read before the place where a source breaks off is kept.
    if (isBadSource(error) && records.length > 0) await flush(place.cursor, position);
    throw error;
  } finally {
    await writing.done();
  }
}

async function* counted(bytes: Part['bytes'], progress: IngestProgress): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    progress.bytes += chunk.length;
    yield chunk;
  }
}

function checkpointAt({ resumable }: Input, cursor: string | null, position: number): Checkpoint | null {
  return resumable === null ? null : { ...resumable, cursor, position };
}

function addCounts(sum: IngestCounts, counts: IngestCounts): void {
  sum.created += counts.created;
  sum.updated += counts.updated;
  sum.unchanged += counts.unchanged;
}

function isBadSource(error: unknown): boolean {
  const isUnreadable = error instanceof Error && 'syscall' in error;
  return isUnreadable || (error instanceof PapergraphError && error.code === 'BAD_SOURCE');
}
