import type { GraphStore, RunStatement } from './graph-store.ts';

/** A store that does something around each statement of another one, those of transactions included. */
export function aroundStatements(store: GraphStore, around: (run: RunStatement) => RunStatement): GraphStore {
  return {
    ...store,
    run: around(store.run),
    transaction: (work) => store.transaction((run) => work(around(run))),
  };
}
