import type { Measure, RelatedOrder as Order, Signal } from '../../analysis/related/question.ts';
import { builder } from '../builder.ts';
import { describedValues } from '../described-values.ts';
import { PaperFilter } from './paper-filter.ts';

const SIGNAL_DESCRIPTIONS: Record<Signal, string> = {
  TOPIC: 'They have topics in common; a topic that few papers have weighs more.',
  ORG: 'They come from the same org; an org with few papers weighs more.',
  AUTHOR: 'Somebody wrote both; somebody with few papers weighs more.',
  REPO: 'They have their code in the same repository.',
  CITATION:
    'One cites the other, or both cite the same; a paper that few cite weighs more (bibliographic coupling).',
  TEXT: 'Titles and abstracts speak of the same; rare words weigh more (BM25).',
};

export const RelatednessSignal = builder.enumType('RelatednessSignal', {
  description: 'Something that makes two papers related.',
  values: describedValues(SIGNAL_DESCRIPTIONS),
});

const COMMON = 'the papers and what the signals asked for link them to, as an undirected graph';

const MEASURE_DESCRIPTIONS: Record<Measure, string> = {
  SIMILARITY:
    'Σ w · similarity / Σ w over the signals, with w their weights: from 0 to 1. The similarity by a signal is the cosine ' +
    'of what two papers have, weighted by inverse document frequency, ln(1 + N / n), where n of N papers have it; of ' +
    'citations it is what each cites, and itself; of texts the BM25 weights of the 25 weightiest words.',
  ADAMIC_ADAR: `Σ 1 / ln deg z over the common neighbours z of two papers, of ${COMMON}. It may be above 1.`,
  RESOURCE_ALLOCATION: 'Σ 1 / deg z over the common neighbours of two papers.',
  COMMON_NEIGHBOURS: 'The number of common neighbours of two papers.',
  JACCARD: 'The number of common neighbours, divided by the number of all that either has.',
  PERSONALISED_PAGERANK:
    'How likely a walker is to be there who goes at random along links, and with 15 % begins anew at the papers asked for. ' +
    'It also finds papers that share nothing with them. Slow: it walks the whole graph, so few may be asked for at once.',
};

export const RelatednessMeasure = builder.enumType('RelatednessMeasure', {
  description: 'How it is measured how related two papers are.',
  values: describedValues(MEASURE_DESCRIPTIONS),
});

const ORDER_DESCRIPTIONS: Record<Order, string> = {
  RELEVANCE: 'The most related first.',
  NEWEST: 'The newest first, of one day the most related; those without a date last.',
  UPVOTES: 'The most upvoted first, of equal ones the most related; those without a count last.',
};

export const RelatedOrder = builder.enumType('RelatedOrder', {
  description: 'The order of related papers; those that are equal in it stand by id.',
  values: describedValues(ORDER_DESCRIPTIONS),
});

export const RelatednessWeights = builder.inputType('RelatednessWeights', {
  description:
    'How much each signal counts, from 0 on; only their ratios matter. Example: `{TEXT: 1, TOPIC: 3}`.',
  fields: (t) => ({
    TOPIC: t.float({ description: 'The weight of topics in common.' }),
    ORG: t.float({ description: 'The weight of orgs in common.' }),
    AUTHOR: t.float({ description: 'The weight of authors in common.' }),
    REPO: t.float({ description: 'The weight of repositories in common.' }),
    CITATION: t.float({ description: 'The weight of citations.' }),
    TEXT: t.float({ description: 'The weight of words in common.' }),
  }),
});

/** How papers are compared: the arguments of every field that gives related papers. */
export const comparisonArgs = builder.args((t) => ({
  by: t.field({
    type: [RelatednessSignal],
    description:
      'Which signals count: papers that share something by at least one of them are related. All by default, but TEXT ' +
      'with the measure SIMILARITY only. Example: `[TOPIC]`.',
  }),
  weights: t.field({
    type: RelatednessWeights,
    description: 'How much each signal counts, where not as by default. Only with the measure SIMILARITY.',
  }),
  measure: t.field({
    type: RelatednessMeasure,
    required: true,
    defaultValue: 'SIMILARITY',
    description: 'How it is measured how related papers are.',
  }),
  filter: t.field({ type: PaperFilter, description: 'Which papers may be listed; all of them by default.' }),
  orderBy: t.field({
    type: RelatedOrder,
    required: true,
    defaultValue: 'RELEVANCE',
    description: 'In which order; the most related first by default.',
  }),
}));
