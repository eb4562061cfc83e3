import type { MessagePort } from 'node:worker_threads';
import { remoteStore, transferError, type TransferredError } from '../../graph/remote-store.ts';
import { refreshTopics } from '../../ingest/refresh-topics.ts';
import type { TopicOverrides } from '../../topics/overrides.ts';

/*
 * What a thread for topics does: reading texts, and choosing the topics of all papers in a store that the thread which
 * started it holds.
 */
export { analyseTexts } from '../../topics/analyse-texts.ts';

/** What is needed to refresh topics from here. Progress comes as pairs: so many steps of so many. */
export type RefreshSettings = {
  storePort: MessagePort;
  progressPort: MessagePort;
  address: string;
  overrides: TopicOverrides | undefined;
};

/** Answers what went wrong, or null: an error that is thrown here would arrive without its code. */
export async function refreshTopicsOfHost({
  storePort,
  progressPort,
  address,
  overrides,
}: RefreshSettings): Promise<TransferredError | null> {
  const store = remoteStore(storePort, address);
  try {
    await refreshTopics(store, {
      overrides,
      onProgress: (done, of) => progressPort.postMessage([done, of]),
    });
    return null;
  } catch (error) {
    return transferError(error);
  } finally {
    await store.close();
    progressPort.close();
  }
}
