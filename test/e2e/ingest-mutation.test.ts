import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/graph/open-store.ts';
import { testServer } from '../support/test-server.ts';

const API_KEY = 'a key of many letters';
const MUTATION = `mutation ($records: [JSON!]!) { ingest(input: {records: $records}) {
  read created updated unchanged rejected { position reason } } }`;
const COUNTS = { read: 1, created: 1, updated: 0, unchanged: 0 };

const store = await openStore({ kind: 'grafeo', path: null });
afterAll(() => store.close());

/** What the server handed over. */
let received: unknown[][] = [];
beforeEach(() => {
  received = [];
});
const ingest = (records: unknown[]) => {
  received.push(records);
  return Promise.resolve({ ...COUNTS, rejected: [{ position: 2, reason: 'expected a title' }] });
};
const key = API_KEY.replaceAll(' ', '-');
const server = testServer(store, { ingest, apiKey: key });
const bearer = (given: string) => ({ authorization: `Bearer ${given}` });

describe('the ingest mutation', () => {
  it('hands the records over as they come, and answers with what came of them', async () => {
    const records = [{ title: 'A', authors: ['Ada'] }, 17, 'text'];
    const response = await server.post(MUTATION, { records }, bearer(key));
    expect(response.status).toBe(200);
    await expect(response.json()).resolves.toEqual({
      data: { ingest: { ...COUNTS, rejected: [{ position: 2, reason: 'expected a title' }] } },
    });
    expect(received).toEqual([records]);
  });

  it('takes records that stand in the query itself', async () => {
    await server.post(
      'mutation { ingest(input: {records: [{title: "A", authorCount: 2}]}) { read } }',
      {},
      bearer(key),
    );
    expect(received).toEqual([[{ title: 'A', authorCount: 2 }]]);
  });

  it.each([
    ['no key', {}],
    ['another key', bearer(`${key}x`)],
    ['a key of another scheme', { authorization: `Basic ${key}` }],
    ['an empty key', bearer('')],
  ])('refuses a request with %s', async (_what, headers) => {
    const response = await server.post(MUTATION, { records: [] }, headers);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    await expect(response.json()).resolves.toMatchObject({
      errors: [
        {
          message: expect.stringMatching(/^Expected the header "Authorization: Bearer API_KEY"/),
          extensions: { code: 'UNAUTHORIZED' },
        },
      ],
    });
    expect(received).toEqual([]);
  });

  it.each([
    ['was given no key', testServer(store, { ingest })],
    ['takes no records', testServer(store)],
  ])('is refused by a server that %s, whatever the request brings', async (_what, closed) => {
    for (const headers of [{}, bearer(key), bearer('null')]) {
      const response = await closed.post(MUTATION, { records: [] }, headers);
      expect(response.status).toBe(401);
      await expect(response.json()).resolves.toMatchObject({
        errors: [{ message: 'This server takes no records: it was started without API_KEY.' }],
      });
    }
    expect(received).toEqual([]);
  });

  it('is refused for more than 1000 records at once', async () => {
    const response = await server.post(
      MUTATION,
      { records: Array.from({ length: 1001 }, () => ({})) },
      bearer(key),
    );
    await expect(response.json()).resolves.toMatchObject({
      errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'records', cost: 1001, maximum: 1000 } }],
    });
    expect(received).toEqual([]);
  });

  it('is refused by GET, also with the key', async () => {
    const query = encodeURIComponent('mutation { ingest(input: {records: []}) { read } }');
    const response = await server.yoga.fetch(`http://localhost/graphql?query=${query}`, {
      headers: { accept: 'application/json', ...bearer(key) },
    });
    expect(response.status).toBe(405);
    expect(received).toEqual([]);
  });

  it('may have a large body with the key, and only with it', async () => {
    const records = [{ title: 'x'.repeat(200_000) }];
    expect((await server.post(MUTATION, { records }, bearer(key))).status).toBe(200);
    expect(received).toEqual([records]);
    const refused = await server.post(MUTATION, { records }, bearer('another'));
    expect(refused.status).toBe(413);
    await expect(refused.json()).resolves.toMatchObject({
      errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'body', maximum: 100_000 } }],
    });
    const tooLarge = await server.post(MUTATION, { records: ['x'.repeat(16_000_000)] }, bearer(key));
    expect(tooLarge.status).toBe(413);
  });

  it('fails as any request does where the server can not keep the records, and tells no more', async () => {
    const failing = testServer(store, {
      ingest: () => Promise.reject(new Error('the password is hunter2')),
      apiKey: key,
    });
    const answer = await (await failing.post(MUTATION, { records: [{}] }, bearer(key))).text();
    expect(answer).toContain('INTERNAL_SERVER_ERROR');
    expect(answer).not.toContain('hunter2');
  });

  it('leaves queries open to everybody', async () => {
    await expect(server.ask('{ stats { papers } }')).resolves.toEqual({ stats: { papers: 0 } });
  });
});
