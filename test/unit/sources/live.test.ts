import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PapergraphError } from '../../../src/errors.ts';
import {
  createHttpClient,
  HTTP_DEFAULTS,
  isSafeRedirect,
  retryAfter,
  type HttpSettings,
} from '../../../src/sources/live/http-client.ts';
import { parseLiveQuery } from '../../../src/sources/live/live-query.ts';
import {
  httpSettingsFor,
  SERVICE_INTERVALS_MS,
  type LiveSettings,
} from '../../../src/sources/live/live-settings.ts';
import type { LiveAccess, LivePage } from '../../../src/sources/live/pages.ts';
import {
  RECORDED,
  recordedSkipped,
  startFakeServices,
  type FakeServices,
} from '../../support/fake-services.ts';

const INTERVAL_MS = 20;

let services: FakeServices;

beforeEach(async () => {
  services = await startFakeServices();
});

afterEach(() => services.close());

describe('the defaults of live sources', () => {
  it('ask arXiv every three seconds, Semantic Scholar every second and the others ten times a second', () => {
    expect(SERVICE_INTERVALS_MS).toEqual({ hf: 100, arxiv: 3000, openAlex: 100, s2: 1000 });
    expect(
      httpSettingsFor(live({ arxivUrl: 'https://export.arxiv.org', hfUrl: 'http://localhost:81' })),
    ).toMatchObject({
      intervalsMs: { 'export.arxiv.org': 3000, 'localhost:81': 100 },
      defaultIntervalMs: 100,
    });
    expect(httpSettingsFor(live()).intervalsMs).toEqual({ [new URL(services.url).host]: 3000 });
  });

  it('are bounded in time, size and tries', () => {
    expect(HTTP_DEFAULTS).toMatchObject({
      timeoutMs: 30_000,
      maxBytes: 64 * 1024 * 1024,
      retries: 5,
      maxRetryAfterMs: 300_000,
    });
  });
});

