import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { Config, StoreConfig } from '../config.ts';
import { PapergraphError } from '../errors.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { writeHolder } from '../graph/holder.ts';
import { openStore } from '../graph/open-store.ts';
import { stats } from '../graph/statements/stats.ts';
import { ingestSources, type Input } from '../ingest/ingest-sources.ts';
import { storeSink, type IngestSink } from '../ingest/ingest-sink.ts';
import { databaseProjector } from '../projection/database-projector.ts';
import { memoryProjector } from '../projection/memory-projector.ts';
import { createLogger } from '../server/create-logger.ts';
import { createServer } from '../server/create-server.ts';
import { INGEST_PATH, withIngestRoute } from '../server/ingest-route.ts';
import { listen } from '../server/listen.ts';
import { ingestItems, startIngestWorker } from './handover/start-ingest-worker.ts';
import { failureLines, rejectLine, textReport } from './ingest.ts';
import { startAnalysisThread } from './analysis-thread/start-analysis-thread.ts';
import { findInputs } from './read-inputs.ts';
import { readOverrides } from './read-overrides.ts';

const SAMPLE = fileURLToPath(new URL('../../samples/well-known-papers.txt', import.meta.url));

/**
 * `papergraph serve`: opens the store, ingests the sources named, or the sample papers where the graph is empty, and
 * serves the playground until it is told to stop (SIGINT or SIGTERM).
 */
export async function serveCommand(
  names: readonly string[],
  { listedOn }: { listedOn?: string },
  config: Config,
): Promise<void> {
  const log = createLogger(config.log);
  const options = { live: config.live, listedOn };
  const inputs = await findInputs(names, options);
  const overrides = await readOverrides(config.topicOverrides);
  const store = await openStore(config.store);
  try {
    const sink = storeSink(store, { overrides });
    if (inputs.length > 0) await ingest(sink, inputs, log, listedOn);
    else if (await isEmpty(store)) {
      await ingest(sink, await findInputs([SAMPLE], { live: config.live }), log, undefined);
      log.info('the graph was empty, so it got the sample papers; for your own: npm start -- FILE');
    }
    const projector =
      config.analysis === 'memory' ? memoryProjector(store, { log }) : databaseProjector(store);
    const worker = startIngestWorker(store, overrides, { afterIngest: () => projector.catchUp() });
    const analyses = startAnalysisThread();
    const secret = randomBytes(32).toString('hex');
    const yoga = createServer(store, projector, log, {
      apiKey: config.apiKey,
      ingest: (records) => ingestItems(worker, records),
      analyst: analyses.analyst,
    });
    const server = await listen(withIngestRoute(yoga, secret, worker.answer), config);
    announce(config.store, { url: `${server.url}${INGEST_PATH}`, secret });
    log.info(`playground: ${server.url}/graphql   (graph: ${store.address}; stop with Ctrl-C)`);
    projector.start();
    await untilTold();
    await server.stop();
    await analyses.stop();
    await worker.stop();
    await projector.stop();
  } finally {
    await store.close();
  }
}

/** Tells commands on this machine how to hand over to the server what they ingest. */
function announce(store: StoreConfig, server: { url: string; secret: string }): void {
  if (store.kind === 'grafeo' && store.path !== null) writeHolder(store.path, { pid: process.pid, server });
}

async function isEmpty(store: GraphStore): Promise<boolean> {
  const [size] = await store.run(stats, {});
  return size === undefined || size.papers === 0;
}

async function ingest(
  sink: IngestSink,
  inputs: readonly Input[],
  log: Logger,
  listedOn: string | undefined,
): Promise<void> {
  const report = await ingestSources(sink, inputs, {
    listedOn,
    onReject: (reject) => log.warn(rejectLine(reject)),
    onBatch: ({ papers }) => log.info(`${papers.created + papers.updated + papers.unchanged} papers done`),
  });
  for (const line of failureLines(report)) log.warn(line);
  log.info(textReport(report, { dryRun: false, address: sink.address }));
  if (report.failed.length > 0 && report.read === 0) {
    throw new PapergraphError(
      'BAD_SOURCE',
      'None of the sources could be read, so the server was not started.',
    );
  }
}

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
