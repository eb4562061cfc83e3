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
