import { oddsRatioOf } from '../../analysis/rising.ts';
import { builder } from '../builder.ts';
import { risingPairs, risingTopics, type Rise, type Risen } from '../rising.ts';
import { timeFilterArgs } from './interval.ts';
import { TopicNode } from './nodes.ts';
import { Period } from './period.ts';

type FieldBuilder<Shape> = PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Shape>;
type RisingTopic = Rise & { topic: string };
type RisingPair = Rise & { source: string; target: string };

const shareOf = (count: number, papers: number) => (papers === 0 ? 0 : count / papers);

const riseFields = <Shape extends Rise>(t: FieldBuilder<Shape>) => ({
  count: t.int({ description: 'How many papers of the window have it.', resolve: ({ count }) => count }),
  countBefore: t.int({
    description: 'How many papers of the time before have it.',
    resolve: ({ countBefore }) => countBefore,
  }),
  share: t.float({
    description: 'Its share of the papers of the window, from 0 to 1.',
    resolve: ({ count, papers }) => shareOf(count, papers),
  }),
  shareBefore: t.float({
    description: 'Its share of the papers of the time before, from 0 to 1.',
    resolve: ({ countBefore, papersBefore }) => shareOf(countBefore, papersBefore),
  }),
  growth: t.float({
    nullable: true,
    description: 'share/shareBefore, always above 1: 2 is twice the share. Null where none had it before.',
    resolve: ({ count, papers, countBefore, papersBefore }) =>
      countBefore === 0 ? null : shareOf(count, papers) / shareOf(countBefore, papersBefore),
  }),
  oddsRatio: t.float({
    description:
      'How many times the odds of a paper to have it are in the window those before, with ½ added to each of the four ' +
      'counts (Haldane 1956, Anscombe 1956), so that it is finite where none had it before.',
    resolve: (rise) => oddsRatioOf(rise, rise),
  }),
  logLikelihood: t.float({
    description:
      'G², the log-likelihood ratio against the same share in both times (Dunning 1993). By it the list is ordered: it is ' +
      'large for what grew much and for what many papers have.',
    resolve: ({ logLikelihood }) => logLikelihood,
  }),
  pValue: t.float({
    description:
      "How likely so many papers of the window or more would have it by chance: Fisher's exact test, one-sided.",
    resolve: ({ pValue }) => pValue,
  }),
  qValue: t.float({
    description:
      'The p-value corrected for how many were tested (Benjamini & Hochberg 1995): of all with a q of 0.05 or less, about ' +
      'one in 20 rose by chance.',
    resolve: ({ qValue }) => qValue,
  }),
});

const RisingTopic = builder.objectRef<RisingTopic>('RisingTopic').implement({
  description: 'That a topic has a larger share of the papers of a window than of those before.',
  fields: (t) => ({
    topic: t.field({ type: TopicNode, description: 'The topic.', resolve: ({ topic }) => topic }),
    ...riseFields(t),
  }),
});

const RisingPair = builder.objectRef<RisingPair>('RisingPair').implement({
  description: 'That two topics together have a larger share of the papers of a window than of those before.',
  fields: (t) => ({
    source: t.field({
      type: TopicNode,
      description: 'The one topic, which comes first by key.',
      resolve: ({ source }) => source,
    }),
    target: t.field({ type: TopicNode, description: 'The other one.', resolve: ({ target }) => target }),
    ...riseFields(t),
  }),
});

const comparisonFields = <Item>(t: FieldBuilder<Risen<Item>>) => ({
  paperCount: t.int({
    description: 'How many papers under the filter were published in the window.',
    resolve: ({ papers }) => papers,
  }),
  paperCountBefore: t.int({
    description: 'How many were published in the time before.',
    resolve: ({ papersBefore }) => papersBefore,
  }),
  tested: t.exposeInt('tested', {
    description:
      'How many were tested, whether they rise or not: all that `minCount` papers of the window have.',
  }),
});

// The query field has already counted how many items there are.
const COUNTED = { field: 1, multiplier: 1 };

const RisingTopics = builder.objectRef<Risen<RisingTopic>>('RisingTopics').implement({
  description: 'Topics that rise, and what they were chosen from.',
  fields: (t) => ({
    ...comparisonFields(t),
    topics: t.expose('items', {
      type: [RisingTopic],
      description: 'The most significant first; equally significant ones by count and key.',
      complexity: COUNTED,
    }),
  }),
});

const RisingPairs = builder.objectRef<Risen<RisingPair>>('RisingPairs').implement({
  description: 'Pairs of topics that rise, and what they were chosen from.',
  fields: (t) => ({
    ...comparisonFields(t),
    pairs: t.expose('items', {
      type: [RisingPair],
      description: 'The most significant first; equally significant ones by count and keys.',
      complexity: COUNTED,
    }),
  }),
});

const risingArgs = builder.args((t) => ({
  window: t.field({
    type: Period,
    required: true,
    description: 'The time that is looked at. Example: `{since: "2025-01-01"}`.',
  }),
  against: t.field({
    type: Period,
    description:
      'The time that it is compared with, which must not overlap it; all days before it by default.',
  }),
  ...timeFilterArgs,
  minCount: t.int({
    required: true,
    defaultValue: 3,
    description: 'Only those that so many papers of the window have, at least 1.',
  }),
  first: t.int({ required: true, defaultValue: 20, description: 'How many at most: 1 to 100.' }),
}));

builder.queryFields((t) => ({
  risingTopics: t.field({
    type: RisingTopics,
    description:
      'Which topics have a larger share of the papers of a window than of those before. Papers without a date are in ' +
      'neither. Example: `risingTopics(window: {since: "2025-01-01"}) { topics { topic { name } growth qValue } }`.',
    args: risingArgs,
    complexity: ({ first }) => ({ field: 20, multiplier: Math.max(1, first) }),
    resolve: (_root, args, context) => risingTopics(args, context),
  }),
  risingPairs: t.field({
    type: RisingPairs,
    description:
      'Which pairs of topics have a larger share of the papers of a window than of those before: what is newly combined. ' +
      'Example: `risingPairs(window: {since: "2025-01-01"}) { pairs { source { name } target { name } count countBefore } }`.',
    args: risingArgs,
    // It counts all pairs of all papers.
    complexity: ({ first }) => ({ field: 200, multiplier: Math.max(1, first) }),
    resolve: (_root, args, context) => risingPairs(args, context),
  }),
}));
