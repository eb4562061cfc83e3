import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { PapergraphError } from '../../errors.ts';
import { remoteStore, transferError } from '../../graph/remote-store.ts';
import { storeSink } from '../../ingest/ingest-sink.ts';
import { ingestSources } from '../../ingest/ingest-sources.ts';
import type { TopicOverrides } from '../../topics/overrides.ts';
import { considerateStore } from './considerate-store.ts';
import { call, type AskedCall, type Reply } from './protocol.ts';

/** What the worker is given when it starts. */
export type WorkerSettings = { storePort: MessagePort; address: string; overrides: TopicOverrides };

/** What the worker is asked, as JSON in bytes, and the lines that it answers. */
export type WorkerQuestion = { id: number; body: Uint8Array };
export type WorkerAnswer = { id: number; line: string; isLast: boolean; endsIngest: boolean };

/*
 * Ingests beside the server's own thread, so that queries do not wait for it: reading, resolving and topics take
 * place here, and only statements go to the thread that holds the store.
 */
const { storePort, address, overrides } = workerData as WorkerSettings;
const store = considerateStore(remoteStore(storePort, address));
const sink = storeSink(store, { overrides });
const drySink = storeSink(store, { dryRun: true });

/** One call at a time: two ingests at once would only be in each other's way. */
let queue: Promise<void> = Promise.resolve();
parentPort?.on('message', ({ id, body }: WorkerQuestion) => {
  queue = queue.then(() => answer(id, body));
});

async function answer(id: number, body: Uint8Array): Promise<void> {
  const say = (reply: Reply, { isLast = true, endsIngest = false } = {}) => {
    const spoken: WorkerAnswer = { id, line: JSON.stringify(reply), isLast, endsIngest };
    parentPort?.postMessage(spoken);
  };
  try {
    const asked = understand(body);
    const result = await perform(asked, (done, of) => say({ progress: [done, of] }, { isLast: false }));
    say({ result }, { endsIngest: asked.call === 'ingest' || asked.call === 'finish' });
  } catch (error) {
    say({ error: transferError(error) });
  }
}

function understand(body: Uint8Array): AskedCall {
  const parsed = call.safeParse(JSON.parse(new TextDecoder().decode(body)));
  if (!parsed.success) {
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `The server does not understand what it is asked: ${parsed.error.message}. Are command and server of one version?`,
    );
  }
  return parsed.data;
}

async function perform(asked: AskedCall, onProgress: (done: number, of: number) => void): Promise<unknown> {
  if (asked.call === 'ingest') return ingestItems(asked.items);
  const into = asked.dryRun ? drySink : sink;
  switch (asked.call) {
    case 'checkpointOf':
      return into.checkpointOf(asked.key);
    case 'write':
      return into.write(asked.batch);
    case 'forget':
      await into.forget(asked.key);
      return null;
    case 'finish':
      await into.finish(onProgress);
      return null;
    default:
      return asked satisfies never;
  }
}

async function ingestItems(items: readonly unknown[]) {
  const rejected: { position: number; reason: string }[] = [];
  const lines = new TextEncoder().encode(items.map((item) => `${JSON.stringify(item)}\n`).join(''));
  const parts = async function* () {
    yield {
      bytes: (async function* () {
        yield lines;
      })(),
      format: 'jsonl',
      next: null,
    };
  };
  const input = {
    name: 'records',
    resumable: null,
    size: lines.length,
    readAt: new Date().toISOString(),
    parts,
  };
  const report = await ingestSources(sink, [input], {
    onReject: ({ position, reason }) => rejected.push({ position, reason }),
  });
  const [failure] = report.failed;
  if (failure !== undefined) throw new PapergraphError('BAD_USER_INPUT', failure.reason);
  return { read: report.read, ...report.papers, rejected };
}
