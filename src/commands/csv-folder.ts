import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { GraphStore } from '../graph/graph-store.ts';
import { pagesOfIds } from '../ingest/read-corpus.ts';
import { ARRAY_DELIMITER, type CsvTable } from './csv-table.ts';
import { CSV_TABLES } from './csv-tables.ts';
import { writeWholeFile } from './whole-file.ts';

/** How many nodes and relationships were written. */
export type CsvCounts = Record<CsvTable['kind'], number>;

/**
 * Writes the graph into an empty folder as CSV files that `neo4j-admin database import` takes, a table a file. Where
 * that fails the folder is left empty again, for some of the tables are no graph.
 */
export async function writeCsvFolder(store: GraphStore, folder: string): Promise<CsvCounts> {
  try {
    return await writeTables(store, folder);
  } catch (error) {
    await Promise.all(CSV_TABLES.map(({ file }) => rm(join(folder, file), { force: true })));
    throw error;
  }
}

async function writeTables(store: GraphStore, folder: string): Promise<CsvCounts> {
  const counts: CsvCounts = { nodes: 0, relationships: 0 };
  const pages = await pagesOfIds(store);
  for (const { kind, file, header, rows } of CSV_TABLES) {
    const text = async function* () {
      yield csvOf([header]);
      for await (const page of rows(store, pages)) {
        counts[kind] += page.length;
        yield csvOf(page);
      }
    };
    await writeWholeFile(join(folder, file), text());
  }
  return counts;
}

/** Quotes tell an empty text from a property that is not there. neo4j-admin has no empty lists: it leaves them out. */
function csvOf(rows: readonly (readonly unknown[])[]): string {
  return stringify(
    rows.map((row) => row.map(cellOf)),
    { quoted_string: true },
  );
}

function cellOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  // The delimiter is a control character: in a text it stands for nothing that people write.
  return value.map((item) => String(item).replaceAll(ARRAY_DELIMITER, ' ')).join(ARRAY_DELIMITER);
}
