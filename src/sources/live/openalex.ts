import { z } from 'zod';
import { parseOpenAlexId } from '../../model/paper-ids.ts';
import { badPlace, getPage, readJson, serviceUrl, singlePage } from './pages.ts';
import type { LiveAccess, LivePage, LiveQuery } from './pages.ts';
import { badQuery, readMax, readParameters } from './query-text.ts';
import type { LiveSettings } from './live-settings.ts';

const EXPECTED = [
  'openalex:W2741809807',
  'openalex:search=WORDS&max=200',
  'openalex:filter=NAME:VALUE&max=200 (filter and search may stand together)',
];
// 200 was allowed once; since 2026 the documentation says 1 to 100.
const PAGE_SIZE = 100;
const DEFAULT_MAX = 200;
const MAX_LIMIT = 10_000;
const FIRST_CURSOR = '*';

/** Reads a query for OpenAlex: a work, or a list by search and filter. `next` is `COUNT:CURSOR`: what came before, and where to go on. */
export function parseOpenAlexQuery(rest: string): LiveQuery {
  const id = parseOpenAlexId(rest);
  if (id !== null) {
    return {
      name: `openalex:${id}`,
      format: 'openalex',
      pages: (access) =>
        singlePage(
          access,
          serviceUrl(access.settings.openAlexUrl, `/works/${id}`, identity(access.settings)),
        ),
    };
  }
  const fail = (why?: string) => badQuery('openalex', rest, EXPECTED, why);
  const parameters = readParameters(rest, ['search', 'filter', 'sort', 'max'], fail);
  const max = readMax(parameters.get('max'), { fallback: DEFAULT_MAX, limit: MAX_LIMIT, fail });
  parameters.delete('max');
  const given = Object.fromEntries(parameters);
  if (!given['search']?.trim() && !given['filter']?.trim()) throw fail();
  return {
    name: `openalex:${rest}`,
    format: 'openalex',
    pages: (access, from) => listPages(access, { given, max }, from),
  };
}

async function* listPages(
  access: LiveAccess,
  { given, max }: { given: Record<string, string>; max: number },
  from: string | null,
): AsyncGenerator<LivePage> {
  let { count, cursor } = readPlace(from);
  while (cursor !== null && count < max) {
    const url = serviceUrl(access.settings.openAlexUrl, '/works', {
      ...given,
      per_page: String(Math.min(PAGE_SIZE, max - count)),
      cursor,
      ...identity(access.settings),
    });
    const { body, facts } = await getPage(access, url, readList);
    count += facts.results.length;
    const isLast = count >= Math.min(max, facts.meta.count) || facts.results.length === 0;
    cursor = isLast ? null : (facts.meta.next_cursor ?? null);
    yield { body, next: cursor === null ? null : `${count}:${cursor}` };
  }
}

function readPlace(from: string | null): { count: number; cursor: string | null } {
  if (from === null) return { count: 0, cursor: FIRST_CURSOR };
  const [, count = '', cursor = ''] = /^(\d{1,9}):(\S+)$/.exec(from) ?? [];
  if (cursor === '') throw badPlace(from);
  return { count: Number(count), cursor };
}

const listPage = z.object({
  meta: z.object({ count: z.int().nonnegative(), next_cursor: z.string().nullish() }),
  results: z.array(z.unknown()),
});

function readList(text: string): z.infer<typeof listPage> {
  const page = listPage.safeParse(readJson(text));
  if (!page.success) throw new Error('with something other than a list of works');
  if (page.data.results.length === 0 && page.data.meta.next_cursor) {
    throw new Error('with an empty page, though it says that more follow');
  }
  return page.data;
}

/** What tells the service who asks. */
function identity({ contact, openAlexApiKey }: LiveSettings): Record<string, string> {
  return {
    ...(contact?.includes('@') === true && !contact.includes('/') ? { mailto: contact } : {}),
    ...(openAlexApiKey === null ? {} : { api_key: openAlexApiKey }),
  };
}
