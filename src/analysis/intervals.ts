import { dateOf, MS_PER_DAY } from './projection.ts';

/** The intervals of the calendar that papers are counted by. */
export const INTERVALS = ['MONTH', 'QUARTER', 'YEAR'] as const;
export type Interval = (typeof INTERVALS)[number];

const MONTHS: Record<Interval, number> = { MONTH: 1, QUARTER: 3, YEAR: 12 };
const DAYS_PER_MONTH = 365.2425 / 12;

/** The number of the interval that a day is in; that of 1970-01-01 has 0. Days count from then. */
export function intervalOf(day: number, interval: Interval): number {
  const guess = Math.floor(day / (DAYS_PER_MONTH * MONTHS[interval]));
  if (day < firstDayOf(guess, interval)) return guess - 1;
  return day < firstDayOf(guess + 1, interval) ? guess : guess + 1;
}

/** The first day of the interval of a number; the last one is that before the next interval. */
export function firstDayOf(number: number, interval: Interval): number {
  return Date.UTC(1970, number * MONTHS[interval]) / MS_PER_DAY;
}

/** How the interval of a number is written: `2024`, `2024-Q2`, `2024-05`. */
export function labelOf(number: number, interval: Interval): string {
  const [year = '', month = ''] = dateOf(firstDayOf(number, interval)).split('-');
  if (interval === 'YEAR') return year;
  return interval === 'MONTH' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** How many of some days each interval has, from the first one that has any to the last one; days are in no order. */
export function countByInterval(
  days: Int32Array,
  interval: Interval,
): { first: number; counts: Uint32Array } {
  if (days.length === 0) return { first: 0, counts: new Uint32Array(0) };
  let [least, most] = [Infinity, -Infinity];
  for (const day of days) {
    least = Math.min(least, day);
    most = Math.max(most, day);
  }
  const first = intervalOf(least, interval);
  const counts = new Uint32Array(intervalOf(most, interval) - first + 1);
  const starts = Int32Array.from({ length: counts.length + 1 }, (_, place) =>
    firstDayOf(first + place, interval),
  );
  const length = DAYS_PER_MONTH * MONTHS[interval];
  for (let index = 0; index < days.length; index += 1) {
    const day = days[index] as number;
    // Intervals are about equally long, so a guess is off by one at most.
    let place = Math.min(counts.length - 1, Math.max(0, Math.floor(day / length) - first));
    if (day < (starts[place] as number)) place -= 1;
    else if (day >= (starts[place + 1] as number)) place += 1;
    counts[place] = (counts[place] as number) + 1;
  }
  return { first, counts };
}
