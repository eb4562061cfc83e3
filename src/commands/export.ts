import type { Config } from '../config.ts';
import { readPapers } from '../export/papers/paper-content.ts';
import { writePaperLines } from '../export/papers/paper-lines.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { openStore } from '../graph/open-store.ts';
import { pagesOfIds } from '../ingest/read-corpus.ts';
import { writeCsvFolder } from './csv-folder.ts';
import { importCommand } from './import-command.ts';
import { printText } from './print-text.ts';
import { openEmptyFolder, writeWholeFile } from './whole-file.ts';

export const EXPORT_FORMATS = ['jsonl', 'csv'] as const;

/** The options of `papergraph export`, as the command line gives them. */
export type ExportCommandOptions = { format: (typeof EXPORT_FORMATS)[number]; out?: string };

/**
 * `papergraph export`: writes the graph as JSON lines, a paper a line, to standard output or a file; or as CSV files
 * for `neo4j-admin database import` into a folder. What was written where goes to standard error.
 */
export async function exportCommand({ format, out }: ExportCommandOptions, config: Config): Promise<void> {
  const folder = format === 'csv' ? await openEmptyFolder(out) : null;
  const store = await openStore(config.store, { leaveAsIs: true });
  try {
    if (folder !== null) await exportCsv(store, folder);
    else if (out === undefined) await printText(paperLines(store));
    else await exportLines(store, out);
  } finally {
    await store.close();
  }
}

/** Every paper as a line of JSON, in order of id. */
async function* paperLines(store: GraphStore): AsyncGenerator<string> {
  yield* writePaperLines(readPapers(store, await pagesOfIds(store)));
}

async function exportLines(store: GraphStore, path: string): Promise<void> {
  let papers = 0;
  const counted = async function* () {
    for await (const line of paperLines(store)) {
      papers += 1;
      yield line;
    }
  };
  await writeWholeFile(path, counted());
  process.stderr.write(`wrote ${papers} papers of ${store.address} to ${path}\n`);
}

async function exportCsv(store: GraphStore, folder: string): Promise<void> {
  const { nodes, relationships } = await writeCsvFolder(store, folder);
  process.stderr.write(
    `wrote ${nodes} nodes and ${relationships} relationships of ${store.address} to ${folder}\n` +
      `To import them into an empty database of a Neo4j server that is stopped (Papergraph makes the indexes when it opens it):\n` +
      `${importCommand(folder)}\n`,
  );
}
