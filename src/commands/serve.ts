import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { PapergraphError } from '../errors.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { openStore } from '../graph/open-store.ts';
import { stats } from '../graph/statements/stats.ts';
import { ingestSources } from '../ingest/ingest-sources.ts';
import { createLogger } from '../server/create-logger.ts';
import { createServer } from '../server/create-server.ts';
import { listen } from '../server/listen.ts';
import type { TopicOverrides } from '../topics/overrides.ts';
import { problemLines, textReport } from './ingest.ts';
import { findInputs, type Input } from './read-inputs.ts';
import { readOverrides } from './read-overrides.ts';

const SAMPLE = fileURLToPath(new URL('../../samples/well-known-papers.txt', import.meta.url));

/**
 * `papergraph serve`: opens the store, ingests the files named, or the sample papers where the graph is empty, and
 * serves the playground until it is told to stop (SIGINT or SIGTERM).
 */
export async function serveCommand(
  paths: readonly string[],
  { listedOn }: { listedOn?: string },
  config: Config,
): Promise<void> {
  const log = createLogger(config.log);
  const inputs = await findInputs(paths);
  const overrides = await readOverrides(config.topicOverrides);
  const store = await openStore(config.store);
  try {
    await fillGraph(store, inputs, { listedOn, overrides, log });
    const server = await listen(createServer(store, log), config);
    log.info(`playground: ${server.url}/graphql   (graph: ${store.address}; stop with Ctrl-C)`);
    await untilTold();
    await server.stop();
  } finally {
    await store.close();
  }
}

type Settings = { listedOn: string | undefined; overrides: TopicOverrides; log: Logger };

async function fillGraph(
  store: GraphStore,
  inputs: readonly Input[],
  { log, ...options }: Settings,
): Promise<void> {
  if (inputs.length > 0) return ingest(store, inputs, { log, ...options });
  const [size] = await store.run(stats, {});
  if (size !== undefined && size.papers > 0) return;
  await ingest(store, [{ name: SAMPLE, read: () => readFile(SAMPLE) }], {
    ...options,
    listedOn: undefined,
    log,
  });
  log.info('the graph was empty, so it got the sample papers; for your own listing: npm start -- FILE');
}

async function ingest(
  store: GraphStore,
  inputs: readonly Input[],
  { log, ...options }: Settings,
): Promise<void> {
  const report = await ingestSources(store, inputs, {
    ...options,
    onBatch: ({ created, updated, unchanged }) => log.info(`${created + updated + unchanged} papers done`),
  });
  for (const line of problemLines(report)) log.warn(line);
  log.info(textReport(report, { dryRun: false, address: store.address }));
  if (report.failed.length > 0 && report.read === 0) {
    throw new PapergraphError(
      'BAD_SOURCE',
      'None of the files could be read, so the server was not started.',
    );
  }
}

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
