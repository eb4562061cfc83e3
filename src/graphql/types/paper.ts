import { SIGNALS } from '../../analysis/related.ts';
import type { Loaders } from '../../loaders/create-loaders.ts';
import { connectionComplexity, connectionOf } from '../connection.ts';
import { bestFirst, byKey } from '../orderings.ts';
import { OrgNode, PaperNode, RepoNode, TopicNode } from './nodes.ts';
import { RelatedReason, RelatednessSignal } from './related.ts';
import { TopicEvidence } from './topic-evidence.ts';

PaperNode.implement({
  description: 'A research paper, one node however many sources list it.',
  fields: (t) => ({
    arxivId: t.exposeString('arxivId', {
      nullable: true,
      description: 'Its arXiv id without version, such as `1706.03762`; null where no source tells.',
    }),
    title: t.exposeString('title', { description: 'The title as its source spells it.' }),
    abstract: t.exposeString('abstract', {
      description: 'The abstract as its source spells it; remains of LaTeX are kept.',
    }),
    publishedOn: t.expose('publishedOn', { type: 'Date', description: 'The day of its first publication.' }),
    authorCount: t.exposeInt('authorCount', {
      nullable: true,
      description: 'How many authors it has; null where the source names an org instead.',
    }),
    authorNames: t.exposeStringList('authorNames', {
      description: 'Its authors in order; empty where no source names them.',
    }),
    commentCount: t.exposeInt('commentCount', {
      nullable: true,
      description:
        'How many comments its Hugging Face page had when it was last read; null where there were none to see.',
    }),
    upvotes: t.exposeInt('upvotes', {
      nullable: true,
      description: 'How many upvotes its Hugging Face page had when it was last read; null where not told.',
    }),
    projectPage: t.exposeString('projectPage', {
      nullable: true,
      description: 'URL of a page about the paper that is no code repository.',
    }),
    keywords: t.stringList({
      description: 'The keywords that its sources give it; they are among its topics. Empty where none does.',
      resolve: ({ keywords }) => keywords.map(({ text }) => text),
    }),
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
          const edges = rows.map(({ repo, source }) => ({ node: repo, key: repo.url, source }));
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
        }),
      },
    ),
    related: t.connection(
      {
        type: PaperNode,
        description:
          'Other papers that share a topic or an org with it, the most related first, with the reasons. ' +
          'Example: `related(by: [TOPIC], first: 5) { edges { score node { title } } }`.',
        args: {
          by: t.arg({
            type: [RelatednessSignal],
            required: true,
            defaultValue: [...SIGNALS],
            description:
              'Which signals count: papers that share something by at least one of them are related. Example: `[TOPIC]`.',
          }),
        },
        // Each related paper is scored against all that shares something with it, so it costs more than a look-up.
        complexity: (args) => ({ ...connectionComplexity(args), field: 10 }),
        resolve: async ({ id }, args, { loaders }) => {
          const related = await loaders.relatedTo(args.by).load(id);
          const edges = related.map(({ id: key, score, reasons }) => ({ node: key, key, score, reasons }));
          const page = connectionOf(edges, args, bestFirst);
          return { ...page, edges: await Promise.all(page.edges.map((edge) => withPaper(edge, loaders))) };
        },
      },
      { description: 'The papers related to a paper.' },
      {
        description: 'That a paper is related to another one, and why.',
        fields: (edge) => ({
          score: edge.exposeFloat('score', {
            description:
              'How related it is, above 0 up to 1: the mean of the signals asked for, TOPIC weighted 3 to 1 against ' +
              'ORG. Each signal is the cosine of what both papers have, weighted by inverse document frequency.',
          }),
          reasons: edge.expose('reasons', {
            type: [RelatedReason],
            description: 'Why it is related, the strongest reason first.',
          }),
        }),
      },
    ),
  }),
});

async function withPaper<Edge extends { key: string }>(edge: Edge, loaders: Loaders) {
  return { ...edge, node: (await loaders.relatedPaper.load(edge.key)) ?? edge.key };
}
