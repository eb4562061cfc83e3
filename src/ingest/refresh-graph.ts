import type { GraphStore } from '../graph/graph-store.ts';
import { pagesOfIds } from './read-corpus.ts';
import { refreshLinks } from './refresh-links.ts';
import { refreshTopics, type RefreshOptions } from './refresh-topics.ts';

/** Brings the topics of all papers up to date, in another thread. */
export type RefreshTopics = (
  store: GraphStore,
  options: Pick<RefreshOptions, 'overrides' | 'onProgress'>,
) => Promise<unknown>;

/**
 * Brings up to date what follows from all papers together: authors, organisations, citations and topics. Where another
 * thread works on the topics (`refreshThere`), it does so beside the rest; else they take their turn, for a server that
 * shares the store has queries to answer.
 */
export async function refreshGraph(
  store: GraphStore,
  options: RefreshOptions = {},
  refreshThere?: RefreshTopics,
): Promise<void> {
  const pages = await pagesOfIds(store);
  if (refreshThere === undefined) {
    await refreshLinks(store, pages);
    await refreshTopics(store, options);
  } else {
    await Promise.all([refreshLinks(store, pages), refreshThere(store, options)]);
  }
}
