import { builder } from '../builder.ts';
import { connectionComplexity, connectionOf } from '../connection.ts';
import { bestFirst, newestFirst } from '../orderings.ts';
import { connectionOfRelated } from '../related-by-topics.ts';
import { connectionOfSharedPapers } from '../shared-papers.ts';
import { OrgNode, PaperNode, TopicNode } from './nodes.ts';

builder.objectFields(OrgNode, (t) => ({
  related: t.connection(
    {
      type: OrgNode,
      description:
        'The orgs whose papers are about the same topics, the most related first. ' +
        'Example: `related(first: 5) { edges { score node { name } sharedTopics(first: 3) { edges { weight node { name } } } } }`.',
      // It compares the topics of all papers, so it costs more than a look-up.
      complexity: (args) => ({ ...connectionComplexity(args), field: 10 }),
      resolve: async ({ slug }, args, { loaders }) =>
        connectionOfRelated(await loaders.topicsAroundOrg.load(slug), { kind: 'ORG', key: slug }, args),
    },
    { description: 'The orgs related to an org.' },
    {
      description: 'That an org is related to another one, and why.',
      fields: (edge) => ({
        score: edge.exposeFloat('score', {
          description:
            'How related it is, above 0 up to 1: the cosine of the two topic profiles. The profile of an org is how many ' +
            'of its papers have each topic, times the inverse document frequency of that topic.',
        }),
        sharedTopics: edge.connection(
          {
            type: TopicNode,
            description:
              'The topics that papers of both have, with their parts of the score, the weightiest first. ' +
              'The weights of all add up to the score.',
            complexity: connectionComplexity,
            resolve: ({ sharedTopics }, args) => connectionOf(sharedTopics(), args, bestFirst),
          },
          { description: 'The topics that two related orgs share.' },
          {
            description: 'That two related orgs share a topic.',
            fields: (shared) => ({
              weight: shared.exposeFloat('score', { description: 'Its part of the score.' }),
            }),
          },
        ),
      }),
    },
  ),
  collaborators: t.connection(
    {
      type: OrgNode,
      description: 'The orgs that papers come from together with it, those with most papers first.',
      complexity: connectionComplexity,
      resolve: async ({ slug }, args, { loaders }) =>
        connectionOfSharedPapers(await loaders.aroundOrg.load(slug), { kind: 'ORG', key: slug }, args),
    },
    { description: 'The collaborators of an org.' },
    {
      description: 'That papers come from two orgs together.',
      fields: (edge) => ({
        paperCount: edge.exposeInt('paperCount', { description: 'How many papers come from both.' }),
        newestOn: edge.field({
          type: 'Date',
          nullable: true,
          description: 'The day of the newest of these papers; null where none has a date.',
          resolve: ({ papers }) => papers()[0]?.node.publishedOn ?? null,
        }),
        papers: edge.connection(
          {
            type: PaperNode,
            description: 'The papers that come from both, the newest first.',
            complexity: connectionComplexity,
            resolve: ({ papers }, args) => connectionOf(papers(), args, newestFirst),
          },
          { description: 'The papers of two orgs.' },
          { description: 'That a paper comes from two orgs.' },
        ),
      }),
    },
  ),
}));
