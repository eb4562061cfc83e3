import { builder } from '../builder.ts';
import { connectionComplexity, connectionOf } from '../connection.ts';
import { citedPapers, papersOfNode } from '../node-papers.ts';
import { bestFirst, byKey, byPosition } from '../orderings.ts';
import { paperConnection } from '../paper-connection.ts';
import { AuthorNode, OrgNode, PaperNode, RepoNode, TopicNode } from './nodes.ts';
import { facetsField, paperListArgs } from './paper-list.ts';
import { TopicEvidence } from './topic-evidence.ts';

builder.objectFields(PaperNode, (t) => ({
  authors: t.connection(
    {
      type: AuthorNode,
      description: 'Its authors in the order of the paper; empty where no source names them.',
      complexity: connectionComplexity,
      resolve: async ({ id }, args, { loaders }) => {
        const rows = await loaders.authorsOfPaper.load(id);
        const edges = rows.map(({ author, position }) => ({ node: author, key: author.id, position }));
        return connectionOf(edges, args, byPosition);
      },
    },
    { description: 'The authors of a paper.' },
    {
      description: 'That somebody wrote a paper.',
      fields: (edge) => ({
        position: edge.exposeInt('position', {
          description: 'The place in the list of authors; 0 is the first.',
        }),
      }),
    },
  ),
  topics: t.connection(
    {
      type: TopicNode,
      description:
        'What it is about, the surest topic first: at most six that its text gives, and the keywords of its sources.',
      complexity: connectionComplexity,
      resolve: async ({ id }, args, { loaders }) => {
        const rows = await loaders.topicsOfPaper.load(id);
        const edges = rows.map(({ topic, ...link }) => ({ node: topic, key: topic.key, ...link }));
        return connectionOf(edges, args, bestFirst);
      },
    },
    { description: 'The topics of a paper.' },
    {
      description: 'That a paper is about a topic.',
      fields: (edge) => ({
        score: edge.exposeFloat('score', {
          description:
            'How likely the authors would name it a keyword of the paper, from 0 to 1; 1 where a source gives it as one.',
        }),
        source: edge.exposeString('source', {
          description:
            'Who says so: `text` for its title and abstract, else the source that gives the keyword, such as `ai_keywords`.',
        }),
        evidence: edge.expose('evidence', {
          type: [TopicEvidence],
          description:
            'Where title and abstract speak of it, in order; empty for a keyword of a source that they do not have.',
        }),
      }),
    },
  ),
  orgs: t.connection(
    {
      type: OrgNode,
      description: 'The organisations it comes from, where a source tells.',
      complexity: connectionComplexity,
      resolve: async ({ id }, args, { loaders }) => {
        const rows = await loaders.orgsOfPaper.load(id);
        const edges = rows.map(({ org, source }) => ({ node: org, key: org.slug, source }));
        return connectionOf(edges, args, byKey);
      },
    },
    { description: 'The organisations of a paper.' },
    {
      description: 'That a paper comes from an organisation.',
      fields: (edge) => ({
        source: edge.exposeString('source', { description: 'Where this is told, such as `listing`.' }),
      }),
    },
  ),
  repos: t.connection(
    {
      type: RepoNode,
      description: 'Its code repositories.',
      complexity: connectionComplexity,
      resolve: async ({ id }, args, { loaders }) => {
        const rows = await loaders.reposOfPaper.load(id);
        const edges = rows.map(({ repo, ...link }) => ({ node: repo, key: repo.url, ...link }));
        return connectionOf(edges, args, byKey);
      },
    },
    { description: 'The code repositories of a paper.' },
    {
      description: 'That a paper has its code in a repository.',
      fields: (edge) => ({
        source: edge.exposeString('source', {
          description: 'Where the link was found, such as `abstract`.',
        }),
        confidence: edge.exposeFloat('confidence', {
          description:
            "How sure it is the paper's own code, from 0 to 1: 1 where a source names it as such, less for a link in a text.",
        }),
      }),
    },
  ),
  citations: t.connection(
    {
      type: PaperNode,
      description: 'The papers of the graph that it cites, the newest first.',
      args: paperListArgs,
      complexity: connectionComplexity,
      resolve: async ({ id }, args, { loaders }) =>
        paperConnection(await citedPapers(loaders, id, args.filter), args),
    },
    {
      description: 'The papers that a paper cites.',
      fields: (list) => ({ facets: list.field(facetsField) }),
    },
    { description: 'That a paper cites another one.' },
  ),
  citedBy: t.connection(
    {
      type: PaperNode,
      description: 'The papers of the graph that cite it, the newest first.',
      args: paperListArgs,
      complexity: connectionComplexity,
      resolve: async ({ id }, args, { loaders }) =>
        paperConnection(await papersOfNode(loaders, 'CITATION', id, args.filter), args),
    },
    { description: 'The papers that cite a paper.', fields: (list) => ({ facets: list.field(facetsField) }) },
    { description: 'That a paper is cited by another one.' },
  ),
}));
