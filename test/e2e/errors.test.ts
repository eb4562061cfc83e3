import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { openStore } from '../../src/graph/open-store.ts';
import { aroundStatements } from '../../src/graph/around-statements.ts';
import { memoryProjector } from '../../src/projection/memory-projector.ts';
import { createServer } from '../../src/server/create-server.ts';
import { testServer } from '../support/test-server.ts';

const store = await openStore({ kind: 'grafeo', path: null });
const { send, ask } = testServer(store);
afterAll(() => store.close());

describe('an error', () => {
  it.each([
    [
      '{ paper(by: {arxivId: "nonsense"}) { title } }',
      'Expected an arXiv id such as 1706.03762, but got "nonsense".',
    ],
    ['{ paper(by: {title: "?!"}) { title } }', 'Expected a title with letters or digits.'],
    [
      '{ repo(url: "openai") { url } }',
      `Expected a repository's URL such as https://github.com/owner/name, but got "openai".`,
    ],
    [
      '{ papers(filter: {text: "of the"}) { totalCount } }',
      'Expected "text" to hold a word to search for, but got "of the".',
    ],
    [
      '{ papers(after: "x") { totalCount } }',
      'Expected "after" to be a cursor of this connection, but got "x".',
    ],
  ])('of the client says what was expected: %s', async (query, message) => {
    const { errors } = await send(query);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each([
    '{ node(id: "nonsense") { id } }',
    `{ paper(by: {id: "${Buffer.from('Topic:llm').toString('base64')}"}) { id } }`,
  ])('of the client is told for an id that is none, or of another type: %s', async (query) => {
    const { errors } = await send(query);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('tells of a wrong date where it stands and what was expected', async () => {
    const literal = await send('{ papers(filter: {publishedSince: "2024-02-30"}) { totalCount } }');
    expect(literal.errors).toMatchObject([
      { message: expect.stringContaining('Expected a day as YYYY-MM-DD, but got "2024-02-30"') },
    ]);
    const variable = await send('query ($d: Date) { papers(filter: {publishedSince: $d}) { totalCount } }', {
      d: 5,
    });
    expect(variable.errors).toMatchObject([
      {
        message: expect.stringContaining('Expected a day as YYYY-MM-DD, but got 5'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  it.each([
    ['{ papers { nothing } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ paper(by: {arxivId: "1706.03762", title: "x"}) { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ papers {', 'GRAPHQL_PARSE_FAILED'],
  ])('in the query itself has a code: %s', async (query, code) => {
    const { errors } = await send(query);
    expect(errors).toMatchObject([{ extensions: { code } }]);
  });

  it('is no error where something is looked up that is not there: that is null', async () => {
    await expect(
      ask(`{
        paper(by: {title: "No such paper"}) { id }
        byId: paper(by: {id: "${Buffer.from('Paper:arxiv:0000.00000').toString('base64')}"}) { id }
        topic(name: "no such topic") { id }
        org(slug: "nobody") { id }
        repo(url: "github.com/nobody/nothing") { id }
        node(id: "${Buffer.from('Org:nobody').toString('base64')}") { id }
        nodes(ids: ["${Buffer.from('Repo:x').toString('base64')}"]) { id }
        papers(filter: {topic: "no such topic"}) { totalCount }
      }`),
    ).resolves.toEqual({
      paper: null,
      byId: null,
      topic: null,
      org: null,
      repo: null,
      node: null,
      nodes: [null],
      papers: { totalCount: 0 },
    });
  });

  it('of the server is masked, and logged in full under the request id that the client sees', async () => {
    const failing: GraphStore = { ...store, run: () => Promise.reject(new Error('the password is hunter2')) };
    const { send: sendToFailing, lines } = testServer(failing);
    const { data, errors } = await sendToFailing('{ stats { papers } }');
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([
      { message: 'Something went wrong on the server.', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
    const requestId = errors?.[0]?.extensions['requestId'];
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines.find(({ level }) => level === 50)).toMatchObject({
      requestId,
      err: { message: 'the password is hunter2' },
    });
  });
});

describe('the readiness check', () => {
  const statusOf = async (checked: GraphStore, path: string) => {
    const { yoga, projector } = testServer(checked);
    await projector.catchUp().catch(() => {});
    return (await yoga.fetch(`http://localhost${path}`)).status;
  };

  it('fails while the store does not answer, though the server lives', async () => {
    const down: GraphStore = { ...store, run: () => Promise.reject(new Error('down')) };
    expect([await statusOf(store, '/ready'), await statusOf(down, '/ready')]).toEqual([200, 503]);
    expect(await statusOf(down, '/health')).toBe(200);
  });

  it('fails until the projection is there and tells how far it is, while queries are answered', async () => {
    let letRead = () => {};
    const reading = new Promise<void>((resolve) => (letRead = resolve));
    const slow = aroundStatements(store, (run) => async (statement, params) => {
      if (statement.name === 'read/node-keys') await reading;
      return run(statement, params);
    });
    const log = pino({ level: 'silent' });
    const projector = memoryProjector(slow, { log });
    const yoga = createServer(slow, projector, log);
    const get = async (path: string) => yoga.fetch(`http://localhost${path}`);
    projector.start();

    const response = await get('/ready');
    expect(response.status).toBe(503);
    await expect(response.json()).resolves.toEqual({
      status: 'reading the graph into memory',
      done: 0,
      of: 0,
    });
    expect((await get('/health')).status).toBe(200);
    const answer = await get('/graphql?query={stats{papers}}');
    await expect(answer.json()).resolves.toHaveProperty('data.stats.papers');

    letRead();
    await expect.poll(async () => (await get('/ready')).status).toBe(200);
    await projector.stop();
  });
});

describe('the log', () => {
  it('has one line for each request: operation, duration, statements, errors', async () => {
    const { ask: askLogged, lines } = testServer(store);
    await askLogged('query HowLarge { stats { papers } }');
    expect(lines.filter(({ msg }) => msg === 'request')).toMatchObject([
      {
        operation: 'HowLarge',
        ms: expect.any(Number),
        statements: 1,
        errors: 0,
        requestId: expect.any(String),
      },
    ]);
  });

  it('has one for a request that is refused before it runs, and for no health check', async () => {
    const { yoga, send: sendLogged, lines } = testServer(store);
    await sendLogged('{ nothing }');
    await sendLogged('{');
    await yoga.fetch('http://localhost/health');
    expect(lines.filter(({ msg, level }) => msg === 'request' && level === 30)).toMatchObject([
      { status: 200, ms: expect.any(Number) },
      { status: 200, ms: expect.any(Number) },
    ]);
  });
});
