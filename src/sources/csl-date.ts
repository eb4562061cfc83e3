import { z } from 'zod';
import { partialDate } from '../model/date.ts';

const textOrNumber = z.union([z.string(), z.number()]).nullish();

/** A date of CSL: its parts (two lists for a span), a text, or both; newer items give the text alone. */
export const cslDate = z.union(
  [
    z.string(),
    z.looseObject({
      'date-parts': z.array(z.array(textOrNumber)).nullish(),
      raw: z.string().nullish(),
      literal: z.string().nullish(),
      edtf: z.string().nullish(),
    }),
  ],
  'expected a date as text or {"date-parts": [[2017, 6, 12]]}',
);

/** The day, month or year of a date of CSL, as exactly as it is told; of a span, its first. Null where it tells none. */
export function dateOfCsl(date: z.infer<typeof cslDate> | null | undefined): string | null {
  if (date === null || date === undefined) return null;
  if (typeof date === 'string') return dateInText(date);
  const texts = [date.raw, date.edtf, date.literal].map((text) => dateInText(text ?? ''));
  return dateOfParts(date['date-parts']?.[0] ?? []) ?? texts.find((text) => text !== null) ?? null;
}

function dateInText(text: string): string | null {
  const parts = /^\s*(\d{4})(?:[-/](\d{1,2})(?!\d)(?:[-/](\d{1,2})(?!\d))?)?/.exec(text);
  if (parts !== null) return dateOfParts(parts.slice(1));
  // `12 June 2017` and the like: nobody doubts the year.
  const years = text.match(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g) ?? [];
  return years.length === 1 ? (years[0] ?? null) : null;
}

/** What is no day of the calendar, such as month 21 for a season, leaves the month or year before it. */
function dateOfParts([year, month, day]: readonly (string | number | null | undefined)[]): string | null {
  const yyyy = String(year ?? '').padStart(4, '0');
  const mm = String(month ?? '').padStart(2, '0');
  const dd = String(day ?? '').padStart(2, '0');
  const dates = [`${yyyy}-${mm}-${dd}`, `${yyyy}-${mm}`, yyyy];
  return dates.find((date) => yyyy !== '0000' && partialDate.safeParse(date).success) ?? null;
}
