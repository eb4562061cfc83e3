import type { z } from 'zod';
import { stats } from '../../graph/statements/stats.ts';
import { builder } from '../builder.ts';

const Stats = builder.objectRef<z.infer<typeof stats.row>>('Stats').implement({
  description: 'How large the graph is.',
  fields: (t) => ({
    papers: t.exposeInt('papers', { description: 'Papers.' }),
    authors: t.exposeInt('authors', { description: 'Authors.' }),
    topics: t.exposeInt('topics', { description: 'Topics.' }),
    orgs: t.exposeInt('orgs', { description: 'Organisations.' }),
    repos: t.exposeInt('repos', { description: 'Code repositories.' }),
    records: t.exposeInt('records', {
      description: 'Records: what one source says of one paper.',
    }),
    authorLinks: t.exposeInt('authorLinks', { description: 'Links from an author to a paper.' }),
    topicLinks: t.exposeInt('topicLinks', { description: 'Links from a paper to a topic.' }),
    orgLinks: t.exposeInt('orgLinks', { description: 'Links from a paper to an org.' }),
    repoLinks: t.exposeInt('repoLinks', { description: 'Links from a paper to a repository.' }),
    ownerLinks: t.exposeInt('ownerLinks', {
      description: 'Links from a repository to the org that owns it.',
    }),
    citations: t.exposeInt('citations', { description: 'Links from a paper to a paper that it cites.' }),
  }),
});

builder.queryField('stats', (t) =>
  t.field({
    type: Stats,
    description: 'How large the graph is: its nodes and links by kind.',
    resolve: async (_root, _args, { store }) => {
      const [row] = await store.run(stats, {});
      if (row === undefined) throw new TypeError('the statement read/stats gave no row');
      return row;
    },
  }),
);
