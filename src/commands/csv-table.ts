import type { GraphStore } from '../graph/graph-store.ts';
import type { Statement } from '../graph/statement.ts';

/** What parts the elements of a list: unlike neo4j-admin's own `;` it stands in no text. */
export const ARRAY_DELIMITER = '\u001F';

/** A CSV file of nodes or relationships with neo4j-admin's header, and its rows in the order of the header, in pages. */
export type CsvTable = {
  kind: 'nodes' | 'relationships';
  /** The nodes' label or the relationships' type. */
  name: string;
  file: string;
  header: string[];
  rows: (store: GraphStore, pagesOfIds: readonly string[][]) => AsyncIterable<unknown[][]>;
};

/** A node's properties, as far as it has them. */
export type Properties = Record<string, unknown>;
/** Reads rows of the graph: of the papers with the given ids, or, once, all of them. */
export type Read<Row> = (store: GraphStore, pagesOfIds: readonly string[][]) => AsyncIterable<Row[]>;

/** A table of nodes with a label, each with its key and its properties, in the order of the given columns. */
export function nodes(
  file: string,
  label: string,
  id: string,
  { properties, read }: { properties: string[]; read: Read<Properties> },
): CsvTable {
  const names = [id, ...properties.map((column) => column.split(':', 1).join())];
  return {
    kind: 'nodes',
    name: label,
    file,
    header: [`${id}:ID(${label})`, ...properties, ':LABEL'],
    async *rows(store, pages) {
      for await (const page of read(store, pages)) {
        yield page.map((row) => [...names.map((name) => row[name]), label]);
      }
    },
  };
}

/** A table of relationships of a type: a row is the keys of both ends and then the properties, in the given order. */
export function relationships(
  file: string,
  type: string,
  [start, end]: [string, string],
  { properties, read }: { properties: string[]; read: Read<unknown[]> },
): CsvTable {
  return {
    kind: 'relationships',
    name: type,
    file,
    header: [`:START_ID(${start})`, `:END_ID(${end})`, ...properties, ':TYPE'],
    async *rows(store, pages) {
      for await (const page of read(store, pages)) yield page.map((row) => [...row, type]);
    },
  };
}

/** Reads with a statement about papers, a page at a time. */
export function ofPapers<Row, Out>(
  statement: Statement<{ ids: string[] }, Row>,
  convert: (row: Row) => Out,
): Read<Out> {
  return async function* (store, pages) {
    for (const ids of pages) yield (await store.run(statement, { ids })).map(convert);
  };
}

/** Reads with a statement that answers once for the whole graph. */
export function ofAll<Row, Out>(
  statement: Statement<Record<string, never>, Row>,
  convert: (row: Row) => Out,
): Read<Out> {
  return async function* (store) {
    yield (await store.run(statement, {})).map(convert);
  };
}