describe('the HTTP client', () => {
  it('says who asks, and gives Semantic Scholar its key', async () => {
    await client({}, { contact: 'ada@example.org', s2ApiKey: 'k3y' }).get(
      at('/api/daily_papers?date=2000-01-01'),
    );
    expect(services.requests[0]?.headers).toMatchObject({
      'user-agent': 'papergraph/1.2.3 (ada@example.org)',
      'x-api-key': 'k3y',
    });
    await client({}, { s2Url: 'http://localhost:1', s2ApiKey: 'k3y' }).get(at('/api/daily_papers'));
    expect(services.requests[1]?.headers['user-agent']).toBe('papergraph/1.2.3');
    expect(services.requests[1]?.headers).not.toHaveProperty('x-api-key');
  });

  it.each([
    ['500 twice', { kind: 'status', status: 500 }],
    ['502', { kind: 'status', status: 502 }],
    ['503', { kind: 'status', status: 503 }],
    ['504', { kind: 'status', status: 504 }],
    ['429 without a time', { kind: 'status', status: 429 }],
    ['a dropped connection', { kind: 'dropped' }],
    ['a connection dropped in the middle of the answer', { kind: 'droppedHalfway' }],
    ['no answer in time', { kind: 'slow', ms: 2000 }],
    ['no whole answer in time', { kind: 'slowBody', ms: 2000 }],
  ] as const)('tries again after %s', async (_, fault) => {
    services.failNext(fault, fault);
    const body = await client({ timeoutMs: 150 }).get(at('/works?cursor=*&per_page=1'));
    expect(JSON.parse(new TextDecoder().decode(body))).toMatchObject({
      results: [{ id: 'https://openalex.org/W260100001' }],
    });
    expect(services.requests).toHaveLength(3);
  });

  it('gives up in the end, and says what happened, how often it tried and what to do', async () => {
    services.failNext(...Array.from({ length: 9 }, () => ({ kind: 'status', status: 503 }) as const));
    expect(await failure(client({ retries: 2 }).get(at('/works')))).toBe(
      `${services.url}/works answered 503 Service Unavailable (tried 3 times). Try again later.`,
    );
    expect(services.requests).toHaveLength(3);
  });

  it.each([
    [400, 'Check the query.'],
    [401, 'check the API key'],
    [403, 'check the API key'],
    [404, 'knows no such paper: check the id.'],
    [418, 'check the address'],
  ])('takes %i for an answer: it does not try again', async (status, advice) => {
    services.failNext({ kind: 'status', status, body: '{"error": "no\\tsuch thing"}' });
    const message = await failure(client().get(at('/works')));
    expect(message).toContain(`answered ${status} `);
    expect(message).toContain('such thing');
    expect(message).toContain(advice);
    expect(services.requests).toHaveLength(1);
  });

  it('waits as long as Retry-After says, other calls to the host included', async () => {
    services.failNext({ kind: 'status', status: 429, headers: { 'retry-after': '1' } });
    const http = client();
    await Promise.all([http.get(at('/works?cursor=*')), http.get(at('/works?cursor=*'))]);
    expect(services.requests).toHaveLength(3);
    expect(gaps()[0]).toBeGreaterThanOrEqual(990);
  });

  it('gives up at once where Retry-After is longer than five minutes', async () => {
    services.failNext({ kind: 'status', status: 429, headers: { 'retry-after': '3600' } });
    expect(await failure(client().get(at('/works')))).toMatch(
      /answered 429 Too Many Requests and asks to wait 3600 s, which is too long\. .*API key/,
    );
    expect(services.requests).toHaveLength(1);
  });

  it.each([
    ['7', 7000],
    ['Fri, 08 May 2026 09:30:05 GMT', 5000],
    ['Fri, 08 May 2026 09:29:00 GMT', 0],
    ['soon', null],
    ['-1', null],
    ['1.5', null],
    [null, null],
  ])('reads a Retry-After of %s', (header, expected) => {
    expect(retryAfter(header, Date.parse('2026-05-08T09:30:00Z'))).toBe(expected);
  });

  it('keeps its distance between concurrent calls, repetitions and redirects', async () => {
    services.failNext(
      { kind: 'redirect', to: '/works?cursor=*&hop=1' },
      { kind: 'status', status: 500 },
      { kind: 'redirect', to: `${services.url}/works?cursor=*&hop=2` },
    );
    const http = client({ backoffMs: 1 });
    await Promise.all(Array.from({ length: 4 }, () => http.get(at('/works?cursor=*'))));
    expect(services.requests).toHaveLength(7);
    // Arrivals jitter by some milliseconds; one that is late comes close to the next.
    for (const gap of gaps()) expect(gap).toBeGreaterThan(INTERVAL_MS / 2);
    const whole = gaps().reduce((sum, gap) => sum + gap, 0);
    expect(whole).toBeGreaterThan(6 * INTERVAL_MS - 10);
  });

  it('never follows a redirect to elsewhere', async () => {
    const elsewhere = await startFakeServices();
    services.failNext({ kind: 'redirect', to: `${elsewhere.url}/works?api_key=hunter2` });
    const message = await failure(client().get(at('/works')));
    expect(message).toContain(`redirects to ${elsewhere.url}/works?api_key=…, another host`);
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });

  it.each([
    ['https://a.org/x', 'https://a.org/y', true],
    ['http://a.org/x', 'https://a.org/x', true],
    ['https://a.org/x', 'http://a.org/x', false],
    ['http://a.org/x', 'https://a.org:8443/x', false],
    ['https://a.org/x', 'https://b.a.org/x', false],
    ['http://a.org/x', 'http://169.254.169.254/', false],
    ['http://a.org/x', 'file:///etc/passwd', false],
  ])('judges a redirect from %s to %s', (from, to, safe) => {
    expect(isSafeRedirect(new URL(from), new URL(to))).toBe(safe);
  });

  it('follows no circle of redirects', async () => {
    services.failNext(...Array.from({ length: 9 }, () => ({ kind: 'redirect', to: '/works' }) as const));
    expect(await failure(client().get(at('/works')))).toContain('redirects more than 5 times');
    expect(services.requests).toHaveLength(6);
  });

  it.each([true, false])('stops reading an answer that is too large (announced: %s)', async (announced) => {
    services.failNext({ kind: 'huge', bytes: 3_000_000, announced });
    expect(await failure(client({ maxBytes: 100_000 }).get(at('/works')))).toBe(
      `${services.url}/works answers with more than 100000 bytes. Ask for less at a time.`,
    );
    expect(services.requests).toHaveLength(1);
  });

  it('shows no key in any error, whatever the service says', async () => {
    const keys = { s2ApiKey: 's2-hunter2', openAlexApiKey: 'oa-hunter2' };
    services.failNext({
      kind: 'status',
      status: 403,
      body: '{"message": "s2-hunter2 and oa-hunter2 are bad"}',
    });
    const message = await failure(client({}, keys).get(at('/works?api_key=oa-hunter2&search=graphs')));
    expect(message).toContain('/works?api_key=…&search=graphs answered 403');
    expect(message).not.toContain('hunter2');
  });

  it('tells of a service that is not there', async () => {
    const { url } = services;
    await services.close();
    expect(await failure(client({ retries: 1 }).get(new URL(url)))).toMatch(
      /could not be read: ECONNREFUSED \(tried 2 times\)\. Check the network/,
    );
  });

  it('stops waiting for Retry-After when it is told to', async () => {
    services.failNext({ kind: 'status', status: 503, headers: { 'retry-after': '60' } });
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error('enough')), 100);
    await expect(client().get(at('/works'), abort.signal)).rejects.toThrow('enough');
    expect(services.requests).toHaveLength(1);
  });

  it('stops at once when it is told to', async () => {
    services.failNext({ kind: 'slow', ms: 5000 });
    const abort = new AbortController();
    const started = performance.now();
    setTimeout(() => abort.abort(new Error('enough')), 30);
    await expect(client({ timeoutMs: 5000 }).get(at('/works'), abort.signal)).rejects.toThrow('enough');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('a live query', () => {
  it.each([
    ['hf:2026-05-08', 'hf:2026-05-08', 'hf-daily'],
    ['hf:2026-05-01..2026-05-08', 'hf:2026-05-01..2026-05-08', 'hf-daily'],
    ['hf:2402.18700', 'hf:2402.18700', 'hf-paper'],
    ['arxiv:2402.18700', 'arxiv:2402.18700', 'arxiv-atom'],
    ['arXiv:2402.18700v2,cs/0112017', 'arxiv:2402.18700,cs/0112017', 'arxiv-atom'],
    ['arxiv:cat:cs.LG?max=200', 'arxiv:cat:cs.LG?max=200', 'arxiv-atom'],
    [
      'arxiv:(ti:graph+OR+abs:graph)+AND+cat:cs.LG',
      'arxiv:(ti:graph+OR+abs:graph)+AND+cat:cs.LG',
      'arxiv-atom',
    ],
    ['openalex:search=knowledge+graphs', 'openalex:search=knowledge+graphs', 'openalex'],
    [
      'openalex:filter=publication_year:2024&max=9',
      'openalex:filter=publication_year:2024&max=9',
      'openalex',
    ],
    ['openalex:W2741809807', 'openalex:W2741809807', 'openalex'],
    ['s2:arxiv:2402.18700v1', 's2:ARXIV:2402.18700', 'semantic-scholar'],
    ['s2:DOI:10.1093/MIND/LIX.236.433', 's2:DOI:10.1093/mind/lix.236.433', 'semantic-scholar'],
    ['s2:CorpusId:14636783', 's2:CorpusId:14636783', 'semantic-scholar'],
    [`s2:${'a1'.repeat(20)}`, `s2:${'a1'.repeat(20)}`, 'semantic-scholar'],
    ['s2:search=turing&max=20', 's2:search=turing&max=20', 'semantic-scholar'],
  ])('%s', (text, name, format) => {
    expect(parseLiveQuery(text)).toMatchObject({ name, format });
  });

  it.each([
    'C:\\papers\\hf.json',
    'c:/papers.json',
    './hf:2026-05-08',
    'papers.txt',
    '-',
    '',
    'hf',
    'https://arxiv.org/abs/1',
  ])('is not %j', (text) => {
    expect(parseLiveQuery(text)).toBeNull();
  });

  it.each([
    ['hf:', 'hf:YYYY-MM-DD'],
    ['hf:2026-02-30', 'hf:YYYY-MM-DD'],
    ['hf:2026-05-08..2026-05-01', 'the first day comes first'],
    ['hf:2024-01-01..2025-01-01', 'at most 366 days'],
    ['hf:2026-05-01..2026-05-02..2026-05-03', 'hf:YYYY-MM-DD'],
    ['arxiv:electron', 'arxiv:cat:cs.LG?max=200'],
    ['arxiv:2402.18700,nonsense', 'arxiv:ID,ID'],
    ['arxiv:cat:cs.LG?max=0', 'max is a whole number from 1 to 30000'],
    ['arxiv:cat:cs.LG?max=30001', 'max is a whole number from 1 to 30000'],
    ['arxiv:cat:cs.LG?start=5', 'start is none of max'],
    ['arxiv:all:100%', 'two hexadecimal digits'],
    ['openalex:', 'openalex:search=WORDS'],
    ['openalex:search=', 'openalex:search=WORDS'],
    ['openalex:search=a&cursor=*', 'cursor is none of search, filter, sort, max'],
    ['openalex:search=a&search=b', 'search comes twice'],
    ['openalex:search=a&max=many', 'max is a whole number from 1 to 10000'],
    ['s2:2402.18700', 's2:ARXIV:2402.18700'],
    ['s2:../../admin', 's2:ARXIV:2402.18700'],
    ['s2:search=a&max=1000', 'max is a whole number from 1 to 999'],
  ])('refuses %s and says what is expected', (text, expected) => {
    expect(() => parseLiveQuery(text)).toThrow(PapergraphError);
    expect(() => parseLiveQuery(text)).toThrow(expected);
    expect(() => parseLiveQuery(text)).toThrow(`but got "${text}"`);
  });
});

describe("Hugging Face's daily papers", () => {
  it('come a page a day, and go on from the day after the last page read', async () => {
    const pages = await pagesOf('hf:2027-01-30..2027-02-01');
    expect(pages.map(({ next }) => next)).toEqual(['2027-01-31', '2027-02-01', null]);
    expect(asked()).toEqual(
      ['2027-01-30', '2027-01-31', '2027-02-01'].map((day) => `/api/daily_papers?date=${day}&limit=100`),
    );
    expect(await pagesOf('hf:2027-01-30..2027-02-01', '2027-02-01')).toEqual(pages.slice(2));
  });

  it('come in several pages where a day has a hundred or more', async () => {
    const pages = await pagesOf('hf:2026-01-01..2026-01-02');
    expect(pages.map(({ next }) => next)).toEqual(['2026-01-01:1', '2026-01-02', null]);
    expect(pages.map(({ body }) => (parsed(body) as unknown[]).length)).toEqual([100, 30, 0]);
    expect(await pagesOf('hf:2026-01-01..2026-01-02', '2026-01-01:1')).toEqual(pages.slice(1));
  });

  it.each(['2026-04-30', 'x', '2026-05-01:', '5'])('can not go on from %s', async (place) => {
    expect(await failure(pagesOf('hf:2026-05-01', place))).toContain('an earlier run of this query');
  });

  describe.skipIf(recordedSkipped !== null)(`as recorded${skipped()}`, () => {
    it('are the rows of each day, whatever the wrapping', async () => {
      const days = readdirSync(`${RECORDED}hf-daily`)
        .filter((name) => name.startsWith('2025-01'))
        .map((name) => name.slice(0, 10));
      expect(days).toEqual(['2025-01-08', '2025-01-10']);
      const pages = await pagesOf('hf:2025-01-08..2025-01-10');
      const [first, between, last] = pages.map(({ body }) => parsed(body));
      expect(first).toEqual(recorded('hf-daily/2025-01-08.json'));
      expect(between).toEqual([]);
      expect(last).toEqual(recorded('hf-daily/2025-01-10.json'));
    });

    it('give a single paper by its id', async () => {
      const rows = recorded('hf-daily/2024-05-27.json') as { paper: { id: string } }[];
      const pages = await pagesOf(`hf:${rows[0]?.paper.id}`);
      expect(pages.map(({ body, next }) => [parsed(body), next])).toEqual([[rows[0]?.paper, null]]);
    });
  });

  it('tell of a paper that is not there', async () => {
    expect(await failure(pagesOf('hf:0000.00000'))).toMatch(
      /answered 404 Not Found \("Paper not found"\).*check the id/,
    );
  });
});

describe("arXiv's papers", () => {
  it('come in pages of a hundred, the last ones submitted first, up to max', async () => {
    const pages = await pagesOf('arxiv:cat:cs.LG?max=230');
    expect(pages.map(({ body, next }) => [entriesIn(body), next])).toEqual([
      [100, '100'],
      [100, '200'],
      [30, null],
    ]);
    expect(asked()[2]).toBe(
      '/api/query?search_query=cat%3Acs.LG&start=200&max_results=30&sortBy=submittedDate&sortOrder=descending',
    );
    expect(await pagesOf('arxiv:cat:cs.LG?max=230', '200')).toEqual(pages.slice(2));
  });

  it('are a hundred where nothing else is said, and all where there are fewer', async () => {
    expect((await pagesOf('arxiv:all:electron')).map(({ next }) => next)).toEqual([null]);
    const pages = await pagesOf('arxiv:all:electron+AND+ti:proton?max=1000');
    expect(pages.map(({ body }) => entriesIn(body))).toEqual([100, 100, 50]);
    expect(services.requests.at(-1)?.url.searchParams.get('search_query')).toBe('all:electron AND ti:proton');
  });

  it.each(['empty', 'truncated'] as const)('are asked for again where a page is %s', async (kind) => {
    services.failNext(null, { kind }, { kind });
    const pages = await pagesOf('arxiv:cat:cs.LG?max=200');
    expect(pages.map(({ body }) => entriesIn(body))).toEqual([100, 100]);
    expect(services.requests).toHaveLength(4);
  });

  it('are not taken for complete where pages stay empty', async () => {
    services.failNext(null, ...Array.from({ length: 4 }, () => ({ kind: 'empty' }) as const));
    const read: (string | null)[] = [];
    const reading = (async () => {
      for await (const { next } of query('arxiv:cat:cs.LG?max=200').pages(access(), null)) read.push(next);
    })();
    expect(await failure(reading)).toMatch(
      /start=100.* answered with an empty page, though it has 250 papers \(tried 4 times\)\. Try again later\.$/,
    );
    expect(read).toEqual(['100']);
  });

  it('by ids are asked for a hundred at a time', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => `2402.${String(index).padStart(5, '0')}`);
    expect(await failure(pagesOf(`arxiv:${ids.join(',')}`))).toContain('arXiv knows no paper 2402.00000, ');
    const [first] = services.requests;
    expect(first?.url.searchParams.get('id_list')?.split(',')).toEqual(ids.slice(0, 100));
    expect(first?.url.searchParams.get('max_results')).toBe('100');
    await failure(pagesOf(`arxiv:${ids.join(',')}`, '100'));
    expect(services.requests[1]?.url.searchParams.get('id_list')).toBe('2402.00100');
  });

  describe.skipIf(recordedSkipped !== null)(`as recorded${skipped()}`, () => {
    it.each(['1605.08386', '0808.05394,1707.08567', 'astro-ph/0601001'])('come by id: %s', async (ids) => {
      const pages = await pagesOf(`arxiv:${ids}`);
      expect(pages.map(({ body, next }) => [entriesIn(body), next])).toEqual([[1, null]]);
    });

    it('are refused in the words of the service', async () => {
      expect(await failure(client().get(at('/api/query?id_list=abc')))).toContain(
        'answered 400 Bad Request ("incorrect id format for abc"). Check the query.',
      );
    });

    it('that do not exist are told of', async () => {
      expect(await failure(pagesOf('arxiv:0000.0000'))).toBe('arXiv knows no paper 0000.0000: check the id.');
    });

    it('of a search stop at max, though there are many more', async () => {
      const pages = await pagesOf('arxiv:all:testing?max=100');
      expect(pages.map(({ body, next }) => [entriesIn(body), next])).toEqual([[100, null]]);
    });
  });
});

