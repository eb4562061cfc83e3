import { paperCountOfNode } from '../../analysis/papers-of-node.ts';
import { rankedNodes } from '../../analysis/ranked-nodes.ts';
import { orgSlug } from '../../model/org.ts';
import { builder } from '../builder.ts';
import { connectionComplexity } from '../connection.ts';
import { papersOfNode } from '../node-papers.ts';
import { paperConnection } from '../paper-connection.ts';
import { rankedNodeConnection } from '../ranked-node-connection.ts';
import { OrgNode, PaperNode } from './nodes.ts';
import { aliasesOf, OrgAlias } from './org-alias.ts';
import { facetsField, paperListArgs } from './paper-list.ts';

OrgNode.implement({
  description: 'An organisation that papers come from.',
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description:
        'Its login on Hugging Face or GitHub in lower case, such as `google-deepmind`, or its name where it has none, ' +
        'such as `tsinghua-university`; the one that most papers give it.',
    }),
    name: t.exposeString('name', { description: 'Its name to display.' }),
    aliases: t.exposeStringList('aliases', { description: 'Other names that sources give it.' }),
    slugs: t.exposeStringList('slugs', {
      description: 'Its other slugs, such as `thu1911`; `org(slug:)` finds it by any of them.',
    }),
    merges: t.field({
      type: [OrgAlias],
      description:
        'The aliases and then the other slugs, each with the reason why it belongs to this org and the sources that ' +
        'give it.',
      resolve: aliasesOf,
    }),
    ror: t.exposeString('ror', {
      nullable: true,
      description:
        'Its id in the Research Organization Registry, such as `https://ror.org/03cve4549`; null where no source tells.',
    }),
    country: t.exposeString('country', {
      nullable: true,
      description: 'The ISO code of its country, such as `CN`; null where no source tells.',
    }),
    paperCount: t.int({
      description: 'How many papers come from it.',
      resolve: async ({ slug }, _args, { loaders }) =>
        paperCountOfNode(await loaders.counted.ORG.load(slug), 'ORG', slug),
    }),
    papers: t.connection(
      {
        type: PaperNode,
        description: 'The papers that come from it, the newest first.',
        args: paperListArgs,
        complexity: connectionComplexity,
        resolve: async ({ slug }, args, { loaders }) =>
          paperConnection(await papersOfNode(loaders, 'ORG', slug, args.filter), args),
      },
      { description: 'The papers of an org.', fields: (list) => ({ facets: list.field(facetsField) }) },
      { description: 'That a paper comes from an org.' },
    ),
  }),
});

builder.queryFields((t) => ({
  org: t.field({
    type: OrgNode,
    nullable: true,
    description: 'The org with a slug, or null where no paper comes from it. Example: `org(slug: "google")`.',
    args: {
      slug: t.arg.string({
        required: true,
        description: 'Its slug or another of its `slugs`; case does not matter.',
      }),
    },
    resolve: (_root, { slug }) => orgSlug(slug),
  }),
  orgs: t.connection(
    {
      type: OrgNode,
      description: 'All orgs, those with most papers first.',
      complexity: connectionComplexity,
      resolve: async (_root, args, { projector }) => {
        const projection = await projector.all('ORG');
        return rankedNodeConnection(projection, 'ORG', rankedNodes(projection, 'ORG'), args);
      },
    },
    { description: 'A list of orgs.' },
    { description: 'An org in a list.' },
  ),
}));
