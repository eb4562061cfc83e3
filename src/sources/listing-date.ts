import { isCalendarDate } from '../model/date.ts';

/** A date line: `Feb 28, 2024`, `May 4`, or `Feb 12, 2025 5` with a comment count behind it. */
export type ListingDate = {
  text: string;
  month: number;
  day: number;
  year: number | null;
  commentCount: number | null;
};

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const DATE_LINE = /^([A-Z][a-z]{2,8})\.? (\d{1,2})(?:, ?(\d{4}))?(?: (\d[\d,]*))?$/;

/** Reads a date line; null where the line is something else. Whether the calendar has the day is told later. */
export function parseListingDate(line: string): ListingDate | null {
  const match = DATE_LINE.exec(line);
  if (match === null) return null;
  const [, name = '', day, year, comments] = match;
  const month =
    MONTHS.findIndex((full) => full === name.toLowerCase() || isShortName(name.toLowerCase(), full)) + 1;
  if (month === 0) return null;
  return {
    text: line,
    month,
    day: Number(day),
    year: year === undefined ? null : Number(year),
    commentCount: comments === undefined ? null : Number(comments.replaceAll(',', '')),
  };
}

/** Whether a line was meant as a date though it can't be read as one: it is short and holds a number. */
export function looksLikeDate(line: string): boolean {
  return line.length <= 30 && /\d/.test(line) && !/\bauthors?\b/.test(line) && !/[.?!:]$/.test(line);
}

/** The day as `YYYY-MM-DD`, or null where the calendar has no such day. `year` stands in where the line has none. */
export function dayOf(date: ListingDate, year: number): string | null {
  const pad = (part: number, length: number) => String(part).padStart(length, '0');
  const day = `${pad(date.year ?? year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
  return isCalendarDate(day) ? day : null;
}

/**
 * The year that a page left out. A page omits the year of the current year only, so it is from the year after its
 * newest dated paper, unless the day of the listing is known. Null where neither tells.
 */
export function omittedYear(dates: readonly ListingDate[], listedOn: string | undefined): number | null {
  if (listedOn !== undefined) return Number(listedOn.slice(0, 4));
  const years = dates.flatMap(({ year }) => (year === null ? [] : [year]));
  return years.length === 0 ? null : Math.max(...years) + 1;
}

function isShortName(name: string, full: string): boolean {
  return name === full.slice(0, 3) || (name === 'sept' && full === 'september');
}
