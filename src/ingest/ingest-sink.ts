import type { GraphStore } from '../graph/graph-store.ts';
import { checkpointsByKeys, deleteCheckpoints, writeCheckpoints } from '../graph/statements/checkpoints.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { PaperRecord } from '../model/paper.ts';
import { analyseTexts, type AnalyseTexts } from '../topics/analyse-texts.ts';
import { oneInFlight } from './in-flight.ts';
import { ingestBatch, type IngestCounts } from './ingest-papers.ts';
import { readTexts } from './read-corpus.ts';
import { refreshGraph, type RefreshTopics } from './refresh-graph.ts';
import type { RefreshOptions } from './refresh-topics.ts';

/** Records that are written together, with how far their source has been read when they are. */
export type Batch = {
  records: PaperRecord[];
  /** Stands in for the time of a record that has none. */
  readAt: string;
  /** Null where the source can't be read again from the middle. */
  checkpoint: Checkpoint | null;
};

/** Where an ingest puts what it reads: a store, or the server that holds it. */
export type IngestSink = {
  /** Where the graph is kept, to show to people. */
  readonly address: string;
  /** How many records a batch has at most. */
  readonly batchSize: number;
  /** How far a source was read by an ingest that did not come to its end. */
  checkpointOf: (key: string) => Promise<Checkpoint | null>;
  /** Writes a batch, whole or not at all. */
  write: (batch: Batch) => Promise<IngestCounts>;
  /** Forgets how far a source was read: it has been read to its end. */
  forget: (key: string) => Promise<void>;
  /** Brings up to date what follows from all papers together. */
  finish: (onProgress?: RefreshOptions['onProgress']) => Promise<void>;
};

/** A thread of its own for the work on topics, which takes most of the time of an ingest. */
export type TopicsThread = {
  analyseTexts: AnalyseTexts;
  refreshTopics: RefreshTopics;
};

export type StoreSinkOptions = Pick<RefreshOptions, 'overrides'> & {
  /** Whether only to tell what would happen. */
  dryRun?: boolean;
  /** Where topics are worked on; in this thread unless told otherwise. */
  topicsThread?: TopicsThread | undefined;
};

/** A sink that writes into a store. The texts of a batch are read while the next one is written. */
export function storeSink(
  store: GraphStore,
  { dryRun = false, overrides, topicsThread }: StoreSinkOptions = {},
): IngestSink {
  const analysing = oneInFlight();
  const analyse = topicsThread?.analyseTexts ?? analyseTexts;
  return {
    address: store.address,
    batchSize: store.pageSize,
    async checkpointOf(key) {
      const [known] = dryRun ? [] : await store.run(checkpointsByKeys, { keys: [key] });
      return known ?? null;
    },
    async write({ records, readAt, checkpoint }) {
      const { counts, newTexts } = await ingestBatch(store, records, {
        readAt,
        dryRun,
        alongWith: async (run) => {
          if (checkpoint === null) return;
          const { key, ...properties } = checkpoint;
          await run(writeCheckpoints, { rows: [{ key, properties }] });
        },
      });
      if (!dryRun) await analysing.start(async () => void (await readTexts(store, newTexts, analyse)));
      return counts;
    },
    async forget(key) {
      if (!dryRun) await store.run(deleteCheckpoints, { keys: [key] });
    },
    // Also where no paper is new: an earlier ingest may have been stopped before this.
    async finish(onProgress) {
      await analysing.done();
      if (!dryRun) await refreshGraph(store, { overrides, onProgress }, topicsThread?.refreshTopics);
    },
  };
}
