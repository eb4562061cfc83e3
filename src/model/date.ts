import { z } from 'zod';

/** Whether a text is a day that the calendar has, as `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

/** A day as `YYYY-MM-DD`: it compares and sorts as text. */
export const calendarDate = z.iso.date('expected a day as YYYY-MM-DD');
