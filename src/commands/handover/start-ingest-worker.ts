import { MessageChannel, Worker } from 'node:worker_threads';
import { messageOf } from '../../errors.ts';
import type { GraphStore } from '../../graph/graph-store.ts';
import { hostStore } from '../../graph/host-store.ts';
import type { TopicOverrides } from '../../topics/overrides.ts';
import type { WorkerAnswer, WorkerSettings } from './ingest-worker.ts';

/** Answers calls of `protocol.ts`, each as JSON in bytes, by lines of JSON. */
export type IngestWorker = {
  answer: (body: Uint8Array, onLine: (line: string) => void) => Promise<void>;
  stop: () => Promise<void>;
};

/** The worker as it is built, or as it is run from the sources. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './ingest-worker.ts' : './ingest-worker.js',
  import.meta.url,
);

/** A thread that ingests into a store of this one. It starts when it is first asked something. */
export function startIngestWorker(store: GraphStore, overrides: TopicOverrides): IngestWorker {
  let running: { worker: Worker; ports: MessageChannel } | null = null;
  const waiting = new Map<number, { onLine: (line: string) => void; done: () => void }>();
  let asked = 0;

  const start = () => {
    const ports = new MessageChannel();
    hostStore(store, ports.port1);
    const settings: WorkerSettings = { storePort: ports.port2, address: store.address, overrides };
    const worker = new Worker(WORKER, { workerData: settings, transferList: [ports.port2] });
    worker.on('message', ({ id, line, isLast }: WorkerAnswer) => {
      const asker = waiting.get(id);
      asker?.onLine(line);
      if (!isLast) return;
      waiting.delete(id);
      asker?.done();
    });
    // Nobody waits for a worker that is gone; the next question starts another one.
    worker.on('error', (error) => abandon(messageOf(error)));
    worker.on('exit', () => abandon('the ingest worker ended'));
    running = { worker, ports };
    return running;
  };
  const abandon = (reason: string) => {
    running?.ports.port1.close();
    running = null;
    for (const { onLine, done } of waiting.values()) {
      onLine(JSON.stringify({ error: { message: reason, code: null } }));
      done();
    }
    waiting.clear();
  };

  return {
    answer: (body, onLine) =>
      new Promise((done) => {
        asked += 1;
        waiting.set(asked, { onLine, done });
        (running ?? start()).worker.postMessage({ id: asked, body });
      }),
    async stop() {
      await running?.worker.terminate();
    },
  };
}
