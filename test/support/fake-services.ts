import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** Recorded answers of the services, other people's text and so read where it lies. */
export const RECORDED = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** Why the tests on them are skipped, or null. */
export const recordedSkipped = existsSync(RECORDED)
  ? null
  : 'the recorded answers in ../shared are not there';

/** What goes wrong with one request, in place of the answer. */
export type Fault =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  | { kind: 'truncated' }
  | { kind: 'empty' }
  | { kind: 'slow'; ms: number }
  | { kind: 'slowBody'; ms: number }
  | { kind: 'dropped' }
  | { kind: 'droppedHalfway' }
  | { kind: 'huge'; bytes: number; announced?: boolean }
  | { kind: 'redirect'; to: string };

/** A request as it came in; `at` in milliseconds. */
export type SeenRequest = { at: number; url: URL; headers: IncomingHttpHeaders };

/** All four services at one address. */
export type FakeServices = {
  url: string;
  requests: SeenRequest[];
  /** Faults for the next requests, one each; null lets one pass. */
  failNext: (...faults: (Fault | null)[]) => void;
  close: () => Promise<void>;
};

type Answer = { status?: number; type: string; body: string; empty: string };

/**
 * Starts the services on a free port of this machine. Days, ids and works are answered from ../shared/data, searches
 * with `papers` made-up papers (`all:testing` of arXiv from the recording), in pages as each service makes them.
 */
