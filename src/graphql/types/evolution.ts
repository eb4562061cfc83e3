import { PapergraphError } from '../../errors.ts';
import { builder } from '../builder.ts';
import { checkRange } from '../check-range.ts';
import { evolutionLinks, periodsOf, type EvolutionPeriod as PeriodInEvolution } from '../evolution.ts';
import { firstComplexity, firstOf } from '../first-of.ts';
import { EvolutionLink, EvolutionPeriod } from './evolution-parts.ts';
import { checkNetworkArgs, networkArgs } from './network-args.ts';
import { checkPeriod, Period, type PeriodInput } from './period.ts';

const [FEWEST_PERIODS, MOST_PERIODS] = [2, 12];
const [FEWEST_TOPICS, MOST_TOPICS] = [2, 500];
const MOST_LINKS = 500;

const Evolution = builder.objectRef<{ periods: PeriodInEvolution[] }>('Evolution').implement({
  description:
    'How themes came, split, merged and went: what an alluvial diagram, or thematic evolution map, is drawn from (Cobo, ' +
    'López-Herrera, Herrera-Viedma & Herrera 2011).',
  fields: (t) => ({
    periods: t.expose('periods', {
      type: [EvolutionPeriod],
      description: 'The periods, in the order given.',
      complexity: { field: 1, multiplier: MOST_PERIODS },
    }),
    links: t.field({
      type: [EvolutionLink],
      description:
        'The links between themes of consecutive periods, those of most topics in common first, then those of the highest ' +
        'inclusion. They may name themes beyond the `first` of a period.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: 100,
          description: `How many at most: 1 to ${MOST_LINKS}.`,
        }),
      },
      complexity: firstComplexity,
      resolve: async ({ periods }, { first }) => firstOf(await evolutionLinks(periods), first, MOST_LINKS),
    }),
  }),
});

builder.queryField('evolution', (t) =>
  t.field({
    type: Evolution,
    description:
      'How the themes of papers evolve over periods: in each the topics of most papers are clustered by how they occur ' +
      'together, and clusters of consecutive periods are linked by the topics that they have in common. Example: ' +
      '`evolution(periods: [{until: "2023-12-31"}, {since: "2024-01-01"}]) { periods { themes { key label topicCount } } ' +
      'links { source target sharedTopicCount } }`.',
    args: {
      periods: t.arg({
        type: [Period],
        required: true,
        description: `The periods, the earliest first: ${FEWEST_PERIODS} to ${MOST_PERIODS}. They may overlap.`,
      }),
      top: t.arg.int({
        required: true,
        defaultValue: 50,
        description: `How many topics at most in each period, those of most papers: ${FEWEST_TOPICS} to ${MOST_TOPICS}.`,
      }),
      ...networkArgs,
    },
    // What the largest networks take makes them dear, whatever is asked of them.
    complexity: ({ periods, top }) => ({
      field: Math.min(periods.length, MOST_PERIODS) * (50 + 5 * Math.max(0, top)),
      multiplier: 1,
    }),
    resolve: async (_root, { periods, ...args }, context) => {
      checkPeriods(periods);
      checkRange('top', args.top, [FEWEST_TOPICS, MOST_TOPICS]);
      checkNetworkArgs(args);
      return { periods: await periodsOf(periods, { ...args, among: null }, context) };
    },
  }),
);

function checkPeriods(periods: readonly PeriodInput[]): void {
  if (periods.length < FEWEST_PERIODS || periods.length > MOST_PERIODS) {
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected ${FEWEST_PERIODS} to ${MOST_PERIODS} "periods", but got ${periods.length}.`,
    );
  }
  for (const [number, period] of periods.entries()) checkPeriod(`periods[${number}]`, period);
}
