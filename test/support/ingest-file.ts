import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { ingestSources, type IngestReport } from '../../src/ingest/ingest-sources.ts';

export const SAMPLE = fileURLToPath(new URL('../../samples/well-known-papers.txt', import.meta.url));

/** Ingests a file as the command does. */
export function ingestFile(store: GraphStore, path: string): Promise<IngestReport> {
  return ingestSources(store, [{ name: path, read: () => readFile(path) }]);
}
