import { getIntrospectionQuery } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/graph/open-store.ts';
import { testServer } from '../support/test-server.ts';

const store = await openStore({ kind: 'grafeo', path: null });
const { yoga, send, ask, statementsOfLastRequest } = testServer(store);
afterAll(() => store.close());

/** A query that asks for papers of topics of papers … `levels` times. */
const nested = (levels: number, first: number): string =>
  levels === 0
    ? 'title'
    : `topics(first: ${first}) { edges { node { papers(first: ${first}) { edges { node { ${nested(levels - 1, first)} } } } } } }`;
const papers = (levels: number, first: number) =>
  `{ papers(first: ${first}) { edges { node { ${nested(levels, first)} } } } }`;

describe('a query that costs too much', () => {
  it('is refused for its complexity, which counts fields with all pages full, before anything is fetched', async () => {
    const { errors } = await send(papers(1, 50));
    expect(errors).toMatchObject([
      {
        extensions: {
          code: 'LIMIT_EXCEEDED',
          limit: 'complexity',
          maximum: 50_000,
          cost: expect.any(Number),
        },
      },
    ]);
    expect(errors?.[0]?.extensions['cost']).toBeGreaterThan(50 * 50 * 50);
    expect(errors?.[0]?.message).toMatch(
      /^The request has \d+ fields when all pages are full, but at most 50000 are allowed\.$/,
    );
    expect(statementsOfLastRequest()).toBe(0);
  });

  it('is refused for a page size that comes in a variable, too', async () => {
    const query = `query ($n: Int) { papers(first: $n) { edges { node { topics(first: $n) { edges { node { papers(first: $n) { totalCount edges { node { title } } } } } } } } } }`;
    await expect(send(query, { n: 3 })).resolves.not.toHaveProperty('errors');
    await expect(send(query, { n: 90 })).resolves.toMatchObject({
      errors: [{ extensions: { limit: 'complexity' } }],
    });
  });

  it('is refused by what the operation costs that runs, not by the first one in the document', async () => {
    const body = { query: `query Cheap { stats { papers } } query Dear ${papers(1, 50)}` };
    const run = async (operationName: string) =>
      (
        await yoga.fetch('http://localhost/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...body, operationName }),
        })
      ).json();
    await expect(run('Cheap')).resolves.not.toHaveProperty('errors');
    await expect(run('Dear')).resolves.toMatchObject({ errors: [{ extensions: { limit: 'complexity' } }] });
  });

  it('is refused for its depth', async () => {
    await expect(send(papers(3, 1))).resolves.toMatchObject({
      errors: [
        {
          message: expect.stringMatching(
            /^The request has \d+ levels of fields, but at most 16 are allowed\.$/,
          ),
          extensions: { code: 'LIMIT_EXCEEDED', limit: 'depth', maximum: 16 },
        },
      ],
    });
  });

  it('is refused for its aliases', async () => {
    const aliases = Array.from({ length: 31 }, (_, index) => `a${index}: stats { papers }`).join(' ');
    await expect(send(`{ ${aliases} }`)).resolves.toMatchObject({
      errors: [
        {
          message: 'The request has 31 aliases, but at most 30 are allowed.',
          extensions: { code: 'LIMIT_EXCEEDED', limit: 'aliases', cost: 31, maximum: 30 },
        },
      ],
    });
  });

  it('is refused for the words of its text search, repeated ones counted once', async () => {
    const search = (text: string) =>
      send('query ($text: String) { papers(filter: {text: $text}) { totalCount } }', { text });
    const words = Array.from({ length: 33 }, (_, index) => `word${index}`).join(' ');
    await expect(search(words)).resolves.toMatchObject({
      errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'searchWords', cost: 33, maximum: 32 } }],
    });
    await expect(search('model '.repeat(2_000))).resolves.toMatchObject({ data: { papers: {} } });
  });

  it('is refused for a filter with too many conditions or too many levels', async () => {
    const list = (filter: object) =>
      send('query ($filter: PaperFilter) { papers(filter: $filter) { totalCount } }', { filter });
    const names = (count: number) => Array.from({ length: count }, (_, index) => `topic ${index}`);
    const deep = (levels: number): object => (levels === 1 ? { hasRepo: true } : { not: deep(levels - 1) });
    await expect(
      list({ or: [{ topics: { any: names(60) } }, { orgs: { all: names(40) } }] }),
    ).resolves.toEqual({
      data: { papers: { totalCount: 0 } },
    });
    await expect(
      list({ or: [{ topics: { any: names(60) } }, { orgs: { all: names(41) } }] }),
    ).resolves.toMatchObject({
      errors: [
        { extensions: { code: 'LIMIT_EXCEEDED', limit: 'filterConditions', cost: 101, maximum: 100 } },
      ],
    });
    await expect(list(deep(8))).resolves.not.toHaveProperty('errors');
    await expect(list(deep(9))).resolves.toMatchObject({
      errors: [
        {
          message: 'The filter has 9 levels, but at most 8 are allowed.',
          extensions: { code: 'LIMIT_EXCEEDED', limit: 'filterDepth', cost: 9, maximum: 8 },
        },
      ],
    });
  });

  it('is refused for more values of a facet than 100', async () => {
    await expect(send('{ papers { facets { orgs(first: 101) { count } } } }')).resolves.toMatchObject({
      errors: [{ message: 'Expected "first" from 1 to 100, but got 101.' }],
    });
  });

  it('is refused for its tokens', async () => {
    await expect(send(`{ stats { ${'papers '.repeat(2_000)} } }`)).resolves.toMatchObject({
      errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'tokens', cost: 2_005, maximum: 2_000 } }],
    });
  });

  it('is refused for the size of its body', async () => {
    const body = JSON.stringify({
      query: '{ stats { papers } }',
      variables: { filler: 'x'.repeat(100_000) },
    });
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
      body,
    });
    expect(response.status).toBe(413);
    await expect(response.json()).resolves.toMatchObject({
      errors: [
        { extensions: { code: 'LIMIT_EXCEEDED', limit: 'body', cost: body.length, maximum: 100_000 } },
      ],
    });
  });

  it('is refused for the size of its body where the client does not tell it', async () => {
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([JSON.stringify({ query: `{ stats { papers } } #${'x'.repeat(100_000)}` })]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  it.each([
    ['papers(first: 101) { totalCount }', 'Expected "first" from 1 to 100, but got 101.'],
    ['papers(last: 0) { totalCount }', 'Expected "last" from 1 to 100, but got 0.'],
  ])('is refused for its page size: %s', async (field, message) => {
    await expect(send(`{ ${field} }`)).resolves.toMatchObject({
      errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('is not the introspection by which the playground starts', async () => {
    await expect(
      ask(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, oneOf: true })),
    ).resolves.toBeDefined();
  });
});
