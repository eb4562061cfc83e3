import type { Config } from '../config.ts';
import { PapergraphError } from '../errors.ts';
import { readHolder } from '../graph/holder.ts';
import { openStore } from '../graph/open-store.ts';
import { storeSink, type IngestSink } from '../ingest/ingest-sink.ts';
import { serverSink } from './handover/server-sink.ts';
import { readOverrides } from './read-overrides.ts';
import { startTopicsThread } from './topics-thread/start-topics-thread.ts';

/**
 * Opens where an ingest writes to: the store, or, where a server on this machine holds the embedded one, that server.
 * Throws `STORE_UNAVAILABLE` where another command holds it, or the server is not ready yet.
 */
export async function openSink(
  { store: storeConfig, topicOverrides }: Config,
  { dryRun }: { dryRun: boolean },
): Promise<IngestSink & { close: () => Promise<void> }> {
  const overrides = await readOverrides(topicOverrides);
  try {
    const store = await openStore(storeConfig, { leaveAsIs: dryRun });
    const { stop, ...topicsThread } = startTopicsThread();
    const close = async () => {
      await stop();
      await store.close();
    };
    return { ...storeSink(store, { dryRun, overrides, topicsThread }), close };
  } catch (error) {
    const isHeld = error instanceof PapergraphError && error.code === 'STORE_UNAVAILABLE';
    const path = storeConfig.kind === 'grafeo' ? storeConfig.path : null;
    const server = isHeld && path !== null ? readHolder(path)?.server : undefined;
    if (server === undefined || path === null) throw error;
    return {
      ...serverSink(server, { address: `${path}, held by the server`, dryRun }),
      close: async () => {},
    };
  }
}
