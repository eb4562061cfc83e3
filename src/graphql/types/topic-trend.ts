import { firstDayOf, labelOf, type Interval as IntervalName } from '../../analysis/intervals.ts';
import { dateOf } from '../../analysis/projection.ts';
import { sinceFirstPaper } from '../../analysis/trend.ts';
import { builder } from '../builder.ts';
import { checkLength, MOST_INTERVALS, topicSeries } from '../topic-series.ts';
import { Interval, INTERVALS_OF_TEN_YEARS, timeFilterArgs } from './interval.ts';
import { TopicNode } from './nodes.ts';

/** What a topic has in the interval of a number. */
type TrendPoint = { interval: IntervalName; number: number; count: number; paperCount: number };

const TrendPoint = builder.objectRef<TrendPoint>('TrendPoint').implement({
  description: 'How many papers of an interval have a topic.',
  fields: (t) => ({
    label: t.string({
      description: 'The interval as it is written on an axis: `2024`, `2024-Q2`, `2024-05`.',
      resolve: ({ number, interval }) => labelOf(number, interval),
    }),
    since: t.field({
      type: 'Date',
      description: 'Its first day.',
      resolve: ({ number, interval }) => dateOf(firstDayOf(number, interval)),
    }),
    until: t.field({
      type: 'Date',
      description: 'Its last day.',
      resolve: ({ number, interval }) => dateOf(firstDayOf(number + 1, interval) - 1),
    }),
    count: t.exposeInt('count', { description: 'How many papers published in it have the topic.' }),
    paperCount: t.exposeInt('paperCount', {
      description: 'How many papers under the filter were published in it.',
    }),
    share: t.float({
      description: 'count/paperCount, from 0 to 1; 0 where there is no paper.',
      resolve: ({ count, paperCount }) => (paperCount === 0 ? 0 : count / paperCount),
    }),
  }),
});

builder.objectFields(TopicNode, (t) => ({
  trend: t.field({
    type: [TrendPoint],
    description:
      'How many papers have it by interval of publication, without gaps: from the first interval in which a paper under the ' +
      'filter has it to the last one of the papers under the filter. Papers without a date are in none. ' +
      `At most ${MOST_INTERVALS.toLocaleString('en')} intervals. Example: \`trend(interval: YEAR) { label count share }\`.`,
    args: {
      interval: t.arg({
        type: Interval,
        required: true,
        defaultValue: 'QUARTER',
        description: 'By what papers are counted.',
      }),
      ...timeFilterArgs,
    },
    complexity: ({ interval }) => ({ field: 1, multiplier: INTERVALS_OF_TEN_YEARS[interval] }),
    resolve: async ({ key }, args, { loaders }) => {
      const series = sinceFirstPaper(await topicSeries(key, args, loaders));
      checkLength(series);
      const { interval, first, counts, paperCounts } = series;
      return Array.from(counts, (count, place) => ({
        interval,
        number: first + place,
        count,
        paperCount: paperCounts[place] ?? 0,
      }));
    },
  }),
}));
