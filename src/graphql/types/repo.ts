import { paperCountOfNode } from '../../analysis/papers-of-node.ts';
import { rankedNodes } from '../../analysis/ranked-nodes.ts';
import { PapergraphError } from '../../errors.ts';
import { parseRepoUrl, type RepoHost as Host } from '../../model/repo.ts';
import { builder } from '../builder.ts';
import { connectionComplexity } from '../connection.ts';
import { describedValues } from '../described-values.ts';
import { papersOfNode } from '../node-papers.ts';
import { paperConnection } from '../paper-connection.ts';
import { rankedNodeConnection } from '../ranked-node-connection.ts';
import { OrgNode, PaperNode, RepoNode } from './nodes.ts';
import { facetsField, paperListArgs } from './paper-list.ts';

const HOST_DESCRIPTIONS: Record<Host, string> = {
  GITHUB: 'github.com.',
  GITLAB: 'gitlab.com.',
  HUGGING_FACE: 'huggingface.co: a model, a dataset or a space.',
};

const RepoHost = builder.enumType('RepoHost', {
  description: 'Where repositories are kept.',
  values: describedValues(HOST_DESCRIPTIONS),
});

RepoNode.implement({
  description: 'A code repository of papers.',
  fields: (t) => ({
    url: t.exposeString('url', {
      description:
        'Its canonical URL, in lower case: `https://github.com/owner/name`, `https://huggingface.co/datasets/owner/name`.',
    }),
    host: t.expose('host', { type: RepoHost, description: 'Where it is kept.' }),
    name: t.exposeString('name', {
      description: 'Its name without owner, as papers spell it: of several spellings the first in order.',
    }),
    owner: t.exposeString('owner', {
      description: "Its owner's login, a person's or an org's, as papers spell it.",
    }),
    org: t.expose('org', {
      type: OrgNode,
      nullable: true,
      description: 'The org that owns it; null where no paper comes from an org of that login.',
    }),
    paperCount: t.int({
      description: 'How many papers link to it.',
      resolve: async ({ url }, _args, { loaders }) =>
        paperCountOfNode(await loaders.counted.REPO.load(url), 'REPO', url),
    }),
    papers: t.connection(
      {
        type: PaperNode,
        description: 'The papers whose code it holds, the newest first.',
        args: paperListArgs,
        complexity: connectionComplexity,
        resolve: async ({ url }, args, { loaders }) =>
          paperConnection(await papersOfNode(loaders, 'REPO', url, args.filter), args),
      },
      { description: 'The papers of a repository.', fields: (list) => ({ facets: list.field(facetsField) }) },
      { description: 'That a repository holds the code of a paper.' },
    ),
  }),
});

builder.queryFields((t) => ({
  repo: t.field({
    type: RepoNode,
    nullable: true,
    description: 'The repository with a URL, or null where no paper links to it.',
    args: {
      url: t.arg.string({
        required: true,
        description:
          'Any spelling: `github.com/openai/CLIP`, `https://github.com/OpenAI/clip.git`, a page below it; also on GitLab and Hugging Face.',
      }),
    },
    resolve: (_root, { url }) => {
      const repo = parseRepoUrl(url);
      if (repo !== null) return repo.url;
      throw new PapergraphError(
        'BAD_USER_INPUT',
        `Expected a repository's URL such as https://github.com/owner/name, but got "${url}".`,
      );
    },
  }),
  repos: t.connection(
    {
      type: RepoNode,
      description: 'All repositories, those with most papers first.',
      complexity: connectionComplexity,
      resolve: async (_root, args, { projector }) => {
        const projection = await projector.all('REPO');
        return rankedNodeConnection(projection, 'REPO', rankedNodes(projection, 'REPO'), args);
      },
    },
    { description: 'A list of repositories.' },
    { description: 'A repository in a list.' },
  ),
}));
