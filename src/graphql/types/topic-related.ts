import { builder } from '../builder.ts';
import { coOccurringConnection } from '../co-occurring.ts';
import { connectionComplexity, connectionOf } from '../connection.ts';
import { bestFirst, newestFirst } from '../orderings.ts';
import { connectionOfRelated } from '../related-by-topics.ts';
import { papersInCommon } from '../shared-papers.ts';
import { linkMeasureFields } from './link-measure-fields.ts';
import { LinkMeasure } from './network-options.ts';
import { PaperNode, TopicNode } from './nodes.ts';
import { PaperFilter } from './paper-filter.ts';

builder.objectFields(TopicNode, (t) => ({
  coOccurring: t.connection(
    {
      type: TopicNode,
      description:
        'The topics that its papers have beside it, the most frequent first, or the strongest link by another measure. ' +
        'Example: `coOccurring(measure: NPMI, first: 5) { edges { count npmi pValue node { name } } }`.',
      args: {
        measure: t.arg({
          type: LinkMeasure,
          required: true,
          defaultValue: 'COUNT',
          description: 'By what the topics are ordered.',
        }),
        filter: t.arg({
          type: PaperFilter,
          description: 'Only papers that pass it count, for all numbers; all papers by default.',
        }),
      },
      complexity: connectionComplexity,
      resolve: ({ key }, args, { loaders }) => coOccurringConnection(key, args, loaders),
    },
    { description: 'The topics that occur together with a topic.' },
    {
      description: 'That two topics occur together.',
      fields: (edge) => ({
        count: edge.exposeInt('paperCount', { description: 'How many papers have both topics.' }),
        ...linkMeasureFields(edge, {
          countsOf: ({ counts }) => counts,
          observedToExpectedOf: ({ observedToExpected }) => observedToExpected(),
        }),
        papers: edge.connection(
          {
            type: PaperNode,
            description: 'The papers under the filter that have both topics, the newest first.',
            complexity: connectionComplexity,
            resolve: ({ papers }, args) => connectionOf(papers(), args, newestFirst),
          },
          { description: 'The papers of two topics.' },
          { description: 'That a paper has two topics.' },
        ),
      }),
    },
  ),
  related: t.connection(
    {
      type: TopicNode,
      description:
        'The topics nearest to it by what their papers are about, the most related first: topics that occur together ' +
        'with it, and topics that occur with the same ones, such as two names of one thing that no paper has both of. ' +
        'Example: `related(first: 5) { edges { score paperCount node { name } } }`.',
      // It compares the topics of all papers, so it costs more than a look-up.
      complexity: (args) => ({ ...connectionComplexity(args), field: 10 }),
      resolve: async ({ key }, args, { loaders }) => {
        const projection = await loaders.topicsAroundTopic.load(key);
        const page = connectionOfRelated(projection, { kind: 'TOPIC', key }, args);
        const edges = page.edges.map((edge) => ({
          ...edge,
          papers: () => papersInCommon(projection, 'TOPIC', [key, edge.node]),
        }));
        return { ...page, edges };
      },
    },
    { description: 'The topics related to a topic.' },
    {
      description: 'That a topic is related to another one, and why.',
      fields: (edge) => ({
        score: edge.exposeFloat('score', {
          description:
            'How related it is, above 0 up to 1: the cosine of the two topic profiles. The profile of a topic is how many ' +
            'of its papers have each topic, itself included, times the inverse document frequency of that topic.',
        }),
        paperCount: edge.int({
          description: 'How many papers have both topics; 0 where they are related by other topics only.',
          resolve: ({ papers }) => papers().length,
        }),
        sharedTopics: edge.connection(
          {
            type: TopicNode,
            description:
              'The topics that papers of both have, with their parts of the score, the weightiest first; among them the two topics themselves where they occur together. ' +
              'The weights of all add up to the score.',
            complexity: connectionComplexity,
            resolve: ({ sharedTopics }, args) => connectionOf(sharedTopics(), args, bestFirst),
          },
          { description: 'The topics that two related topics share.' },
          {
            description: 'That two related topics share a topic.',
            fields: (shared) => ({
              weight: shared.exposeFloat('score', { description: 'Its part of the score.' }),
            }),
          },
        ),
      }),
    },
  ),
}));
