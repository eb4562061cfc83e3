import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { ingestFile, SAMPLE } from '../support/ingest-file.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';
import { testServer } from '../support/test-server.ts';

const EVERYTHING = `totalCount correctedQuery pageInfo { hasNextPage endCursor }
  edges { cursor score highlights { field text offset matches { start end } }
    node { type: __typename ... on Paper { id title abstract } ... on Topic { name aliases } ... on Org { name aliases slug slugs }
      ... on Author { name aliases } ... on Repo { owner name } } }`;

/** What each store answers: it has to be the same. */
const answers = new Map<string, unknown>();

describe.each(STORES)('search $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let store: GraphStore;
    let server: ReturnType<typeof testServer>;
    beforeAll(async () => {
      store = await openFresh(kind);
      await ingestFile(store, SAMPLE);
      server = testServer(store);
    });
    afterAll(() => store.close());

    const find = async (query: string, variables: Record<string, unknown> = {}) =>
      (
        await server.ask(
          `query ($query: String!, $types: [NodeKind!], $filter: PaperFilter, $first: Int, $after: String, $last: Int, $before: String) {
             search(query: $query, types: $types, filter: $filter, first: $first, after: $after, last: $last, before: $before) { ${EVERYTHING} } }`,
          { query, ...variables },
        )
      ).search;
    const same = (name: string, answer: unknown) => {
      expect(answer).toEqual(answers.get(name) ?? answer);
      answers.set(name, answer);
    };

    it('finds nodes of all kinds, and shows where each has the words', async () => {
      const found = await find('attention', { first: 50 });
      same('attention', found);
      expect(found.edges.length).toBeGreaterThan(5);
      for (const { node, highlights } of found.edges) {
        expect(highlights.length).toBeGreaterThan(0);
        for (const { field, text, offset, matches } of highlights) {
          const whole = textsOf(node)[field as string] ?? [];
          expect(whole.some((one) => one.slice(offset, offset + text.length) === text)).toBe(true);
          for (const { start, end } of matches) expect(text.slice(start, end)).toMatch(/^attent/i);
        }
      }
      expect(new Set(found.edges.map(({ node }: any) => node.type)).size).toBeGreaterThan(1);
    });

    it('puts the topic first whose name is asked for', async () => {
      const { topics } = await server.ask('{ topics(first: 5) { edges { node { name } } } }');
      for (const { node } of topics.edges) {
        const [best] = (await find(node.name.toUpperCase(), { first: 1 })).edges;
        expect(best).toMatchObject({ node: { type: 'Topic', name: node.name } });
        expect(best.score).toBeGreaterThan(1);
      }
    });

    it('leads through all pages, forward and backward, without gaps', async () => {
      const whole = await find('learn*', { first: 100 });
      const cursors = whole.edges.map(({ cursor }: any) => cursor);
      const paged: string[] = [];
      for (let after: string | null = null; ;) {
        const page = await find('learn*', { first: 7, after });
        paged.push(...page.edges.map(({ cursor }: any) => cursor));
        expect(page.totalCount).toBe(whole.totalCount);
        if (!page.pageInfo.hasNextPage || paged.length >= 100) break;
        after = page.pageInfo.endCursor;
      }
      expect(paged.slice(0, 100)).toEqual(cursors);
      const before = await find('learn*', { last: 3, before: cursors[5] });
      expect(before.edges.map(({ cursor }: any) => cursor)).toEqual(cursors.slice(2, 5));
    });

    it('runs no more statements for a longer page, and one a kind at most', async () => {
      await find('model', { first: 2, types: ['PAPER', 'TOPIC'] });
      const few = Number(server.statementsOfLastRequest());
      await find('model', { first: 40, types: ['PAPER', 'TOPIC'] });
      expect(Number(server.statementsOfLastRequest())).toBeLessThanOrEqual(2);
      expect(few).toBeLessThanOrEqual(2);
    });

    it('finds papers that pass a filter, and other kinds all the same', async () => {
      const all = await find('attention', { types: ['PAPER'], first: 100 });
      const withRepo = await find('attention', { types: ['PAPER'], filter: { hasRepo: true }, first: 100 });
      const without = await find('attention', { types: ['PAPER'], filter: { hasRepo: false }, first: 100 });
      expect(withRepo.totalCount).toBeGreaterThan(0);
      expect(withRepo.totalCount + without.totalCount).toBe(all.totalCount);
      const both = await find('attention', {
        types: ['PAPER', 'TOPIC'],
        filter: { hasRepo: true },
        first: 100,
      });
      const topics = await find('attention', { types: ['TOPIC'], first: 100 });
      expect(both.totalCount).toBe(withRepo.totalCount + topics.totalCount);
    });

    it('says what it searched for instead of a slip', async () => {
      const found = await find('atention');
      same('atention', found);
      expect(found.correctedQuery).toBe('attention');
      expect(found.totalCount).toBe((await find('attention')).totalCount);
      expect((await find('attention')).correctedQuery).toBeNull();
      expect(await find('xyzzyplugh')).toMatchObject({ totalCount: 0, edges: [], correctedQuery: null });
    });

    it('refuses a query without words, and one with too many', async () => {
      const send = (query: string) =>
        server.send('query ($q: String!) { search(query: $q) { totalCount } }', { q: query });
      await expect(send('the')).resolves.toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
      });
      await expect(send('graph '.repeat(33))).resolves.toMatchObject({
        errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'searchWords', cost: 33, maximum: 32 } }],
      });
    });

    it('suggests names while somebody types, and what they stand for where asked', async () => {
      const query = `query ($prefix: String!, $types: [NodeKind!]) { suggest(prefix: $prefix, types: $types, first: 5) {
        text type paperCount node { type: __typename ... on Topic { name paperCount } ... on Paper { title } } } }`;
      const { suggest } = await server.ask(query, { prefix: 'atten', types: ['TOPIC', 'PAPER'] });
      same('suggest', suggest);
      expect(suggest[0]).toMatchObject({ type: 'TOPIC', text: expect.stringMatching(/^atten/i) });
      for (const { text, type, paperCount, node } of suggest) {
        expect(node.name ?? node.title).toBe(text);
        expect(node.type).toBe(type === 'PAPER' ? 'Paper' : 'Topic');
        expect(node.paperCount ?? null).toBe(paperCount);
      }
    });

    it('suggests without a statement, and from 1 to 50 names', async () => {
      await server.ask('{ suggest(prefix: "a") { text } }');
      expect(server.statementsOfLastRequest()).toBe(0);
      await expect(server.ask('{ suggest(prefix: "") { text } }')).resolves.toEqual({ suggest: [] });
      await expect(server.send('{ suggest(prefix: "a", first: 51) { text } }')).resolves.toMatchObject({
        errors: [
          { message: 'Expected "first" from 1 to 50, but got 51.', extensions: { code: 'BAD_USER_INPUT' } },
        ],
      });
    });
  });
});

function textsOf(node: any): Record<string, string[]> {
  if (node.type === 'Paper') return { TITLE: [node.title], ABSTRACT: [node.abstract ?? ''] };
  if (node.type === 'Repo') return { NAME: [`${node.owner}/${node.name}`] };
  return { NAME: [node.name], OTHER_NAME: [...node.aliases, ...(node.slugs ?? []), node.slug ?? ''] };
}
