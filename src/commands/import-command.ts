import { resolve } from 'node:path';
import { ARRAY_DELIMITER } from './csv-table.ts';
import { CSV_TABLES } from './csv-tables.ts';

/** The command line that makes a Neo4j database of a folder of CSV files, for a POSIX shell. */
export function importCommand(folder: string): string {
  const files = CSV_TABLES.map(({ kind, file }) => `--${kind}=${quoted(resolve(folder, file))}`);
  const codePoint = ARRAY_DELIMITER.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return [
    'neo4j-admin database import full neo4j',
    `--array-delimiter=U+${codePoint}`,
    '--multiline-fields=true',
    ...files,
  ].join(' \\\n  ');
}

function quoted(path: string): string {
  return /^[\w./:@+-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
