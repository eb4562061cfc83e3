import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstDayOf,
  intervalOf,
  INTERVALS,
  labelOf,
  type Interval,
} from '../../../src/analysis/intervals.ts';
import { matchingPapers } from '../../../src/analysis/matching-papers.ts';
import { dateOfDay, dayOf } from '../../../src/analysis/projection.ts';
import { seriesOf, sinceFirstPaper } from '../../../src/analysis/trend.ts';
import { projectionOf } from '../../support/projection-facts.ts';

/** The interval of a date as one would read it off. */
function labelOfDate(date: string, interval: Interval): string {
  const [year = '', month = ''] = date.split('-');
  if (interval === 'YEAR') return year;
  return interval === 'MONTH' ? `${year}-${month}` : `${year}-Q${Math.floor((Number(month) + 2) / 3)}`;
}

const datesBetween = (first: string, last: string) =>
  fc.integer({ min: dayOf(first), max: dayOf(last) }).map((day) => dateOfDay(day) ?? '');
const dates = datesBetween('0001-01-01', '9999-12-31');
const recentDates = datesBetween('1950-01-01', '2030-12-31');

describe('intervals', () => {
  it.each(INTERVALS)('of %s hold the days that their label says, from the first to the last', (interval) => {
    fc.assert(
      fc.property(dates, (date) => {
        const number = intervalOf(dayOf(date), interval);
        expect(labelOf(number, interval)).toBe(labelOfDate(date, interval));
        const first = firstDayOf(number, interval);
        expect(labelOfDate(dateOfDay(first) ?? '', interval)).toBe(labelOf(number, interval));
        expect(labelOfDate(dateOfDay(first - 1) ?? '', interval)).not.toBe(labelOf(number, interval));
      }),
    );
  });
});

describe('a series', () => {
  it('counts the papers of each interval, without gaps, from the first one to the last', () => {
    const projection = projectionOf([
      { id: 'a', publishedOn: '2023-12-31', topics: ['x'] },
      { id: 'b', publishedOn: '2024-01-01', topics: ['y'] },
      { id: 'c', publishedOn: '2024-06-30', topics: ['y', 'x'] },
      { id: 'd', publishedOn: '2024-07-01', topics: ['x'] },
      { id: 'e', publishedOn: null, topics: ['x', 'y'] },
    ]);
    const set = matchingPapers(projection, { all: [] });
    const series = seriesOf(projection, set, 'TOPIC', 'y', 'QUARTER');
    expect(labelOf(series.first, 'QUARTER')).toBe('2023-Q4');
    expect([...series.paperCounts]).toEqual([1, 1, 1, 1]);
    expect([...series.counts]).toEqual([0, 1, 1, 0]);
    const trend = sinceFirstPaper(series);
    expect(labelOf(trend.first, 'QUARTER')).toBe('2024-Q1');
    expect([...trend.counts]).toEqual([1, 1, 0]);
    expect(sinceFirstPaper(seriesOf(projection, set, 'TOPIC', 'none', 'YEAR')).counts).toHaveLength(0);
  });

  it.each(INTERVALS)('by %s counts the same as reading every date does', (interval) => {
    const paper = fc.record({ date: fc.option(recentDates, { freq: 5 }), hasTopic: fc.boolean() });
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 12 }), (papers) => {
        const projection = projectionOf(
          papers.map(({ date, hasTopic }, index) => ({
            id: `p${index}`,
            publishedOn: date,
            topics: hasTopic ? ['t'] : ['u'],
          })),
        );
        const set = matchingPapers(projection, { all: [] });
        const { first, counts, paperCounts } = seriesOf(projection, set, 'TOPIC', 't', interval);
        const counted = (onlyTopic: boolean) => {
          const found: Record<string, number> = {};
          for (const { date, hasTopic } of papers) {
            if (date === null || (onlyTopic && !hasTopic)) continue;
            const label = labelOfDate(date, interval);
            found[label] = (found[label] ?? 0) + 1;
          }
          return found;
        };
        const shown = (values: Uint32Array) =>
          Object.fromEntries(
            [...values]
              .map((count, place) => [labelOf(first + place, interval), count])
              .filter(([, n]) => n !== 0),
          );
        expect(shown(counts)).toEqual(counted(true));
        expect(shown(paperCounts)).toEqual(counted(false));
        expect([paperCounts[0], paperCounts.at(-1)]).not.toContain(0);
      }),
      { numRuns: 50 },
    );
  });
});
