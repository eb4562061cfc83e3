import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import grafeo, { type GrafeoDB, type Transaction } from '@grafeo-db/js';
import pRetry from 'p-retry';
import { compareText } from '../collections.ts';
import { messageOf, PapergraphError } from '../errors.ts';
import { PAGE_SIZE, type GraphStore, type PapersWithWord, type RunStatement } from './graph-store.ts';
import { readHolder, removeHolder, writeHolder } from './holder.ts';
import { rememberChanges, type RememberedChanges } from './remembered-changes.ts';
import { checkedParams, checkedRows, readSchema } from './statement.ts';
import type { Touches } from './touched.ts';

const RETRIES = { retries: 12, minTimeout: 5, maxTimeout: 400, factor: 2, randomize: true };
const SEARCHED_PROPERTY = 'searchText';

/**
 * Opens the embedded database in a file, which is created where it is missing, or in memory for `null`.
 * Throws `STORE_UNAVAILABLE` where another process holds the file or it can't be read or written.
 */
export function openGrafeoStore(path: string | null): GraphStore {
  const database = openDatabase(path);
  // One process holds the file, so all changes are its own.
  const changes = rememberChanges();
  let open = true;

  return {
    address: path ?? 'memory',
    pageSize: PAGE_SIZE,
    async run(statement, params) {
      const touches: Touches[] = [];
      const rows = await retryConflicts(() => runIn(database, touches)(statement, params));
      changes.add(touches);
      return rows;
    },
    transaction: (work) => retryConflicts(() => runTransaction(database, changes, work)),
    changesSince: async (version) => changes.since(version),
    papersWithWords: (words, most) => Promise.all(words.map((word) => papersWithWord(database, word, most))),
    async prepare() {
      for (const line of readSchema('grafeo')) await database.executeCypher(line);
      await database.createTextIndex('Paper', SEARCHED_PROPERTY);
    },
    async close() {
      if (!open) return;
      open = false;
      database.close();
      if (path !== null) removeHolder(path);
    },
  };
}

function openDatabase(path: string | null): GrafeoDB {
  if (path === null) return grafeo.GrafeoDB.create();
  try {
    mkdirSync(dirname(path), { recursive: true });
    const database = grafeo.GrafeoDB.create(path);
    writeHolder(path, { pid: process.pid });
    return database;
  } catch (error) {
    throw new PapergraphError('STORE_UNAVAILABLE', describeOpenFailure(path, error), { cause: error });
  }
}

function describeOpenFailure(path: string, error: unknown): string {
  if (!/cannot be locked/.test(messageOf(error))) {
    return `The graph file ${path} can't be opened: ${messageOf(error)}. Choose another with STORE_URL=grafeo:PATH.`;
  }
  const holder = readHolder(path);
  const who = holder === null ? 'another process' : `process ${holder.pid} (a Papergraph server or command)`;
  return (
    `The graph file ${path} is held by ${who}, and the embedded store belongs to one process at a time. ` +
    `Stop that process first, or set STORE_URL to another file or to a Neo4j server.`
  );
}

/** Runs statements and notes what those that write touch. */
function runIn(target: GrafeoDB | Transaction, touches: Touches[]): RunStatement {
  return async (statement, params) => {
    const result = await target.executeCypher(statement.text, checkedParams(statement, params));
    if (statement.access === 'write') touches.push(statement.touches(params));
    return checkedRows(statement, result.toArray());
  };
}

async function runTransaction<T>(
  database: GrafeoDB,
  changes: RememberedChanges,
  work: (run: RunStatement) => Promise<T>,
): Promise<T> {
  const touches: Touches[] = [];
  const transaction = database.beginTransaction();
  try {
    const result = await work(runIn(transaction, touches));
    transaction.commit();
    changes.add(touches);
    return result;
  } catch (error) {
    rollBack(transaction);
    throw error;
  }
}

/** A refused commit has already ended its transaction, and `isActive` does not tell; then there is nothing to undo. */
function rollBack(transaction: Transaction): void {
  try {
    transaction.rollback();
  } catch (error) {
    if (!/GRAFEO-T004/.test(messageOf(error))) throw error;
  }
}

/** Snapshot isolation refuses the second of two transactions that write the same thing; trying again is the cure. */
function retryConflicts<T>(work: () => Promise<T>): Promise<T> {
  return pRetry(work, { ...RETRIES, shouldRetry: ({ error }) => isConflict(error) });
}

/** A unique key that another transaction wrote meanwhile (V001) is a conflict too: the next try finds it and matches. */
function isConflict(error: Error): boolean {
  return /GRAFEO-T001|UNIQUE constraint violation/.test(error.message);
}

async function papersWithWord(database: GrafeoDB, word: string, most: number): Promise<PapersWithWord> {
  const hits = await database.textSearch('Paper', SEARCHED_PROPERTY, word, database.nodeCount());
  const ids = hits.length > most ? [] : hits.map(([node = -1]) => String(database.getNode(node)?.get('id')));
  return { word, papers: hits.length, ids: ids.sort(compareText) };
}