describe("OpenAlex's works", () => {
  it('come by cursor, up to max, and go on from it', async () => {
    const pages = await pagesOf('openalex:search=knowledge+graphs&max=150');
    expect(pages.map(({ body }) => resultsIn(body))).toEqual([100, 50]);
    expect(pages.map(({ next }) => next)).toEqual([expect.stringMatching(/^100:.+/), null]);
    expect(asked()[0]).toBe('/works?search=knowledge+graphs&per_page=100&cursor=*');
    expect(await pagesOf('openalex:search=knowledge+graphs&max=150', pages[0]?.next)).toEqual(pages.slice(1));
  });

  it('are 200 where nothing else is said, and all where there are fewer', async () => {
    expect(
      (await pagesOf('openalex:filter=publication_year:2024')).map(({ body }) => resultsIn(body)),
    ).toEqual([100, 100]);
    expect((await pagesOf('openalex:search=a&max=1000')).map(({ body }) => resultsIn(body))).toEqual([
      100, 100, 50,
    ]);
  });

  it('are asked for with the contact and the key, an URL being no contact there', async () => {
    await pagesOf('openalex:search=a&max=1', null, { contact: 'ada@example.org', openAlexApiKey: 'k3y' });
    await pagesOf('openalex:search=a&max=1', null, { contact: 'https://example.org/@ada' });
    expect(asked()).toEqual([
      '/works?search=a&per_page=1&cursor=*&mailto=ada%40example.org&api_key=k3y',
      '/works?search=a&per_page=1&cursor=*',
    ]);
  });

  it.each(['empty', 'truncated'] as const)('are asked for again where a page is %s', async (kind) => {
    services.failNext({ kind });
    expect((await pagesOf('openalex:search=a')).map(({ body }) => resultsIn(body))).toEqual([100, 100]);
  });

  it('that never come whole are an error, which shows no key', async () => {
    services.failNext(...Array.from({ length: 4 }, () => ({ kind: 'truncated' }) as const));
    const message = await failure(pagesOf('openalex:search=a', null, { openAlexApiKey: 'hunter2' }));
    expect(message).toMatch(/api_key=… answered with broken JSON: .*\(tried 4 times\)/);
  });

  it('can not go on from what is no place', async () => {
    expect(await failure(pagesOf('openalex:search=a', '100'))).toContain('an earlier run of this query');
  });

  it.skipIf(recordedSkipped !== null)(`come one by one as recorded${skipped()}`, async () => {
    const pages = await pagesOf('openalex:W2741809807');
    expect(pages.map(({ body, next }) => [parsed(body), next])).toEqual([
      [recorded('openalex/W2741809807.json'), null],
    ]);
  });
});

