import { unique } from '../../collections.ts';
import { PapergraphError } from '../../errors.ts';
import type { GraphStore } from '../../graph/graph-store.ts';
import { paperRefs } from '../../graph/statements/papers.ts';
import { findTopicKey, loadOrgs } from '../../loaders/find-nodes.ts';
import { orgSlug } from '../../model/org.ts';
import { searchStems } from '../../model/search-text.ts';
import { builder } from '../builder.ts';
import type { PaperRef } from './paper-order.ts';
import { Source } from './source.ts';

export const PaperFilter = builder.inputType('PaperFilter', {
  description: 'Which papers to list: those for which all of the given fields hold.',
  fields: (t) => ({
    topic: t.string({ description: 'Has this topic, by any of its names: `large language models`, `LLM`.' }),
    org: t.string({
      description:
        'Comes from the org with this slug, or another of its slugs: `google`. Case does not matter.',
    }),
    author: t.string({
      description: 'Was written by the author with this `key`: `orcid:0000-0002-1825-0097`.',
    }),
    source: t.field({ type: Source, description: 'This source says something of it: `OPENALEX`.' }),
    hasRepo: t.boolean({ description: 'Has a code repository (true) or none (false).' }),
    minUpvotes: t.int({ description: 'Has at least so many upvotes on Hugging Face.' }),
    publishedSince: t.field({ type: 'Date', description: 'Published on this day or later.' }),
    publishedUntil: t.field({ type: 'Date', description: 'Published on this day or earlier.' }),
    text: t.string({
      description:
        'Has all of these words, at most 32, in its title or abstract, in any form: `graph attention`.',
    }),
  }),
});

/** The papers that pass a filter, in no order. Throws `BAD_USER_INPUT` or `LIMIT_EXCEEDED` for a text it can't search. */
export async function findPaperRefs(
  store: GraphStore,
  filter: typeof PaperFilter.$inferInput,
): Promise<PaperRef[]> {
  const topicKey = filter.topic == null ? null : await findTopicKey(store, filter.topic);
  if (filter.topic != null && topicKey === null) return [];
  const [org = null] = filter.org == null ? [] : await loadOrgs(store, [orgSlug(filter.org)]);
  if (filter.org != null && org === null) return [];
  const ids = filter.text == null ? null : await findIdsByText(store, filter.text);
  const refs = await store.run(paperRefs, {
    topicKey,
    orgSlug: org?.slug ?? null,
    authorId: filter.author ?? null,
    source: filter.source ?? null,
    hasRepo: filter.hasRepo ?? null,
    minUpvotes: filter.minUpvotes ?? null,
    since: filter.publishedSince ?? null,
    until: filter.publishedUntil ?? null,
  });
  return refs.filter(({ id }) => ids === null || ids.has(id)).map(({ id, ...ref }) => ({ node: id, ...ref }));
}

/** Each word is a look-up of its own, and nobody types more: a whole title has about ten. */
const MOST_SEARCH_WORDS = 32;

async function findIdsByText(store: GraphStore, text: string): Promise<Set<string>> {
  const words = unique(searchStems(text));
  if (words.length > MOST_SEARCH_WORDS) {
    throw new PapergraphError(
      'LIMIT_EXCEEDED',
      `"text" has ${words.length} words, but at most ${MOST_SEARCH_WORDS} are allowed.`,
      { details: { limit: 'searchWords', cost: words.length, maximum: MOST_SEARCH_WORDS } },
    );
  }
  if (words.length === 0) {
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected "text" to hold a word to search for, but got "${text}".`,
    );
  }
  const hits = await store.searchText(words, Number.MAX_SAFE_INTEGER);
  return new Set(hits.map(({ id }) => id));
}
