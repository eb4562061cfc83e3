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
