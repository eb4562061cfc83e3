import { z } from 'zod';
import { source } from '../../model/source.ts';
import { statement } from '../statement.ts';

const id = z.string();

export const paperFacts = statement('read/paper-facts', {
  params: { ids: z.array(id) },
  row: {
    id,
    title: z.string(),
    publishedOn: z.string().nullable(),
    upvotes: z.int().nullable(),
    commentCount: z.int().nullable(),
    upvotesPerDay: z.number().nullable(),
    sources: z.array(source),
    topics: z.array(z.object({ key: z.string(), score: z.number() })),
    orgs: z.array(z.string()),
    authors: z.array(z.object({ id, position: z.int() })),
    repos: z.array(z.string()),
    cites: z.array(id),
  },
});

export const paperTexts = statement('read/paper-texts', {
  params: { ids: z.array(id) },
  row: { id, title: z.string(), abstract: z.string().nullable() },
});

/** The keys of nodes that papers are linked to, by what they are; `papers` are cited ones. */
const linkedKeys = {
  topics: z.array(z.string()),
  orgs: z.array(z.string()),
  authors: z.array(id),
  repos: z.array(z.string()),
  papers: z.array(id),
};
export type LinkedKeys = z.infer<z.ZodObject<typeof linkedKeys>>;

const kind = z.enum(['TOPIC', 'ORG', 'AUTHOR', 'REPO', 'CITATION']);

export const paperIdsByLinks = statement('read/paper-ids-by-links', {
  params: linkedKeys,
  row: { kind, key: z.string(), ids: z.array(id) },
});

export const paperCountsByLinks = statement('read/paper-counts-by-links', {
  params: linkedKeys,
  row: { kind, key: z.string(), papers: z.int() },
});

export const namesByKeys = statement('read/names-by-keys', {
  params: {
    topics: z.array(z.string()),
    orgs: z.array(z.string()),
    authors: z.array(id),
    repos: z.array(z.string()),
  },
  row: {
    kind: z.enum(['TOPIC', 'ORG', 'AUTHOR', 'REPO']),
    key: z.string(),
    name: z.string(),
    otherNames: z.array(z.string()),
  },
});

export const paperIdsPassing = statement('read/paper-ids-passing', {
  params: {
    source: source.nullable(),
    hasRepo: z.boolean().nullable(),
    minUpvotes: z.int().nullable(),
    maxUpvotes: z.int().nullable(),
    since: z.string().nullable(),
    until: z.string().nullable(),
    most: z.int(),
  },
  row: { id },
});

export const textTotals = statement('read/text-totals', {
  params: {},
  row: { papers: z.int(), texts: z.int(), words: z.int() },
});
