import type { GraphStore } from '../graph/graph-store.ts';
import { createLoaders, type Loaders } from '../loaders/create-loaders.ts';

/** What every resolver of one request shares. */
export type Context = {
  /** The store, counting the statements that this request runs. */
  store: GraphStore;
  loaders: Loaders;
  requestId: string;
  /** How many statements the request has run so far. */
  statementsRun: () => number;
};

/** A fresh context for one request. */
export function createContext(store: GraphStore, requestId: string): Context {
  let statements = 0;
  const counting: GraphStore = {
    ...store,
    run: (statement, params) => {
      statements += 1;
      return store.run(statement, params);
    },
    searchText: (words, limit) => {
      statements += 1;
      return store.searchText(words, limit);
    },
  };
  return { store: counting, loaders: createLoaders(counting), requestId, statementsRun: () => statements };
}
