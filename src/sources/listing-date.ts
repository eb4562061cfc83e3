import { isCalendarDate } from '../model/date.ts';

/** A date line: `Feb 28, 2024`, `May 4`, or `Feb 12, 2025 5` with a comment count behind it. */
export type ListingDate = {
  text: string;
  month: number;
  day: number;
  year: number | null;
  commentCount: number | null;
};

/** What tells the year of a page whose dates omit it; what is not known is undefined. */
export type PageYear = { listedOn: string | undefined; newestYear: number | undefined };

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

/** What the dates of a page and the day it was listed on tell of the year that its dates omit. */
export function pageYearOf(dates: readonly ListingDate[], listedOn: string | undefined): PageYear {
  const newestYear = dates.reduce((newest, { year }) => Math.max(newest, year ?? 0), 0);
  return { listedOn, newestYear: newestYear === 0 ? undefined : newestYear };
}

/**
 * The day of a date line as `YYYY-MM-DD`, or the reason why it has none. A page omits the year of the current year
 * only: it is told by the day of the listing, by the paper's arXiv id (which holds year and month), or by the year
 * after that of the newest dated paper.
 */
export function dayOfListing(
  date: ListingDate,
  arxivId: string | null,
  page: PageYear,
): { publishedOn: string } | { reason: string } {
  const year = date.year ?? omittedYear(date.month, arxivId, page);
  if (year === null) {
    return {
      reason: `expected a year, but got "${date.text}", and no other record tells it: say when the page was listed (--listed-on YYYY-MM-DD)`,
    };
  }
  const pad = (part: number, length: number) => String(part).padStart(length, '0');
  const day = `${pad(year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
  return isCalendarDate(day)
    ? { publishedOn: day }
    : { reason: `expected a day that the calendar has, but got "${date.text}"` };
}

function omittedYear(
  month: number,
  arxivId: string | null,
  { listedOn, newestYear }: PageYear,
): number | null {
  if (listedOn !== undefined) return Number(listedOn.slice(0, 4));
  const [, idYear, idMonth] = /^(\d\d)(\d\d)\./.exec(arxivId ?? '') ?? [];
  if (idYear !== undefined && idMonth !== undefined) {
    // What is sent in at the end of a month may get an id of the next month, but never of one before.
    return 2000 + Number(idYear) - (month > Number(idMonth) ? 1 : 0);
  }
  return newestYear === undefined ? null : newestYear + 1;
}

function isShortName(name: string, full: string): boolean {
  return name === full.slice(0, 3) || (name === 'sept' && full === 'september');
}
