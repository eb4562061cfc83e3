import { aroundStatements } from '../../src/graph/around-statements.ts';
import type { GraphStore } from '../../src/graph/graph-store.ts';

/** A store that counts the statements that it runs, those of transactions included. */
export function countingStore(inner: GraphStore) {
  let statements = 0;
  const store = aroundStatements(inner, (run) => (statement, params) => {
    statements += 1;
    return run(statement, params);
  });
  return { store, count: () => statements, reset: () => (statements = 0) };
}
