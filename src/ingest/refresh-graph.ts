import type { GraphStore } from '../graph/graph-store.ts';
import { pagesOfIds } from './read-corpus.ts';
import { refreshLinks } from './refresh-links.ts';
import { refreshTopics, type RefreshOptions } from './refresh-topics.ts';

/** Brings up to date what follows from all papers together: authors, organisations, citations and topics. */
export async function refreshGraph(store: GraphStore, options: RefreshOptions = {}): Promise<void> {
  const pages = await pagesOfIds(store);
  await Promise.all([refreshLinks(store, pages), refreshTopics(store, options)]);
}
