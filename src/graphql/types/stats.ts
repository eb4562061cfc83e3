import type { z } from 'zod';
import { stats } from '../../graph/statements/stats.ts';
import { builder } from '../builder.ts';

const Stats = builder.objectRef<z.infer<typeof stats.row>>('Stats').implement({
  description: 'How large the graph is.',
  fields: (t) => ({
    papers: t.exposeInt('papers', { description: 'Papers.' }),
    topics: t.exposeInt('topics', { description: 'Topics.' }),
    orgs: t.exposeInt('orgs', { description: 'Organisations.' }),
    repos: t.exposeInt('repos', { description: 'Code repositories.' }),
    topicLinks: t.exposeInt('topicLinks', { description: 'Links from a paper to a topic.' }),
    orgLinks: t.exposeInt('orgLinks', { description: 'Links from a paper to an org.' }),
    repoLinks: t.exposeInt('repoLinks', { description: 'Links from a paper to a repository.' }),
    ownerLinks: t.exposeInt('ownerLinks', {
      description: 'Links from a repository to the org that owns it.',
    }),
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
