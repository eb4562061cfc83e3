import { compareText, groupBy, unique } from '../collections.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { orgsBySlugs, orgSlugsByOtherSlugs } from '../graph/statements/orgs.ts';
import { papersByIds } from '../graph/statements/papers.ts';
import { lookUpParams, paperIdsByKeys } from '../graph/statements/records.ts';
import { topicKeysByAliasKeys, topicsByKeys } from '../graph/statements/topics.ts';
import { canonicalKey } from '../model/canonical-key.ts';
import type { Org } from '../model/org.ts';
import type { Paper } from '../model/paper.ts';

/**
 * The papers with the given ids, in their order; null for an id that no paper has. A paper is also found under the id
 * that it had before a stronger one was known, and under any other that a source gives it: `doi:…`, `openalex:…`.
 */
export function loadPapers(store: GraphStore, ids: readonly string[]): Promise<(Paper | null)[]> {
  return loadByAnyKey(ids, {
    find: (keys) => store.run(papersByIds, { ids: keys }),
    keyOf: ({ id }) => id,
    findKeys: async (others) =>
      (await store.run(paperIdsByKeys, lookUpParams(others))).map(({ key, id }) => [key, id] as const),
  });
}

/** The orgs with the given slugs, in their order, also under their other slugs; null for a slug that no org has. */
export function loadOrgs(store: GraphStore, slugs: readonly string[]): Promise<(Org | null)[]> {
  return loadByAnyKey(slugs, {
    find: (keys) => store.run(orgsBySlugs, { slugs: keys }),
    keyOf: ({ slug }) => slug,
    findKeys: async (others) =>
      (await store.run(orgSlugsByOtherSlugs, { slugs: others })).map(
        ({ otherSlug, slug }) => [otherSlug, slug] as const,
      ),
  });
}

/**
 * The keys of the topics that names in any spelling stand for, in their order: a name's canonical form, or one of the
 * aliases where only one topic has it. Null where there is none. One statement, and one more where a name is an alias.
 */
export async function findTopicKeys(store: GraphStore, names: readonly string[]): Promise<(string | null)[]> {
  const wanted = names.map((name) => canonicalKey(name));
  const found = new Set((await store.run(topicsByKeys, { keys: unique(wanted) })).map(({ key }) => key));
  const aliasKeys = unique(wanted.filter((key) => !found.has(key)));
  const aliases = aliasKeys.length === 0 ? [] : await store.run(topicKeysByAliasKeys, { aliasKeys });
  const topicKeys = groupBy(aliases, ({ aliasKey }) => aliasKey);
  return wanted.map((key) => {
    if (found.has(key)) return key;
    const [only, ...others] = topicKeys.get(key) ?? [];
    return only === undefined || others.length > 0 ? null : only.topicKey;
  });
}

/** The ids of the papers that keys stand for, by key; of several that one stands for, such as a title, the smallest. */
export async function findPaperIds(store: GraphStore, keys: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, id } of await store.run(paperIdsByKeys, lookUpParams(keys))) {
    const known = ids.get(key);
    if (known === undefined || compareText(id, known) < 0) ids.set(key, id);
  }
  return ids;
}

type Lookup<Node> = {
  find: (keys: string[]) => Promise<Node[]>;
  keyOf: (node: Node) => string;
  /** What keys that no node has stand for. */
  findKeys: (others: string[]) => Promise<(readonly [other: string, key: string])[]>;
};

/** One statement, and two more where a key is no node's own; the smallest where one stands for several nodes. */
async function loadByAnyKey<Node>(
  keys: readonly string[],
  { find, keyOf, findKeys }: Lookup<Node>,
): Promise<(Node | null)[]> {
  const findAll = async (wanted: string[]) =>
    new Map((await find(wanted)).map((node) => [keyOf(node), node]));
  const nodes = await findAll([...keys]);
  const others = keys.filter((key) => !nodes.has(key));
  if (others.length === 0) return keys.map((key) => nodes.get(key) ?? null);

  const keyOfOther = new Map<string, string>();
  for (const [other, key] of await findKeys(others)) {
    const known = keyOfOther.get(other);
    if (known === undefined || compareText(key, known) < 0) keyOfOther.set(other, key);
  }
  const found = keyOfOther.size === 0 ? new Map<string, Node>() : await findAll([...keyOfOther.values()]);
  return keys.map((key) => nodes.get(key) ?? found.get(keyOfOther.get(key) ?? key) ?? null);
}
