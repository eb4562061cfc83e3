import type { GraphStore } from '../graph/graph-store.ts';
import { pagesOfIds } from './read-corpus.ts';
import { refreshLinks } from './refresh-links.ts';
import { refreshTopics, type RefreshOptions } from './refresh-topics.ts';

/** Brings up to date what follows from all papers together: authors, organisations, citations and topics. */
export async function refreshGraph(store: GraphStore, options: RefreshOptions = {}): Promise<void> {
  await refreshLinks(store, await pagesOfIds(store));
  await refreshTopics(store, options);
}
