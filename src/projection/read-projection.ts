import { setImmediate as nextTurn } from 'node:timers/promises';
import { addPaper, addPaperText, finishProjection, setNode } from '../analysis/change-projection.ts';
import { createProjection, type NodeKind, type PaperFacts, type Projection } from '../analysis/projection.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { nodeKeys, paperTexts } from '../graph/statements/projection.ts';
import { OTHER_KINDS, readNodes, readPapers } from './read-papers.ts';

/** What is read: first what nodes are called, then links, then texts. */
export type ReadingStep = 'NAMES' | 'LINKS' | 'TEXTS';

export type ReadingOptions = {
  /** Told after each page how many nodes or papers of how many are done in a step. */
  onProgress?: (step: ReadingStep, done: number, of: number) => void;
  /** Gives up where it is aborted. */
  signal?: AbortSignal;
};

/** Pages read at once: fewer and larger statements cost less, and nobody waits for their rows. */
const PAGES_AT_ONCE = 4;

/**
 * Reads the whole graph of a store into a projection, in pages, so that others have their turn. What is written meanwhile
 * may be in it or not.
 */
export async function readProjection(store: GraphStore, options: ReadingOptions = {}): Promise<Projection> {
  const projection = createProjection();
  const keys: Record<NodeKind, string[]> = { PAPER: [], TOPIC: [], ORG: [], AUTHOR: [], REPO: [] };
  for (const row of await store.run(nodeKeys, {})) keys[row.kind] = row.keys.sort();

  for (const kind of OTHER_KINDS) {
    await forPages(store, keys[kind], 'NAMES', options, {
      read: (page) => readNodes(store, kind, page),
      take: (node) => setNode(projection, kind, node),
    });
  }
  await forPages<PaperFacts>(store, keys.PAPER, 'LINKS', options, {
    read: (page) => readPapers(store, page),
    take: (paper) => addPaper(projection, paper),
  });
  await forPages(store, keys.PAPER, 'TEXTS', options, {
    read: (page) => store.run(paperTexts, { ids: page }),
    take: ({ id, title, abstract }) => addPaperText(projection, id, title, abstract),
  });
  finishProjection(projection);
  return projection;
}

/** Reads page after page, each while the one before it is taken. */
async function forPages<Row>(
  store: GraphStore,
  keys: readonly string[],
  step: ReadingStep,
  { onProgress, signal }: ReadingOptions,
  { read, take }: { read: (keys: string[]) => Promise<Row[]>; take: (row: Row) => void },
): Promise<void> {
  const size = store.pageSize * PAGES_AT_ONCE;
  const start = (from: number) => {
    const reading = from < keys.length ? read(keys.slice(from, from + size)) : Promise.resolve([]);
    // Where taking the page before it fails, nobody asks what became of this one.
    reading.catch(() => {});
    return reading;
  };
  let next = start(0);
  for (let from = 0; from < keys.length; from += size) {
    const rows = await next;
    signal?.throwIfAborted();
    next = start(from + size);
    for (let place = 0; place < rows.length; place += store.pageSize) {
      for (const row of rows.slice(place, place + store.pageSize)) take(row);
      await nextTurn();
    }
    onProgress?.(step, Math.min(from + size, keys.length), keys.length);
  }
}
