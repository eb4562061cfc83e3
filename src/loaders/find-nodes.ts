import type { GraphStore } from '../graph/graph-store.ts';
import { paperIdsByTitleKeys, papersByIds } from '../graph/statements/papers.ts';
import { topicKeysByAliasKeys, topicsByKeys } from '../graph/statements/topics.ts';
import type { Paper } from '../model/paper.ts';
import { canonicalKey } from '../model/canonical-key.ts';

/**
 * The papers with the given ids, in their order; null for an id that no paper has. A paper is also found under the
 * `title:` id that it had before its arXiv id was known.
 */
export async function loadPapers(store: GraphStore, ids: readonly string[]): Promise<(Paper | null)[]> {
  const papers = await findPapers(store, ids);
  const formerIds = ids.filter((id) => !papers.has(id) && id.startsWith('title:'));
  if (formerIds.length > 0) {
    const renamed = await store.run(paperIdsByTitleKeys, { titleKeys: formerIds });
    const found = await findPapers(
      store,
      renamed.map(({ id }) => id),
    );
    for (const { titleKey, id } of renamed) papers.set(titleKey, found.get(id) ?? null);
  }
  return ids.map((id) => papers.get(id) ?? null);
}

async function findPapers(store: GraphStore, ids: readonly string[]): Promise<Map<string, Paper | null>> {
  const papers = await store.run(papersByIds, { ids: [...ids] });
  return new Map(papers.map((paper) => [paper.id, paper]));
}

/**
 * The key of the topic that a name in any spelling stands for: its canonical form, or one of its aliases where only
 * one topic has it. Null where there is none.
 */
export async function findTopicKey(store: GraphStore, name: string): Promise<string | null> {
  const key = canonicalKey(name);
  const [topic] = await store.run(topicsByKeys, { keys: [key] });
  if (topic !== undefined) return topic.key;
  const [only, ...others] = await store.run(topicKeysByAliasKeys, { aliasKeys: [key] });
  return only === undefined || others.length > 0 ? null : only.topicKey;
}
