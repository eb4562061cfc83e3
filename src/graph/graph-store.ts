import type { Statement } from './statement.ts';
import type { Touched } from './touched.ts';

/** Runs one statement with its parameters and answers with its checked rows. */
export type RunStatement = <Params, Row>(statement: Statement<Params, Row>, params: Params) => Promise<Row[]>;

/** How many papers have a word, and their ids, sorted, where they are few enough to be told. */
export type PapersWithWord = { word: string; papers: number; ids: string[] };

/** What was written up to a version of the graph. Each transaction that writes makes a new version. */
export type GraphChanges = {
  version: number;
  /** Null where it is not known: then anything may have changed. */
  touched: Touched | null;
};

/** What one statement reads or writes in some 10 ms. */
export const PAGE_SIZE = 250;

/** The port to a graph database: everything that Papergraph asks of one. Each engine has one adapter. */
export type GraphStore = {
  /** Where the graph is kept, to show to people: a path or a URL, never a password. */
  readonly address: string;

  /** How many papers, or other nodes, a statement is to be about at most where all of them are gone through. */
  readonly pageSize: number;

  /**
   * Runs one statement in a transaction of its own. Write conflicts and passing faults are retried with back-off.
   * Throws `STORE_UNAVAILABLE` where the database can't be reached.
   */
  run: RunStatement;

  /**
   * Runs several statements as one: all of what `work` writes is kept, or, where it throws, nothing. After a write
   * conflict `work` is called again, so it must have no other effects.
   */
  transaction<T>(work: (run: RunStatement) => Promise<T>): Promise<T>;

  /**
   * What has been written since a version: by this process and, where the database is shared, by others. A store remembers
   * a bounded number of changes; what `touched` names is in the graph by now. For null only the version is told.
   */
  changesSince(version: number | null): Promise<GraphChanges>;

  /**
   * For each stem that `searchStems` makes, which papers have it in title or abstract; their ids are told where they are at
   * most so many.
   */
  papersWithWords(words: readonly string[], most: number): Promise<PapersWithWord[]>;

  /** Creates the constraints and indexes that are missing. Safe to call at every start. */
  prepare(): Promise<void>;

  /** Releases the database. Further calls fail; closing twice is fine. */
  close(): Promise<void>;
};
