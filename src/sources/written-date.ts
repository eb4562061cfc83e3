import { partialDate } from '../model/date.ts';

/** The names of the months in English and small letters. */
export const MONTHS: readonly string[] =
  'january february march april may june july august september october november december'.split(' ');
const MONTH_NAME = new RegExp(
  String.raw`(?<!\p{L})(?:${MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|sept)(?!\p{L})`,
  'giu',
);
const YEAR_FIRST = /(?<!\d)(\d{4})(?!\d)(?:[-/](\d{1,2})(?!\d)(?:[-/](\d{1,2})(?!\d))?)?/;

/**
 * The date that people wrote as `2017-06-12`, `2017/6/2`, `2017/06//`, `12 June 2017`, `June 2017` or `c. 2017`, as far
 * as it can be told for sure: of a span of months only the year is. Null where there is no year.
 */
export function parseWrittenDate(text: string): string | null {
  const match = YEAR_FIRST.exec(text);
  if (match?.[1] === undefined) return null;
  const [found, year, month, day] = match;
  return month === undefined
    ? dateOf(year, text.replace(found, ' '))
    : exactest(year, Number(month), day === undefined ? null : Number(day));
}

/** The date of a year, a month by name or number, and a day, which may be empty or stand beside the month's name. */
export function dateOf(year: string, monthText: string, dayText = ''): string | null {
  const monthNumber = /^\s*(\d{1,2})\s*$/.exec(monthText)?.[1];
  const names = new Set(monthText.match(MONTH_NAME)?.map((name) => name.slice(0, 3).toLowerCase()));
  const [name] = names;
  const numbers = `${monthNumber === undefined ? monthText : ''} ${dayText}`.match(/\d+/g) ?? [];
  if (names.size > 1) return exactest(year, null, null);
  const month = name === undefined ? monthNumber : MONTHS.findIndex((full) => full.startsWith(name)) + 1;
  return exactest(
    year,
    month === undefined ? null : Number(month),
    numbers.length === 1 ? Number(numbers[0]) : null,
  );
}

function exactest(year: string, month: number | null, day: number | null): string | null {
  const pad = (part: number) => String(part).padStart(2, '0');
  const withMonth = month === null ? [] : [`${year}-${pad(month)}`];
  const withDay = month === null || day === null ? [] : [`${year}-${pad(month)}-${pad(day)}`];
  const dates = [...withDay, ...withMonth, year];
  return dates.find((date) => partialDate.safeParse(date).success) ?? null;
}
