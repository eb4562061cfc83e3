import { MessageChannel } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import { hostStore } from '../../graph/host-store.ts';
import { receiveError, type TransferredError } from '../../graph/remote-store.ts';
import type { TopicsThread } from '../../ingest/ingest-sink.ts';
import type { RefreshSettings } from './topics-worker.ts';

/** A thread is started from the built program only: Node does not run TypeScript in one. */
const WORKER = new URL('./topics-worker.js', import.meta.url).href;

/** The thread loads a language model before its first text, so it is kept from one batch to the next. */
const IDLE_MS = 60_000;

/** A thread for topics, which works beside this one. It starts when it is first asked something. */
export function startTopicsThread(): TopicsThread & { stop: () => Promise<void> } {
  const pool = new Tinypool({ filename: WORKER, minThreads: 0, maxThreads: 1, idleTimeout: IDLE_MS });
  return {
    analyseTexts: (texts) => pool.run(texts, { name: 'analyseTexts' }),
    async refreshTopics(store, { overrides, onProgress }) {
      const [statements, progress] = [new MessageChannel(), new MessageChannel()];
      hostStore(store, statements.port1);
      progress.port1.on('message', ([done, of]: [number, number]) => onProgress?.(done, of));
      const settings: RefreshSettings = {
        storePort: statements.port2,
        progressPort: progress.port2,
        address: store.address,
        overrides,
      };
      const failure: TransferredError | null = await pool.run(settings, {
        name: 'refreshTopicsOfHost',
        transferList: [settings.storePort, settings.progressPort],
      });
      if (failure !== null) throw receiveError(failure);
    },
    stop: () => pool.destroy(),
  };
}
