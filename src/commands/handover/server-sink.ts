import { createInterface } from 'node:readline/promises';
import { Readable } from 'node:stream';
import { messageOf, PapergraphError } from '../../errors.ts';
import type { IngestSink } from '../../ingest/ingest-sink.ts';
import { checkpoint } from '../../model/checkpoint.ts';
import { CONSIDERATE_SIZE } from './considerate-store.ts';
import { ingestCounts, reply, resultOf, type Call } from './protocol.ts';

/** A sink that hands what is read to the server that holds the store. `server` is what the holder's file tells. */
export function serverSink(
  server: { url: string; secret: string },
  { address, dryRun }: { address: string; dryRun: boolean },
): IngestSink {
  const ask = (question: Call, onProgress?: (done: number, of: number) => void) =>
    askServer(server, question, onProgress);
  return {
    address,
    batchSize: CONSIDERATE_SIZE,
    checkpointOf: async (key) =>
      checkpoint.nullable().parse(await ask({ call: 'checkpointOf', key, dryRun })),
    write: async (batch) => ingestCounts.parse(await ask({ call: 'write', batch, dryRun })),
    forget: async (key) => void (await ask({ call: 'forget', key, dryRun })),
    finish: async (onProgress) => void (await ask({ call: 'finish', dryRun }, onProgress)),
  };
}

async function askServer(
  { url, secret }: { url: string; secret: string },
  question: Call,
  onProgress?: (done: number, of: number) => void,
): Promise<unknown> {
  const response = await request(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  if (response.status !== 200 || response.body === null) {
    throw unavailable(url, `answered ${response.status} ${await response.text()}`);
  }
  const lines = createInterface({ input: Readable.fromWeb(response.body as never) });
  for await (const line of lines) {
    const said = reply.parse(JSON.parse(line));
    if (!('progress' in said)) return resultOf(said);
    onProgress?.(...said.progress);
  }
  throw unavailable(url, 'broke off in the middle of its answer');
}

async function request(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw unavailable(
      url,
      `can't be reached: ${messageOf(error instanceof Error ? (error.cause ?? error) : error)}`,
    );
  }
}

function unavailable(url: string, what: string): PapergraphError {
  return new PapergraphError('STORE_UNAVAILABLE', `The server at ${url}, which holds the graph, ${what}.`);
}
