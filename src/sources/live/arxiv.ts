import { messageOf, PapergraphError } from '../../errors.ts';
import { parseArxivId } from '../../model/paper-ids.ts';
import { totalResultsIn } from '../arxiv-atom.ts';
import { getPage, placeOf, serviceUrl } from './pages.ts';
import type { LiveAccess, LivePage, LiveQuery } from './pages.ts';
import { badQuery, readMax, readParameters } from './query-text.ts';

const EXPECTED = [
  'arxiv:ID',
  'arxiv:ID,ID',
  'arxiv:cat:cs.LG?max=200',
  'arxiv:all:electron+AND+ti:proton?max=50',
];
const PAGE_SIZE = 100;
const DEFAULT_MAX = 100;
/** The service answers no query beyond its first 30,000 papers. */
const MAX_LIMIT = 30_000;
const FIELD = /(?:^|[\s(])(?:ti|au|abs|co|jr|cat|rn|id|all|submittedDate|lastUpdatedDate):\S/;

/**
 * Reads a query for arXiv: ids, or a search in its query language (`+` is a space), of which the papers submitted last
 * come first. `next` is how many ids or papers came before.
 */
export function parseArxivQuery(rest: string): LiveQuery {
  const ids = rest.split(',').map(parseArxivId);
  if (ids.every((id) => id !== null)) {
    return {
      name: `arxiv:${ids.join(',')}`,
      format: 'arxiv-atom',
      pages: (access, from) => pagesOfIds(access, ids, placeOf(from)),
    };
  }
  const fail = (why?: string) => badQuery('arxiv', rest, EXPECTED, why);
  const [query = '', options = '', ...more] = rest.split('?');
  if (more.length > 0) throw fail();
  const search = decodeSearch(query, fail);
  if (!FIELD.test(search)) throw fail();
  const max = readMax(readParameters(options, ['max'], fail).get('max'), {
    fallback: DEFAULT_MAX,
    limit: MAX_LIMIT,
    fail,
  });
  return {
    name: `arxiv:${rest}`,
    format: 'arxiv-atom',
    pages: (access, from) => pagesOfSearch(access, { search, max }, placeOf(from)),
  };
}

async function* pagesOfIds(
  access: LiveAccess,
  ids: readonly string[],
  from: number,
): AsyncGenerator<LivePage> {
  for (let start = from; start < ids.length; start += PAGE_SIZE) {
    const asked = ids.slice(start, start + PAGE_SIZE);
    const url = serviceUrl(access.settings.arxivUrl, '/api/query', {
      id_list: asked.join(','),
      max_results: String(asked.length),
    });
    const { body, facts } = await getPage(access, url, readFeed);
    if (facts.entries === 0) {
      throw new PapergraphError('BAD_SOURCE', `arXiv knows no paper ${asked.join(', ')}: check the id.`);
    }
    const next = start + asked.length;
    yield { body, next: next < ids.length ? String(next) : null };
  }
}

async function* pagesOfSearch(
  access: LiveAccess,
  { search, max }: { search: string; max: number },
  from: number,
): AsyncGenerator<LivePage> {
  for (let start = from, end = max; start < end;) {
    const url = serviceUrl(access.settings.arxivUrl, '/api/query', {
      search_query: search,
      start: String(start),
      max_results: String(Math.min(PAGE_SIZE, max - start)),
      sortBy: 'submittedDate',
      sortOrder: 'descending',
    });
    const { body, facts } = await getPage(access, url, (text) => readSearchFeed(text, start));
    start += facts.entries;
    end = Math.min(max, facts.total);
    yield { body, next: start < end ? String(start) : null };
  }
}

type Feed = { entries: number; total: number };

/** The service sometimes gives an empty page in the middle of a result, and the right one when asked again. */
function readSearchFeed(text: string, start: number): Feed {
  const feed = readFeed(text);
  if (feed.entries === 0 && feed.total > start) {
    throw new Error(`with an empty page, though it has ${feed.total} papers`);
  }
  return feed;
}

function readFeed(text: string): Feed {
  const total = totalIn(text);
  if (total === null) throw new Error('with an Atom feed that says no total');
  return { entries: text.match(/<entry[\s>]/g)?.length ?? 0, total };
}

function totalIn(text: string): number | null {
  try {
    return totalResultsIn(text);
  } catch (error) {
    throw new Error(`with a broken Atom feed: ${messageOf(error)}`, { cause: error });
  }
}

function decodeSearch(query: string, fail: (why?: string) => Error): string {
  try {
    return decodeURIComponent(query.replaceAll('+', ' ')).trim();
  } catch {
    throw fail('a % stands before two hexadecimal digits');
  }
}
