import { findBursts } from '../../analysis/bursts.ts';
import { firstDayOf } from '../../analysis/intervals.ts';
import { dateOf } from '../../analysis/projection.ts';
import type { Series } from '../../analysis/trend.ts';
import { PapergraphError } from '../../errors.ts';
import { builder } from '../builder.ts';
import { checkLength, topicSeries } from '../topic-series.ts';
import { Interval, timeFilterArgs } from './interval.ts';
import { TopicNode } from './nodes.ts';

type TopicBurst = { since: string; until: string; weight: number; count: number; paperCount: number };

const TopicBurst = builder.objectRef<TopicBurst>('TopicBurst').implement({
  description: 'A time in which markedly more papers than else have a topic.',
  fields: (t) => ({
    since: t.expose('since', { type: 'Date', description: 'The first day of its first interval.' }),
    until: t.expose('until', { type: 'Date', description: 'The last day of its last interval.' }),
    weight: t.exposeFloat('weight', {
      description:
        'How strong it is: by how much its intervals fit the share of a burst better than the share over all, in units ' +
        'of ln of the likelihood.',
    }),
    count: t.exposeInt('count', { description: 'How many papers published in it have the topic.' }),
    paperCount: t.exposeInt('paperCount', {
      description: 'How many papers under the filter were published in it.',
    }),
  }),
});

builder.objectFields(TopicNode, (t) => ({
  bursts: t.field({
    type: [TopicBurst],
    description:
      "When it burst, the earliest first: Kleinberg's automaton of two states over batches (Kleinberg 2003). Its batches " +
      'are all intervals from the first to the last in which a paper under the filter was published. Interval t has d ' +
      'papers, r of them with the topic. p₀ = Σr/Σd, and p₁ = min(s·p₀, 0.99999). State i costs ' +
      '−ln(C(d, r)·pᵢʳ·(1−pᵢ)ᵈ⁻ʳ), going from state 0 up to 1 costs γ·ln n for n intervals, and going down nothing. The ' +
      'cheapest path begins in state 0; its runs of state 1 are the bursts. Example: `bursts { since until weight }`.',
    args: {
      interval: t.arg({
        type: Interval,
        required: true,
        defaultValue: 'MONTH',
        description: 'What a batch is.',
      }),
      s: t.arg.float({
        required: true,
        defaultValue: 2,
        description: 'How many times as frequent it is in a burst as over all, above 1.',
      }),
      gamma: t.arg.float({
        required: true,
        defaultValue: 1,
        description: 'γ, how hard it is to begin a burst, at least 0: the higher, the fewer bursts.',
      }),
      ...timeFilterArgs,
    },
    complexity: { field: 5, multiplier: 10 },
    resolve: async ({ key }, args, { loaders }) => {
      checkOptions(args);
      const series = await topicSeries(key, args, loaders);
      checkLength(series);
      return burstsOf(series, args);
    },
  }),
}));

function checkOptions({ s, gamma }: { s: number; gamma: number }): void {
  if (!(s > 1)) throw new PapergraphError('BAD_USER_INPUT', `Expected "s" above 1, but got ${s}.`);
  if (gamma >= 0) return;
  throw new PapergraphError('BAD_USER_INPUT', `Expected "gamma" of 0 or more, but got ${gamma}.`);
}

function burstsOf(
  { interval, first, counts, paperCounts }: Series,
  options: { s: number; gamma: number },
): TopicBurst[] {
  const sumOf = (values: Uint32Array) => values.reduce((sum, value) => sum + value, 0);
  return findBursts(counts, paperCounts, options).map(({ from, to, weight }) => ({
    since: dateOf(firstDayOf(first + from, interval)),
    until: dateOf(firstDayOf(first + to + 1, interval) - 1),
    weight,
    count: sumOf(counts.subarray(from, to + 1)),
    paperCount: sumOf(paperCounts.subarray(from, to + 1)),
  }));
}
