import { MessageChannel, Worker } from 'node:worker_threads';
import type { z } from 'zod';
import { messageOf } from '../../errors.ts';
import type { GraphStore } from '../../graph/graph-store.ts';
import { hostStore } from '../../graph/host-store.ts';
import type { TopicOverrides } from '../../topics/overrides.ts';
import type { WorkerAnswer, WorkerSettings } from './ingest-worker.ts';
import { ingestResult, reply, resultOf, type Call } from './protocol.ts';

/** A thread that ingests. */
export type IngestWorker = {
  /** Answers a call of `protocol.ts`, as JSON in bytes, by lines of JSON. */
  answer: (body: Uint8Array, onLine: (line: string) => void) => Promise<void>;
  stop: () => Promise<void>;
};

/** A thread is started from the built program only: Node does not run TypeScript in one. */
const WORKER = new URL('./ingest-worker.js', import.meta.url);

/**
 * A thread that ingests into a store of this one. It starts when it is first asked something. The answer to what ends an
 * ingest comes after `afterIngest`.
 */
export function startIngestWorker(
  store: GraphStore,
  overrides: TopicOverrides,
  { afterIngest }: { afterIngest: () => Promise<void> },
): IngestWorker {
  let running: { worker: Worker; ports: MessageChannel } | null = null;
  const waiting = new Map<number, { onLine: (line: string) => void; done: () => void }>();
  let asked = 0;

  const start = () => {
    const ports = new MessageChannel();
    hostStore(store, ports.port1);
    const settings: WorkerSettings = { storePort: ports.port2, address: store.address, overrides };
    const worker = new Worker(WORKER, { workerData: settings, transferList: [ports.port2] });
    worker.on('message', async ({ id, line, isLast, endsIngest }: WorkerAnswer) => {
      // The graph has it all; that it can't be followed just now is told elsewhere.
      if (endsIngest) await afterIngest().catch(() => {});
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

/** Has the worker read records in Papergraph's own JSON into the graph. Throws what went wrong there. */
export async function ingestItems(
  worker: IngestWorker,
  items: unknown[],
): Promise<z.infer<typeof ingestResult>> {
  const question: Call = { call: 'ingest', items };
  let last = '';
  await worker.answer(new TextEncoder().encode(JSON.stringify(question)), (line) => (last = line));
  return ingestResult.parse(resultOf(reply.parse(JSON.parse(last))));
}
