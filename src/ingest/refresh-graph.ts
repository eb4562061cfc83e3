import type { GraphStore } from '../graph/graph-store.ts';
import { pagesOfIds } from './read-corpus.ts';
import { refreshLinks } from './refresh-links.ts';
import { refreshTopics, type RefreshOptions } from './refresh-topics.ts';

/** Brings the topics of all papers up to date, in this thread or another. */
export type RefreshTopics = (
  store: GraphStore,
  options: Pick<RefreshOptions, 'overrides' | 'onProgress'>,
) => Promise<unknown>;

/**
 * Brings up to date what follows from all papers together: authors, organisations, citations and, beside them, topics.
 * `refresh` tells where the topics are worked on.
 */
export async function refreshGraph(
  store: GraphStore,
  options: RefreshOptions = {},
  refresh: RefreshTopics = refreshTopics,
): Promise<void> {
  const pages = await pagesOfIds(store);
  await Promise.all([refreshLinks(store, pages), refresh(store, options)]);
}
