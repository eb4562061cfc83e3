import { z } from 'zod';
import { parseArxivId, parseDoi } from '../../model/paper-ids.ts';
import { getPage, readJson, placeOf, serviceUrl, singlePage } from './pages.ts';
import type { LiveAccess, LivePage, LiveQuery } from './pages.ts';
import { badQuery, readMax, readParameters } from './query-text.ts';

const EXPECTED = [
  's2:ARXIV:2402.18700',
  's2:DOI:10.1000/182',
  's2:CorpusId:14636783',
  "s2:PAPER-ID (Semantic Scholar's forty hexadecimal digits)",
  's2:search=WORDS&max=100',
];
const SEARCH_FIELDS =
  'title,abstract,year,publicationDate,externalIds,authors.name,authors.externalIds,references.paperId,references.externalIds';
const PAPER_FIELDS = `${SEARCH_FIELDS},citations.paperId,citations.externalIds`;
const PAGE_SIZE = 100;
const DEFAULT_MAX = 100;
// The service refuses what would end at the thousandth paper of a search or beyond.
const MAX_LIMIT = 999;

/**
 * Reads a query for Semantic Scholar: a paper with its references and citations, or a search, which leaves out the
 * citations (the service gives at most 10 MB at a time). `next` is how many papers came before.
 */
export function parseS2Query(rest: string): LiveQuery {
  const id = parsePaperId(rest);
  if (id !== null) {
    // The service wants the slash of a DOI as it is.
    const path = `/graph/v1/paper/${encodeURIComponent(id).replaceAll('%2F', '/').replaceAll('%3A', ':')}`;
    return {
      name: `s2:${id}`,
      format: 'semantic-scholar',
      pages: (access) =>
        singlePage(access, serviceUrl(access.settings.s2Url, path, { fields: PAPER_FIELDS })),
    };
  }
  const fail = (why?: string) => badQuery('s2', rest, EXPECTED, why);
  const parameters = readParameters(rest, ['search', 'max'], fail);
  const search = parameters.get('search')?.trim() ?? '';
  if (search === '') throw fail();
  const max = readMax(parameters.get('max'), { fallback: DEFAULT_MAX, limit: MAX_LIMIT, fail });
  return {
    name: `s2:${rest}`,
    format: 'semantic-scholar',
    pages: (access, from) => searchPages(access, { search, max }, placeOf(from)),
  };
}

async function* searchPages(
  access: LiveAccess,
  { search, max }: { search: string; max: number },
  from: number,
): AsyncGenerator<LivePage> {
  for (let offset: number | null = from; offset !== null && offset < max;) {
    const start: number = offset;
    const url = serviceUrl(access.settings.s2Url, '/graph/v1/paper/search', {
      query: search,
      fields: SEARCH_FIELDS,
      offset: String(start),
      limit: String(Math.min(PAGE_SIZE, max - start)),
    });
    const { body, facts } = await getPage(access, url, (text) => readSearch(text, start));
    offset = facts.next !== null && facts.next < max ? facts.next : null;
    yield { body, next: offset === null ? null : String(offset) };
  }
}

const searchPage = z.object({
  next: z.int().nullish(),
  data: z.array(z.unknown()).nullish(),
  total: z.int(),
});

function readSearch(text: string, offset: number): { next: number | null } {
  const page = searchPage.safeParse(readJson(text));
  if (!page.success) throw new Error('with something other than a list of papers');
  const { next = null, data } = page.data;
  if (next !== null && (next <= offset || (data ?? []).length === 0)) {
    throw new Error('with an empty page, though it says that more follow');
  }
  return { next };
}

/** The id as the service spells it. */
function parsePaperId(text: string): string | null {
  const [, kind = '', value = ''] = /^(arxiv|doi|corpusid):\s*(.+)$/i.exec(text) ?? [];
  switch (kind.toLowerCase()) {
    case 'arxiv': {
      const arxivId = parseArxivId(value);
      return arxivId === null ? null : `ARXIV:${arxivId}`;
    }
    case 'doi': {
      const doi = parseDoi(value);
      return doi === null ? null : `DOI:${doi}`;
    }
    case 'corpusid':
      return /^\d{1,12}$/.test(value) ? `CorpusId:${value}` : null;
    default:
      return /^[\da-f]{40}$/i.test(text) ? text.toLowerCase() : null;
  }
}