export async function startFakeServices({ papers = 250 } = {}): Promise<FakeServices> {
  const requests: SeenRequest[] = [];
  const faults: (Fault | null)[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake');
    requests.push({ at: performance.now(), url, headers: request.headers });
    respond(response, answerTo(url, papers), faults.shift() ?? null);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    failNext: (...next) => faults.push(...next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function respond(response: ServerResponse, answer: Answer, fault: Fault | null): void {
  const { status = 200, type, body, empty } = answer;
  const send = (text: string) => response.writeHead(status, { 'content-type': type }).end(text);
  switch (fault?.kind) {
    case undefined:
      return void send(body);
    case 'status':
      return void response.writeHead(fault.status, fault.headers).end(fault.body ?? '');
    case 'truncated':
      return void send(body.slice(0, body.length / 2));
    case 'empty':
      return void send(empty);
    case 'slow':
      return void setTimeout(() => send(body), fault.ms).unref();
    case 'slowBody':
      response.writeHead(status, { 'content-type': type }).write(body.slice(0, 1));
      return void setTimeout(() => response.end(body.slice(1)), fault.ms).unref();
    case 'dropped':
      return void response.destroy();
    case 'droppedHalfway':
      response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
      return void response.write(body.slice(0, body.length / 2), () => response.destroy());
    case 'huge':
      response.writeHead(status, fault.announced === true ? { 'content-length': fault.bytes } : {});
      return void response.end(Buffer.alloc(fault.bytes, 0x20));
    case 'redirect':
      return void response.writeHead(302, { location: fault.to }).end();
  }
}

function answerTo(url: URL, papers: number): Answer {
  const { pathname: path, searchParams: query } = url;
  const number = (name: string, fallback: number) => Number(query.get(name) ?? fallback);
  if (path === '/api/daily_papers')
    return dailyPapers(query.get('date') ?? '', number('limit', 50), number('p', 0));
  if (path.startsWith('/api/papers/')) return hfPaper(path.slice('/api/papers/'.length));
  if (path === '/api/query') {
    const ids = query.get('id_list');
    if (ids !== null) return recordedFeed('id_list', ids);
    if (query.get('search_query') === 'all:testing') return recordedFeed('search_query', 'testing');
    return feed(papers, number('start', 0), number('max_results', 10));
  }
  if (path === '/works') return workList(papers, number('per_page', 25), query.get('cursor') ?? '');
  if (path.startsWith('/works/')) return recordedFile('openalex', `${path.slice('/works/'.length)}.json`);
  if (path === '/graph/v1/paper/search') return s2Search(papers, number('offset', 0), number('limit', 100));
  if (path.startsWith('/graph/v1/paper/')) return recordedFile('semantic-scholar', 'Paper.json');
  return notFound();
}

/** A day that wasn't recorded has no papers, but `2026-01-01` has 130 made-up ones. */
function dailyPapers(date: string, limit: number, page: number): Answer {
  const path = `${RECORDED}hf-daily/${date}.json`;
  const document: unknown =
    date === '2026-01-01'
      ? madeUp(130, (id) => ({ paper: { id, title: `Paper ${id}` } }))
      : existsSync(path)
        ? JSON.parse(readFileSync(path, 'utf8'))
        : [];
  if (!Array.isArray(document)) return json(document, []);
  return json(document.slice(page * limit, (page + 1) * limit), []);
}

function hfPaper(id: string): Answer {
  for (const file of recordedFiles('hf-daily')) {
    const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const rows = (Array.isArray(document) ? document : []) as { paper?: { id?: string } }[];
    const found = rows.find(({ paper }) => paper?.id === id);
    if (found !== undefined) return json(found.paper, {});
  }
  return notFound();
}

function recordedFeed(parameter: 'id_list' | 'search_query', value: string): Answer {
  for (const file of recordedFiles('arxiv-atom')) {
    const recorded = JSON.parse(readFileSync(file, 'utf8')) as {
      url: string;
      status_code: number;
      body: string;
    };
    const asked = new URL(recorded.url).searchParams;
    if (asked.get(parameter) === value && asked.get('start') === '0' && asked.get('max_results') === '100') {
      return { status: recorded.status_code, type: 'application/atom+xml', body: recorded.body, empty: '' };
    }
  }
  return feed(0, 0, 0);
}

function feed(total: number, start: number, size: number): Answer {
  const atom = (entries: string[]) =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">` +
    `<opensearch:totalResults>${total}</opensearch:totalResults>${entries.join('')}</feed>`;
  const entries = madeUp(
    total,
    (id) => `<entry><id>http://arxiv.org/abs/${id}v1</id><title>Paper ${id}</title></entry>`,
  );
  return { type: 'application/atom+xml', body: atom(entries.slice(start, start + size)), empty: atom([]) };
}

/** Cursors count, here; the service's own can't be read. A list ends with a page that has no results and no cursor. */
function workList(total: number, size: number, cursor: string): Answer {
  if (size < 1 || size > 100) return refusal('per_page must be a number between 1 and 100');
  const start = cursor === '*' ? 0 : Number(Buffer.from(cursor, 'base64').toString());
  const workOf = (id: string) => ({
    id: `https://openalex.org/W${id.replace('.', '')}`,
    title: `Paper ${id}`,
  });
  const results = madeUp(total, workOf).slice(start, start + size);
  const next = Buffer.from(String(start + size)).toString('base64');
  const meta = { count: total, next_cursor: results.length === 0 ? null : next };
  return json({ meta, results }, { meta: { ...meta, next_cursor: next }, results: [] });
}

function s2Search(total: number, offset: number, limit: number): Answer {
  if (limit > 100 || offset + limit >= 1000)
    return refusal('Requested data for this limit and/or offset is not available');
  const data = madeUp(total, (id) => ({ paperId: id, title: `Paper ${id}` })).slice(offset, offset + limit);
  const end = offset + data.length;
  const place = { total, offset, ...(end < total ? { next: end } : {}) };
  return json({ ...place, data }, { ...place, data: [] });
}

function madeUp<T>(count: number, make: (id: string) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(`2601.${String(index + 1).padStart(5, '0')}`));
}

function recordedFile(folder: string, name: string): Answer {
  const path = `${RECORDED}${folder}/${name}`;
  if (!existsSync(path)) return notFound();
  return { type: 'application/json', body: readFileSync(path, 'utf8'), empty: '{}' };
}

function recordedFiles(folder: string): string[] {
  const path = `${RECORDED}${folder}`;
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${path}/${name}`);
}

function json(value: unknown, empty: unknown): Answer {
  return { type: 'application/json', body: JSON.stringify(value), empty: JSON.stringify(empty) };
}

function notFound(): Answer {
  return { ...json({ error: 'Paper not found' }, {}), status: 404 };
}

function refusal(message: string): Answer {
  return { ...json({ error: 'Invalid query', message }, {}), status: 400 };
}