describe("Semantic Scholar's papers", () => {
  it('of a search come by offset, up to max, and go on from it', async () => {
    const pages = await pagesOf('s2:search=turing+machines&max=120');
    expect(pages.map(({ body, next }) => [(parsed(body) as { data: unknown[] }).data.length, next])).toEqual([
      [100, '100'],
      [20, null],
    ]);
    expect(services.requests[1]?.url.searchParams.get('query')).toBe('turing machines');
    expect(await pagesOf('s2:search=turing+machines&max=120', '100')).toEqual(pages.slice(1));
  });

  it('end where the service says so, and never ask beyond what it gives', async () => {
    expect(await pagesOf('s2:search=a&max=999')).toHaveLength(3);
    await services.close();
    services = await startFakeServices({ papers: 5000 });
    expect((await pagesOf('s2:search=a&max=999')).at(-1)?.next).toBeNull();
    expect(services.requests).toHaveLength(10);
  });

  it.each(['empty', 'truncated'] as const)('are asked for again where a page is %s', async (kind) => {
    services.failNext({ kind });
    expect(await pagesOf('s2:search=a&max=150')).toHaveLength(2);
    expect(services.requests).toHaveLength(3);
  });

  it.skipIf(recordedSkipped !== null)(
    `come one by one as recorded, with references and citations${skipped()}`,
    async () => {
      const pages = await pagesOf('s2:DOI:10.1093/mind/lix.236.433');
      expect(pages.map(({ body, next }) => [parsed(body), next])).toEqual([
        [recorded('semantic-scholar/Paper.json'), null],
      ]);
      const [request] = services.requests;
      expect(request?.url.pathname).toBe('/graph/v1/paper/DOI:10.1093/mind/lix.236.433');
      expect(request?.url.searchParams.get('fields')?.split(',')).toEqual(
        expect.arrayContaining(['title', 'externalIds', 'references.externalIds', 'citations.paperId']),
      );
    },
  );
});

