import { z } from 'zod';
import { statement } from '../statement.ts';

export const stats = statement('read/stats', {
  params: {},
  row: {
    papers: z.int(),
    authors: z.int(),
    topics: z.int(),
    orgs: z.int(),
    repos: z.int(),
    records: z.int(),
    authorLinks: z.int(),
    topicLinks: z.int(),
    orgLinks: z.int(),
    repoLinks: z.int(),
    ownerLinks: z.int(),
    citations: z.int(),
  },
});

export const countsOfSources = statement('read/counts-of-sources', {
  params: {},
  row: { source: z.string(), records: z.int(), papers: z.int() },
});

const datedPaper = { id: z.string(), title: z.string(), publishedOn: z.string() };

export const newestPaper = statement('read/newest-paper', { params: {}, row: datedPaper });

export const oldestPaper = statement('read/oldest-paper', { params: {}, row: datedPaper });
