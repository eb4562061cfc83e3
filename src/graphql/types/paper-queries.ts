import type { GraphStore } from '../../graph/graph-store.ts';
import { paperIdsByTitleKeys, paperRefs } from '../../graph/statements/papers.ts';
import { unique } from '../../collections.ts';
import { PapergraphError } from '../../errors.ts';
import { findTopicKey } from '../../loaders/find-nodes.ts';
import { arxivPaperId, parseArxivId, titleKey } from '../../model/paper.ts';
import { orgSlug } from '../../model/org.ts';
import { searchWords } from '../../model/search-text.ts';
import { builder } from '../builder.ts';
import { connectionComplexity, connectionOf, type Ordering } from '../connection.ts';
import { PaperNode } from './nodes.ts';

const PaperBy = builder.inputType('PaperBy', {
  isOneOf: true,
  description: 'Names one paper, in exactly one of these ways. Example: `{arxivId: "1706.03762"}`.',
  fields: (t) => ({
    id: t.globalID({ for: [PaperNode], description: 'An `id` that this API gave.' }),
    arxivId: t.string({
      description: 'An arXiv id or a link to its page: `1706.03762`, `arXiv:1706.03762v5`.',
    }),
    title: t.string({ description: 'The title; case, punctuation and spacing do not matter.' }),
  }),
});

const PaperFilter = builder.inputType('PaperFilter', {
  description: 'Which papers to list: those for which all of the given fields hold.',
  fields: (t) => ({
    topic: t.string({ description: 'Has this topic, by any of its names: `large language models`, `LLM`.' }),
    org: t.string({ description: 'Comes from the org with this slug: `google`. Case does not matter.' }),
    hasRepo: t.boolean({ description: 'Has a code repository (true) or none (false).' }),
    publishedSince: t.field({ type: 'Date', description: 'Published on this day or later.' }),
    publishedUntil: t.field({ type: 'Date', description: 'Published on this day or earlier.' }),
    text: t.string({
      description: 'Has all of these words, at most 32, in its title or abstract: `graph attention`.',
    }),
  }),
});

type PaperRef = { node: string; publishedOn: string; title: string; commentCount: number | null };

const ORDERINGS = {
  PUBLISHED_ON_DESC: ordering('desc', ({ publishedOn }) => publishedOn),
  PUBLISHED_ON_ASC: ordering('asc', ({ publishedOn }) => publishedOn),
  TITLE_ASC: ordering('asc', ({ title }) => title.toLowerCase()),
  TITLE_DESC: ordering('desc', ({ title }) => title.toLowerCase()),
  COMMENT_COUNT_DESC: ordering('desc', ({ commentCount }) => commentCount),
  COMMENT_COUNT_ASC: ordering('asc', ({ commentCount }) => commentCount),
};

const PaperOrder = builder.enumType('PaperOrder', {
  description: 'The order of papers; those that are equal in it stand by id.',
  values: {
    PUBLISHED_ON_DESC: { description: 'The newest first.' },
    PUBLISHED_ON_ASC: { description: 'The oldest first.' },
    TITLE_ASC: { description: 'By title, A to Z; case does not matter.' },
    TITLE_DESC: { description: 'By title, Z to A; case does not matter.' },
    COMMENT_COUNT_DESC: { description: 'The most commented first; those without a count last.' },
    COMMENT_COUNT_ASC: { description: 'The least commented first; those without a count last.' },
  },
});

builder.queryFields((t) => ({
  paper: t.field({
    type: PaperNode,
    nullable: true,
    description:
      'One paper, or null where the graph has none like it. Example: `paper(by: {arxivId: "1706.03762"})`.',
    args: { by: t.arg({ type: PaperBy, required: true, description: 'Which paper.' }) },
    resolve: (_root, { by }, { store }) => findPaperId(store, by),
  }),
  papers: t.connection(
    {
      type: PaperNode,
      description:
        'Papers, filtered and in order. Example: `papers(filter: {topic: "diffusion model", hasRepo: true}, first: 10)`.',
      args: {
        filter: t.arg({ type: PaperFilter, description: 'Which papers; all of them by default.' }),
        orderBy: t.arg({
          type: PaperOrder,
          required: true,
          defaultValue: 'PUBLISHED_ON_DESC',
          description: 'In which order; the newest first by default.',
        }),
      },
      complexity: connectionComplexity,
      resolve: async (_root, args, { store }) => {
        const refs = await findPaperRefs(store, args.filter ?? {});
        return connectionOf(refs, args, { name: args.orderBy, ...ORDERINGS[args.orderBy] });
      },
    },
    { description: 'A list of papers.' },
    { description: 'A paper in a list.' },
  ),
}));

function ordering(
  direction: 'asc' | 'desc',
  valueOf: (ref: PaperRef) => string | number | null,
): Omit<Ordering<PaperRef>, 'name'> {
  return { keyOf: (ref) => [valueOf(ref), ref.node], directions: [direction, 'asc'] };
}

async function findPaperId(
  store: GraphStore,
  by: { id?: { id: string } | null; arxivId?: string | null; title?: string | null },
): Promise<string | null> {
  if (by.id != null) return by.id.id;
  if (by.arxivId != null) {
    const arxivId = parseArxivId(by.arxivId);
    if (arxivId !== null) return arxivPaperId(arxivId);
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected an arXiv id such as 1706.03762, but got "${by.arxivId}".`,
    );
  }
  const key = titleKey(by.title ?? '');
  if (key === null) throw new PapergraphError('BAD_USER_INPUT', 'Expected a title with letters or digits.');
  const found = await store.run(paperIdsByTitleKeys, { titleKeys: [key] });
  return found.map(({ id }) => id).sort()[0] ?? null;
}

async function findPaperRefs(store: GraphStore, filter: typeof PaperFilter.$inferInput): Promise<PaperRef[]> {
  const topicKey = filter.topic == null ? null : await findTopicKey(store, filter.topic);
  if (filter.topic != null && topicKey === null) return [];
  const ids = filter.text == null ? null : await findIdsByText(store, filter.text);
  const refs = await store.run(paperRefs, {
    topicKey,
    orgSlug: filter.org == null ? null : orgSlug(filter.org),
    hasRepo: filter.hasRepo ?? null,
    since: filter.publishedSince ?? null,
    until: filter.publishedUntil ?? null,
  });
  return refs.filter(({ id }) => ids === null || ids.has(id)).map(({ id, ...ref }) => ({ node: id, ...ref }));
}

/** Each word is a look-up of its own, and nobody types more: a whole title has about ten. */
const MOST_SEARCH_WORDS = 32;

async function findIdsByText(store: GraphStore, text: string): Promise<Set<string>> {
  const words = unique(searchWords(text));
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