function live(changes: Partial<LiveSettings> = {}): LiveSettings {
  const { url } = services;
  return {
    hfUrl: url,
    arxivUrl: `${url}/`,
    openAlexUrl: url,
    s2Url: url,
    version: '1.2.3',
    contact: null,
    s2ApiKey: null,
    openAlexApiKey: null,
    ...changes,
  };
}

function client(settings: Partial<HttpSettings> = {}, changes: Partial<LiveSettings> = {}) {
  return createHttpClient({
    ...httpSettingsFor(live(changes)),
    intervalsMs: {},
    defaultIntervalMs: INTERVAL_MS,
    backoffMs: 5,
    ...settings,
  });
}

function access(changes: Partial<LiveSettings> = {}): LiveAccess {
  return { http: client({ defaultIntervalMs: 1 }, changes), settings: live(changes), pageRetryMs: 2 };
}

function query(text: string) {
  const parsedQuery = parseLiveQuery(text);
  if (parsedQuery === null) throw new Error(`expected a live query, but got "${text}"`);
  return parsedQuery;
}

async function pagesOf(
  text: string,
  from: string | null = null,
  changes: Partial<LiveSettings> = {},
): Promise<LivePage[]> {
  const pages: LivePage[] = [];
  for await (const page of query(text).pages(access(changes), from)) pages.push(page);
  return pages;
}

function at(path: string): URL {
  return new URL(path, services.url);
}

function asked(): string[] {
  return services.requests.map(({ url }) => url.pathname + url.search);
}

function gaps(): number[] {
  return services.requests.slice(1).map(({ at }, index) => at - (services.requests[index]?.at ?? 0));
}

async function failure(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => new Error('expected it to fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof PapergraphError && error.code === 'BAD_SOURCE') return error.message;
  throw error;
}

function parsed(body: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(body));
}

function recorded(path: string): unknown {
  return JSON.parse(readFileSync(RECORDED + path, 'utf8'));
}

function resultsIn(body: Uint8Array): number {
  return (parsed(body) as { results: unknown[] }).results.length;
}

function entriesIn(body: Uint8Array): number {
  return new TextDecoder().decode(body).split('<entry>').length - 1;
}

function skipped(): string {
  return recordedSkipped === null ? '' : ` (skipped: ${recordedSkipped})`;
}
