import type { GraphStore, RunStatement } from '../../src/graph/graph-store.ts';

/** A store that counts the statements that it runs, those of transactions included. */
export function countingStore(inner: GraphStore) {
  let statements = 0;
  const counted =
    (run: RunStatement): RunStatement =>
    (statement, params) => {
      statements += 1;
      return run(statement, params);
    };
  const store: GraphStore = {
    ...inner,
    run: counted(inner.run),
    transaction: (work) => inner.transaction((run) => work(counted(run))),
    searchText: (words, limit) => inner.searchText(words, limit),
    prepare: () => inner.prepare(),
    close: () => inner.close(),
  };
  return { store, count: () => statements, reset: () => (statements = 0) };
}
