import { z } from 'zod';

/** Whether a text is a day that the calendar has, as `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

/** A day as `YYYY-MM-DD`: it compares and sorts as text. */
export const calendarDate = z.iso.date('expected a day as YYYY-MM-DD');

/** A day, month or year as far as a source knows it: `2017-06-12`, `2017-06` or `2017`. */
export const partialDate = z
  .string()
  .refine((text) => isCalendarDate(firstDayOf(text)), 'expected a date as YYYY-MM-DD, YYYY-MM or YYYY');

/** How exactly a date is known. */
export const DATE_PRECISIONS = ['DAY', 'MONTH', 'YEAR'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** The first day of a day, month or year: `2017` begins on `2017-01-01`. */
export function firstDayOf(date: string): string {
  return date + '-01-01'.slice(date.length - 'YYYY'.length);
}

/** How exactly a partial date tells its day. */
export function precisionOf(date: string): DatePrecision {
  return date.length > 'YYYY-MM'.length ? 'DAY' : date.length > 'YYYY'.length ? 'MONTH' : 'YEAR';
}

/** A moment in UTC to the millisecond, such as `2026-05-08T09:30:00.000Z`: it compares and sorts as text. */
export const timestamp = z
  .union([calendarDate, z.iso.datetime({ offset: true })], {
    error: 'expected a moment as YYYY-MM-DDThh:mm:ssZ or a day as YYYY-MM-DD',
  })
  .transform((text) => new Date(text).toISOString());
