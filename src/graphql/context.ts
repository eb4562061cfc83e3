import type { Analyst } from '../analysis/analyses.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { createLoaders, type Loaders } from '../loaders/create-loaders.ts';
import type { FollowingProjector, Projector } from '../projection/projector.ts';

/** What came of records: how many were read, and of the papers created, updated and unchanged; positions count from 1. */
export type IngestResult = {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: { position: number; reason: string }[];
};

/** Brings records in Papergraph's own JSON into the graph. What is no record is rejected and keeps no other from it. */
export type Ingest = (records: unknown[]) => Promise<IngestResult>;

/** What every resolver of one request shares. */
export type Context = {
  /** The store, counting the statements that this request runs. */
  store: GraphStore;
  /** Gives the projections that questions about many papers are answered from. */
  projector: Projector;
  loaders: Loaders;
  /** Does the analyses that take long. */
  analyst: Analyst;
  /** Aborted when the client goes away. */
  signal: AbortSignal;
  requestId: string;
  /** How many statements the request has run so far. */
  statementsRun: () => number;
  /** Null where the server takes no records. */
  ingest: Ingest | null;
  /** Whether the request comes with the server's API key. */
  isAuthorized: boolean;
};

/** A fresh context for one request. */
export function createContext(
  store: GraphStore,
  following: FollowingProjector,
  request: Pick<Context, 'requestId' | 'ingest' | 'isAuthorized' | 'analyst' | 'signal'>,
): Context {
  let statements = 0;
  const counting: GraphStore = {
    ...store,
    run: (statement, params) => {
      statements += 1;
      return store.run(statement, params);
    },
    papersWithWords: (words, most) => {
      statements += 1;
      return store.papersWithWords(words, most);
    },
  };
  const projector = following.forRequest(counting);
  return {
    ...request,
    store: counting,
    projector,
    loaders: createLoaders(counting, projector),
    statementsRun: () => statements,
  };
}
