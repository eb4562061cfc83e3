import { fileURLToPath } from 'node:url';
import { findInputs } from '../../src/commands/read-inputs.ts';
import { readConfig } from '../../src/config.ts';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { storeSink } from '../../src/ingest/ingest-sink.ts';
import { ingestSources, type IngestReport } from '../../src/ingest/ingest-sources.ts';

export const SAMPLE = fileURLToPath(new URL('../../samples/well-known-papers.txt', import.meta.url));

/** Ingests a file as the command does. */
export async function ingestFile(store: GraphStore, path: string): Promise<IngestReport> {
  return ingestSources(storeSink(store), await findInputs([path], { live: readConfig({}).live }));
}
