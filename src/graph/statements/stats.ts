import { z } from 'zod';
import { statement } from '../statement.ts';

export const stats = statement('read/stats', {
  params: {},
  row: {
    papers: z.int(),
    topics: z.int(),
    orgs: z.int(),
    repos: z.int(),
    topicLinks: z.int(),
    orgLinks: z.int(),
    repoLinks: z.int(),
    ownerLinks: z.int(),
  },
});
