import { neighboursOf } from '../../analysis/adjacency.ts';
import { numbersOfKeys, paperCountOfNode } from '../../analysis/papers-of-node.ts';
import { rankedAmong, rankedNodes } from '../../analysis/ranked-nodes.ts';
import { builder } from '../builder.ts';
import { connectionComplexity } from '../connection.ts';
import { papersOfNode } from '../node-papers.ts';
import { paperConnectionWith } from '../paper-connection.ts';
import { rankedNodeConnection } from '../ranked-node-connection.ts';
import { AuthorBy, findAuthorId } from './author-by.ts';
import { authorsNamed } from './author-names.ts';
import { AuthorNode, PaperNode } from './nodes.ts';
import { facetsField, paperListArgs } from './paper-list.ts';

AuthorNode.implement({
  description:
    'Somebody who wrote papers: one node for all papers that are known to be theirs. Papers are joined by an id that ' +
    'they share, or by a name together with the name of a co-author.',
  fields: (t) => ({
    key: t.exposeString('id', {
      description:
        'What stands for the author in `PaperFilter.author`: the strongest id, such as `orcid:0000-0002-1825-0097`, ' +
        'else the name with a paper, such as `name:ada-lovelace@arxiv:1706.03762`.',
    }),
    name: t.exposeString('name', { description: 'The form of the name that most papers print.' }),
    aliases: t.exposeStringList('aliases', {
      description: 'Other forms of the name on papers, such as `A. Lovelace`.',
    }),
    orcid: t.exposeString('orcid', {
      nullable: true,
      description: 'The ORCID iD, such as `0000-0002-1825-0097`; null where no source tells.',
    }),
    openAlexId: t.exposeString('openAlexId', {
      nullable: true,
      description: 'The id in OpenAlex, such as `A5023888391`; null where no source tells.',
    }),
    semanticScholarId: t.exposeString('semanticScholarId', {
      nullable: true,
      description: 'The id in Semantic Scholar, such as `1741101`; null where no source tells.',
    }),
    hfUser: t.exposeString('hfUser', {
      nullable: true,
      description: 'The login on Hugging Face; null where no source tells.',
    }),
    paperCount: t.int({
      description: 'How many papers of the author the graph has.',
      resolve: async ({ id }, _args, { loaders }) =>
        paperCountOfNode(await loaders.counted.AUTHOR.load(id), 'AUTHOR', id),
    }),
    papers: t.connection(
      {
        type: PaperNode,
        description: "The author's papers, the newest first.",
        args: paperListArgs,
        complexity: connectionComplexity,
        resolve: async ({ id }, args, { loaders }) => {
          const papers = await papersOfNode(loaders, 'AUTHOR', id, args.filter);
          const { nodes, links } = papers.projection;
          const author = nodes.AUTHOR.numberOf.get(id) ?? -1;
          return paperConnectionWith(papers, args, (paper) => ({
            position: neighboursOf(links.AUTHOR.forward, paper).indexOf(author),
          }));
        },
      },
      { description: 'The papers of an author.', fields: (list) => ({ facets: list.field(facetsField) }) },
      {
        description: 'That an author wrote a paper.',
        fields: (edge) => ({
          position: edge.exposeInt('position', {
            description: "The author's place in the paper's list of authors; 0 is the first.",
          }),
        }),
      },
    ),
  }),
});

builder.queryFields((t) => ({
  author: t.field({
    type: AuthorNode,
    nullable: true,
    description:
      'One author, or null where the graph has none like it. Example: `author(by: {orcid: "0000-0002-1825-0097"})`.',
    args: { by: t.arg({ type: AuthorBy, required: true, description: 'Which author.' }) },
    resolve: (_root, { by }, { store }) => findAuthorId(store, by),
  }),
  authors: t.connection(
    {
      type: AuthorNode,
      description: 'Authors, those with most papers first. Example: `authors(name: "garcia", first: 10)`.',
      args: {
        name: t.arg.string({
          description:
            'Only authors whose name, in one of its forms, has all of these words; case and accents do not matter. ' +
            'Example: `jose garcia`.',
        }),
      },
      complexity: connectionComplexity,
      resolve: async (_root, args, { projector, store }) => {
        const keys = args.name == null ? null : await authorsNamed(args.name, projector, store);
        const projection = await projector.all('AUTHOR');
        const ranking =
          keys === null
            ? rankedNodes(projection, 'AUTHOR')
            : rankedAmong(projection, 'AUTHOR', numbersOfKeys(projection, 'AUTHOR', keys));
        return rankedNodeConnection(projection, 'AUTHOR', ranking, args);
      },
    },
    { description: 'A list of authors.' },
    { description: 'An author in a list.' },
  ),
}));
