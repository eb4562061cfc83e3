import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import grafeo, { type GrafeoDB, type Transaction } from '@grafeo-db/js';
import pRetry from 'p-retry';
import { compareText } from '../collections.ts';
import { messageOf, PapergraphError } from '../errors.ts';
import { PAGE_SIZE, type GraphStore, type RunStatement, type TextHit } from './graph-store.ts';
import { readHolder, removeHolder, writeHolder } from './holder.ts';
import { checkedParams, checkedRows, readSchema } from './statement.ts';

const RETRIES = { retries: 12, minTimeout: 5, maxTimeout: 400, factor: 2, randomize: true };
const SEARCHED_PROPERTY = 'searchText';

/**
 * Opens the embedded database in a file, which is created where it is missing, or in memory for `null`.
 * Throws `STORE_UNAVAILABLE` where another process holds the file or it can't be read or written.
 */
export function openGrafeoStore(path: string | null): GraphStore {
  const database = openDatabase(path);
  let open = true;

  return {
    address: path ?? 'memory',
    pageSize: PAGE_SIZE,
    run: (statement, params) => retryConflicts(() => runIn(database)(statement, params)),
    transaction: (work) => retryConflicts(() => runTransaction(database, work)),
    searchText: (words, limit) => searchText(database, words, limit),
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

function runIn(target: GrafeoDB | Transaction): RunStatement {
  return async (statement, params) => {
    const result = await target.executeCypher(statement.text, checkedParams(statement, params));
    return checkedRows(statement, result.toArray());
  };
}

async function runTransaction<T>(database: GrafeoDB, work: (run: RunStatement) => Promise<T>): Promise<T> {
  const transaction = database.beginTransaction();
  try {
    const result = await work(runIn(transaction));
    transaction.commit();
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

async function searchText(database: GrafeoDB, words: readonly string[], limit: number): Promise<TextHit[]> {
  const scores = new Map<number, { score: number; words: number }>();
  for (const word of words) {
    for (const [node, score] of await database.textSearch(
      'Paper',
      SEARCHED_PROPERTY,
      word,
      database.nodeCount(),
    )) {
      if (node === undefined || score === undefined) continue;
      const known = scores.get(node) ?? { score: 0, words: 0 };
      scores.set(node, { score: known.score + score, words: known.words + 1 });
    }
  }
  return [...scores]
    .filter(([, found]) => found.words === words.length)
    .map(([node, found]) => ({ id: String(database.getNode(node)?.get('id')), score: found.score }))
    .sort((a, b) => b.score - a.score || compareText(a.id, b.id))
    .slice(0, limit);
}
