import { builder } from '../builder.ts';
import type {
  EvolutionLink as LinkInEvolution,
  EvolutionPeriod as PeriodInEvolution,
  PeriodTheme as ThemeInEvolution,
} from '../evolution.ts';
import { firstComplexity, firstOf } from '../first-of.ts';
import { Quadrant } from './network-options.ts';
import { TopicNode } from './nodes.ts';

const MOST_LISTED = 100;

const EvolutionTheme = builder.objectRef<ThemeInEvolution>('EvolutionTheme').implement({
  description: 'A theme of a period: a cluster of the topics that occur together in its papers.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description:
        'Names it within this answer, as links do: `0.3` is the fourth theme of the first period. Another answer may call ' +
        'another theme so.',
    }),
    label: t.exposeString('label', { description: 'The name of its topic of most papers.' }),
    topicCount: t.int({
      description: 'How many topics it has: its height in an alluvial diagram.',
      resolve: ({ topics }) => topics.length,
    }),
    topics: t.field({
      type: [TopicNode],
      description: 'Its topics, those of most papers of the period first.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: 5,
          description: `How many at most: 1 to ${MOST_LISTED}.`,
        }),
      },
      complexity: firstComplexity,
      resolve: ({ topics }, { first }) => firstOf(topics, first, MOST_LISTED),
    }),
    occurrences: t.exposeInt('occurrences', {
      description: 'The sum over its topics of how many papers of the period have each.',
    }),
    centrality: t.exposeFloat('centrality', {
      description:
        '10 × the sum of the equivalence indices of the links from its topics to others of the period: how much it is linked ' +
        'to other themes (Callon, Courtial & Laville 1991).',
    }),
    density: t.exposeFloat('density', {
      description:
        '100 × the sum of the equivalence indices of the links among its topics, divided by how many topics it has: how much ' +
        'it holds together.',
    }),
    quadrant: t.expose('quadrant', {
      type: Quadrant,
      description: 'Where it stands in the strategic diagram of the period.',
    }),
  }),
});

export const EvolutionPeriod = builder.objectRef<PeriodInEvolution>('EvolutionPeriod').implement({
  description: 'A period, and the themes of its papers.',
  fields: (t) => ({
    since: t.expose('since', {
      type: 'Date',
      nullable: true,
      description: 'Its first day, as it was given.',
    }),
    until: t.expose('until', { type: 'Date', nullable: true, description: 'Its last day, as it was given.' }),
    paperCount: t.int({
      description: 'How many papers under the filter were published in it.',
      resolve: ({ network }) => network.network.paperCount,
    }),
    themeCount: t.int({
      description: 'How many themes it has.',
      resolve: async ({ themes }) => (await themes()).length,
    }),
    themes: t.field({
      type: [EvolutionTheme],
      description: 'Its themes, those of most topics first.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: 10,
          description: `How many at most: 1 to ${MOST_LISTED}.`,
        }),
      },
      complexity: firstComplexity,
      resolve: async ({ themes }, { first }) => firstOf(await themes(), first, MOST_LISTED),
    }),
  }),
});

export const EvolutionLink = builder.objectRef<LinkInEvolution>('EvolutionLink').implement({
  description: 'A theme that goes on in one of the next period: they have topics in common.',
  fields: (t) => ({
    source: t.exposeString('source', { description: 'The `key` of the theme of the earlier period.' }),
    target: t.exposeString('target', { description: 'The `key` of the theme of the later period.' }),
    inclusion: t.exposeFloat('inclusion', {
      description:
        'The inclusion index |A∩B| / min(|A|, |B|) of their topics, above 0: 1 where one of the two is part of the other.',
    }),
    stability: t.exposeFloat('stability', {
      description:
        'The stability index |A∩B| / |A∪B| of their topics (Jaccard), above 0: 1 where they have the same ones.',
    }),
    sharedTopicCount: t.int({
      description: 'How many topics both have: its width in an alluvial diagram.',
      resolve: ({ shared }) => shared.length,
    }),
    sharedTopics: t.field({
      type: [TopicNode],
      description: 'The topics that both have, those of most papers of the earlier period first.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: 5,
          description: `How many at most: 1 to ${MOST_LISTED}.`,
        }),
      },
      complexity: firstComplexity,
      resolve: ({ shared }, { first }) => firstOf(shared, first, MOST_LISTED),
    }),
  }),
});
