import { z } from 'zod';
import { NODE_KINDS } from '../../model/node-kind.ts';
import { source } from '../../model/source.ts';
import { statement } from '../statement.ts';

const id = z.string();
const ofPapers = { ids: z.array(id) };
const strings = z.array(z.string());

export const nodeKeys = statement('read/node-keys', {
  params: {},
  row: { kind: z.enum(NODE_KINDS), keys: strings },
});

export const paperFacts = statement('read/paper-facts', {
  params: ofPapers,
  row: {
    id,
    title: z.string(),
    publishedOn: z.string().nullable(),
    upvotes: z.int().nullable(),
    commentCount: z.int().nullable(),
    upvotesPerDay: z.number().nullable(),
  },
});

const linked = { id, keys: strings };
/** `numbers` stand beside the keys. */
const linkedWithNumbers = { ...linked, numbers: z.array(z.number()) };

export const sourceNamesOfPapers = statement('read/source-names-of-papers', {
  params: ofPapers,
  row: { id, keys: z.array(source) },
});

export const topicKeysOfPapers = statement('read/topic-keys-of-papers', {
  params: ofPapers,
  row: linkedWithNumbers,
});

export const orgSlugsOfPapers = statement('read/org-slugs-of-papers', { params: ofPapers, row: linked });

export const authorIdsOfPapers = statement('read/author-ids-of-papers', {
  params: ofPapers,
  row: linkedWithNumbers,
});

export const repoUrlsOfPapers = statement('read/repo-urls-of-papers', { params: ofPapers, row: linked });

export const citedIdsOfPapers = statement('read/cited-ids-of-papers', { params: ofPapers, row: linked });

export const paperTexts = statement('read/paper-texts', {
  params: ofPapers,
  row: { id, title: z.string(), abstract: z.string().nullable() },
});

const byKeys = { keys: strings };
const names = { key: z.string(), name: z.string(), otherNames: strings };

export const namesOfTopics = statement('read/names-of-topics', { params: byKeys, row: names });

export const namesOfOrgs = statement('read/names-of-orgs', { params: byKeys, row: names });

export const namesOfAuthors = statement('read/names-of-authors', { params: byKeys, row: names });

export const namesOfRepos = statement('read/names-of-repos', { params: byKeys, row: names });
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

const like = { beginnings: strings, most: z.int() };
const counted = { key: z.string(), papers: z.int() };

export const topicKeysLike = statement('read/topic-keys-like', { params: like, row: counted });

export const orgSlugsLike = statement('read/org-slugs-like', { params: like, row: counted });

export const authorIdsLike = statement('read/author-ids-like', { params: like, row: counted });

export const repoUrlsLike = statement('read/repo-urls-like', { params: like, row: counted });

export const paperIdsLike = statement('read/paper-ids-like', { params: like, row: { key: id } });
