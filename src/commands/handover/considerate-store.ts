import { setTimeout as sleep } from 'node:timers/promises';
import { aroundStatements } from '../../graph/around-statements.ts';
import type { GraphStore } from '../../graph/graph-store.ts';

/** Small enough that a query which waits for one statement is late by a few milliseconds. */
export const CONSIDERATE_SIZE = 50;

/**
 * A store for an ingest in a server that has queries to answer: it asks for little at a time, and after each statement it
 * leaves the database alone for as long as that took.
 */
export function considerateStore(store: GraphStore): GraphStore {
  const considerate = aroundStatements(store, (run) => async (statement, params) => {
    const started = performance.now();
    const rows = await run(statement, params);
    await sleep(performance.now() - started);
    return rows;
  });
  return { ...considerate, pageSize: CONSIDERATE_SIZE };
}
