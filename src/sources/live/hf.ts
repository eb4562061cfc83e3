import { z } from 'zod';
import { isCalendarDate } from '../../model/date.ts';
import { parseArxivId } from '../../model/paper-ids.ts';
import { badPlace, getPage, readJson, serviceUrl, singlePage } from './pages.ts';
import type { LiveAccess, LivePage, LiveQuery } from './pages.ts';
import { badQuery } from './query-text.ts';

const EXPECTED = ['hf:YYYY-MM-DD', 'hf:YYYY-MM-DD..YYYY-MM-DD (both included)', 'hf:ARXIV-ID'];
const MAX_DAYS = 366;
const DAY_MS = 24 * 60 * 60 * 1000;
// The service gives 50 papers of a day unless it is asked for more, and never more than 100 at a time.
const PAGE_SIZE = 100;
// More than any day had; it ends the reading where a mirror gives the same page for any number.
const MAX_PAGES_A_DAY = 10;

/**
 * Reads a query for Hugging Face's Daily Papers, a day, a range of at most 366 days or one paper. A range has a page a
 * day (more where a day has a hundred papers); `next` is a day, or `DAY:PAGE` within one.
 */
export function parseHfQuery(rest: string): LiveQuery {
  const [from = '', to = from, ...more] = rest.split('..');
  if (more.length === 0 && isCalendarDate(from) && isCalendarDate(to)) {
    if (from > to) throw badQuery('hf', rest, EXPECTED, 'the first day comes first');
    if (daysBetween(from, to) >= MAX_DAYS) throw badQuery('hf', rest, EXPECTED, `at most ${MAX_DAYS} days`);
    return {
      name: `hf:${rest}`,
      format: 'hf-daily',
      pages: (access, place) => dailyPages(access, { from, to }, place),
    };
  }
  const arxivId = parseArxivId(rest);
  if (arxivId === null) throw badQuery('hf', rest, EXPECTED);
  return {
    name: `hf:${arxivId}`,
    format: 'hf-paper',
    pages: (access) => singlePage(access, serviceUrl(access.settings.hfUrl, `/api/papers/${arxivId}`)),
  };
}

async function* dailyPages(
  access: LiveAccess,
  range: { from: string; to: string },
  place: string | null,
): AsyncGenerator<LivePage> {
  let [day, page] = readPlace(place ?? range.from);
  if (day < range.from) throw badPlace(day);
  while (day <= range.to) {
    const url = serviceUrl(access.settings.hfUrl, '/api/daily_papers', {
      date: day,
      limit: String(PAGE_SIZE),
      ...(page === 0 ? {} : { p: String(page) }),
    });
    const { body, facts: count } = await getPage(access, url, countItems);
    [day, page] = count >= PAGE_SIZE && page + 1 < MAX_PAGES_A_DAY ? [day, page + 1] : [dayAfter(day), 0];
    yield { body, next: day > range.to ? null : page === 0 ? day : `${day}:${page}` };
  }
}

function readPlace(place: string): [day: string, page: number] {
  const [, day = '', page = '0'] = /^(\d{4}-\d{2}-\d{2})(?::(\d{1,3}))?$/.exec(place) ?? [];
  if (!isCalendarDate(day)) throw badPlace(place);
  return [day, Number(page)];
}

const dailyPage = z.union([
  z.array(z.unknown()),
  z.object({ data: z.array(z.unknown()) }).transform(({ data }) => data),
]);

function countItems(text: string): number {
  const page = dailyPage.safeParse(readJson(text));
  if (!page.success) throw new Error('with something other than a list of papers');
  return page.data.length;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
