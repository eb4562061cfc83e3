import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import type { Statement } from '../../src/graph/statement.ts';
import { deleteOrgs } from '../../src/graph/statements/orgs.ts';
import { ingestBatch } from '../../src/ingest/ingest-papers.ts';
import { refreshGraph } from '../../src/ingest/refresh-graph.ts';
import { titleKey } from '../../src/model/paper-ids.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';
import { testServer } from '../support/test-server.ts';
import { S2_ID, SAMPLE_RECORDS, seriesOfRecords } from '../support/sample-records.ts';

type Node = any;
const nodesOf = (connection: { edges: { node: Node }[] }): Node[] => connection.edges.map(({ node }) => node);
const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64');
const readAt = '2026-02-01T00:00:00.000Z';

const CREATE_OLD_ORG: Statement<Record<string, never>, object> = {
  name: 'write/of-a-test',
  text: "CREATE (:Org {slug: 'old', name: 'Old', aliases: ['The Old'], slugs: ['older']})",
  access: 'write',
  params: z.strictObject({}) as never,
  row: z.object({}),
  touches: () => ({ changed: { ORG: ['old'] } }),
};

describe.each(STORES)('queries over papers of several sources $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let store: GraphStore;
    let server: ReturnType<typeof testServer>;
    const ask = (query: string, variables = {}) => server.ask(query, variables);

    beforeAll(async () => {
      store = await openFresh(kind);
      for (const records of SAMPLE_RECORDS) await ingestBatch(store, records, { readAt });
      await ingestBatch(store, seriesOfRecords(60), { readAt });
      await refreshGraph(store);
      server = testServer(store);
    });
    afterAll(() => store.close());

    it('tell what each source says of a paper, when, and why it is about that paper', async () => {
      const { paper } = await ask(`{ paper(by: {arxivId: "2401.00001"}) {
        sources { source key at rule mergedAt facts { name at value } } } }`);
      expect(paper.sources).toMatchObject([
        { source: 'HF', key: 'hf|arxiv:2401.00001', at: '2024-01-08T00:00:00.000Z', rule: 'ARXIV_ID' },
        { source: 'HF', key: `hf|${titleKey('Graph attention')}||`, at: readAt, rule: 'TITLE' },
        { source: 'OPENALEX', key: 'openalex|arxiv:2401.00001', at: readAt, rule: 'ARXIV_ID' },
      ]);
      const facts = (index: number) =>
        Object.fromEntries(paper.sources[index].facts.map(({ name, ...fact }: Node) => [name, fact]));
      expect(facts(0)).toMatchObject({
        title: { value: 'Graph attention', at: '2024-01-08T00:00:00.000Z' },
        publishedOn: { value: '2024-01-05', at: '2024-01-06T00:00:00.000Z' },
      });
      expect(facts(0)).not.toHaveProperty('doi');
      expect(Object.keys(facts(1))).toEqual(['title']);
      expect(facts(2)).not.toHaveProperty('abstract');
      expect(facts(2)['doi']).toEqual({ value: '10.1000/one', at: readAt });
      expect(JSON.parse(facts(2)['authors'].value)).toMatchObject([
        { name: 'José García' },
        { name: 'A. Lovelace' },
      ]);
      expect(Date.parse(paper.sources[0].mergedAt)).toBeLessThanOrEqual(Date.now());

      const { paper: alone } = await ask(
        '{ paper(by: {doi: "10.1000/two"}) { sources { rule facts { name } } } }',
      );
      expect(alone.sources).toMatchObject([{ rule: null }]);
    });

    it('tell what was counted of a paper over time, by all sources, the larger of two counts once', async () => {
      const { paper } = await ask(`{ paper(by: {arxivId: "2401.00001"}) {
        all: observations { metric value at source }
        upvotes: observations(metric: UPVOTES, since: "2024-01-07") { value at }
        early: observations(until: "2024-01-06") { metric value source } } }`);
      expect(paper.all).toEqual([
        { metric: 'UPVOTES', value: 12, at: '2024-01-06T00:00:00.000Z', source: 'OPENALEX' },
        { metric: 'COMMENTS', value: 1, at: '2024-01-06T00:00:00.000Z', source: 'HF' },
        { metric: 'UPVOTES', value: 32, at: '2024-01-08T00:00:00.000Z', source: 'HF' },
        { metric: 'STARS', value: 5, at: '2024-01-08T00:00:00.000Z', source: 'HF' },
      ]);
      expect(paper.upvotes).toEqual([{ value: 32, at: '2024-01-08T00:00:00.000Z' }]);
      expect(paper.early).toEqual(
        paper.all.slice(0, 2).map(({ metric, value, source }: Node) => ({ metric, value, source })),
      );
    });

    it("tell a paper's ids, dates and counts, and how exactly they are known", async () => {
      const fields = `arxivId doi openAlexId semanticScholarId abstract publishedOn publishedPrecision upvotes
        commentCount starCount upvotesPerDay repos { edges { confidence node { host org { slug } } } }`;
      const { one, two, three } = await ask(`{
        one: paper(by: {title: "GRAPH ATTENTION!"}) { ${fields} }
        two: paper(by: {title: "Two graphs"}) { ${fields} }
        three: paper(by: {title: "A book"}) { ${fields} } }`);
      expect(one).toEqual({
        arxivId: '2401.00001',
        doi: '10.1000/one',
        openAlexId: 'W1',
        semanticScholarId: null,
        abstract: 'We attend to graphs.',
        publishedOn: '2024-01-05',
        publishedPrecision: 'DAY',
        upvotes: 32,
        commentCount: 1,
        starCount: 5,
        upvotesPerDay: 10,
        repos: { edges: [{ confidence: 0.8, node: { host: 'GITLAB', org: null } }] },
      });
      expect(two).toMatchObject({
        abstract: null,
        publishedOn: '2023-01-01',
        publishedPrecision: 'YEAR',
        semanticScholarId: S2_ID,
        upvotesPerDay: null,
      });
      expect(three).toMatchObject({ publishedOn: null, publishedPrecision: null, arxivId: null });
    });

    it.each([
      ['{doi: "https://doi.org/10.1000/ONE"}', 'Graph attention'],
      ['{doi: "10.48550/arXiv.2401.00001"}', 'Graph attention'],
      ['{openAlexId: "https://openalex.org/W1"}', 'Graph attention'],
      ['{openAlexId: "w2"}', 'Two graphs'],
      [`{semanticScholarId: "${S2_ID.toUpperCase()}"}`, 'Two graphs'],
    ])('find a paper by any of its ids: %s', async (by, title) => {
      await expect(ask(`{ paper(by: ${by}) { title } }`)).resolves.toEqual({ paper: { title } });
    });

    it.each([
      ['{doi: "W1"}', 'Expected a DOI such as 10.1093/mind/lix.236.433, but got "W1".'],
      ['{openAlexId: "10.1000/one"}', 'Expected an OpenAlex id such as W2741809807, but got "10.1000/one".'],
      [
        '{semanticScholarId: "7"}',
        'Expected a Semantic Scholar id of forty hexadecimal digits, but got "7".',
      ],
    ])('refuse what is no id of the kind: %s', async (by, message) => {
      const { errors } = await server.send(`{ paper(by: ${by}) { title } }`);
      expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    });

    it('find a paper by an id that it had before, and by its others, with one more statement for all', async () => {
      const former = [titleKey('Graph attention') ?? '', 'doi:10.1000/one', 'openalex:W1', 'openalex:W2'];
      const nodes = async (ids: string[]) => {
        const answer = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Paper { title } } }', {
          ids: ids.map((id) => globalId('Paper', id)),
        });
        return { nodes: answer.nodes, statements: Number(server.statementsOfLastRequest()) };
      };
      const found = await nodes(former);
      const [one, two] = (await nodes(['arxiv:2401.00001', 'doi:10.1000/two'])).nodes;
      expect(found.nodes).toEqual([one, one, one, two]);
      expect((await nodes(former.slice(0, 1))).statements).toBe(found.statements);
      await expect(nodes(['doi:10.1000/none', 'nonsense'])).resolves.toMatchObject({ nodes: [null, null] });
    });

    it('find an org by any of its slugs, in a filter too', async () => {
      const { bySlug, byOther, node, papers } = await ask(
        `query ($id: ID!) { bySlug: org(slug: "acme") { id slug slugs ror country aliases merges { form kind rule sources } } byOther: org(slug: "ACME-Labs") { id }
          node(id: $id) { id } papers(filter: {org: "acme-labs"}) { edges { node { title } } } }`,
        { id: globalId('Org', 'acme-labs') },
      );
      expect(bySlug).toMatchObject({
        slug: 'acme',
        slugs: ['acme-labs'],
        ror: 'https://ror.org/03cve4549',
        country: 'SE',
        aliases: ['Acme Labs'],
        merges: [
          { form: 'Acme Labs', kind: 'NAME', rule: 'SAME_ROR', sources: ['institution'] },
          { form: 'acme-labs', kind: 'SLUG', rule: 'SAME_ROR', sources: ['institution'] },
        ],
      });
      expect(byOther).toEqual({ id: bySlug.id });
      expect(node).toEqual({ id: bySlug.id });
      expect(nodesOf(papers).map(({ title }) => title)).toEqual(['Graph attention', 'Two graphs']);
    });

    it('tell the aliases of an org that an earlier version wrote with no reasons, and make up none', async () => {
      await store.run(CREATE_OLD_ORG, {});
      const { org } = await ask('{ org(slug: "old") { aliases slugs merges { form } } }');
      await store.run(deleteOrgs, { slugs: ['old'] });
      expect(org).toEqual({ aliases: ['The Old'], slugs: ['older'], merges: [] });
    });

    it('list the papers that a paper cites and those that cite it', async () => {
      const { one, two } = await ask(`{
        one: paper(by: {arxivId: "2401.00001"}) { citedBy { totalCount edges { node { title } } } citations { totalCount } }
        two: paper(by: {doi: "10.1000/two"}) { citations { edges { node { title } } } }
        stats { citations } }`);
      expect(one.citedBy).toEqual({ totalCount: 1, edges: [{ node: { title: 'Two graphs' } }] });
      expect(one.citations.totalCount).toBe(0);
      expect(nodesOf(two.citations)).toEqual([{ title: 'Graph attention' }]);
    });

    it("list a paper's authors in their order, an author's papers with the newest first, and co-authors", async () => {
      const { paper } =
        await ask(`{ paper(by: {arxivId: "2401.00001"}) { authors { totalCount edges { position node {
        key name aliases orcid openAlexId hfUser paperCount
        papers { edges { position node { title } } }
        coAuthors { edges { paperCount node { name } } } } } } } }`);
      expect(paper.authors.edges.map(({ position }: Node) => position)).toEqual([0, 1]);
      expect(nodesOf(paper.authors)).toMatchObject([
        {
          key: 'orcid:0000-0002-1825-0097',
          name: 'José García',
          aliases: ['J. García'],
          openAlexId: 'A1',
          paperCount: 3,
          papers: {
            edges: [
              { position: 0, node: { title: 'Graph attention' } },
              { position: 1, node: { title: 'Two graphs' } },
              { position: 0, node: { title: 'A book' } },
            ],
          },
          coAuthors: {
            edges: expect.arrayContaining([
              { paperCount: 1, node: { name: 'Ada Lovelace' } },
              { paperCount: 1, node: { name: 'Cy Young' } },
            ]),
          },
        },
        { key: 'hf:Ada-L', name: 'Ada Lovelace', hfUser: 'Ada-L', orcid: null, paperCount: 1 },
      ]);
    });

    it('find an author by id, ORCID in any form, and login on Hugging Face', async () => {
      const { author } = await ask(
        '{ author(by: {orcid: "https://orcid.org/0000-0002-1825-0097"}) { id name } }',
      );
      expect(author.name).toBe('José García');
      await expect(
        ask('query ($id: ID!) { byId: author(by: {id: $id}) { name } node(id: $id) { id } }', {
          id: author.id,
        }),
      ).resolves.toEqual({ byId: { name: 'José García' }, node: { id: author.id } });
      await expect(ask('{ author(by: {hfUser: "ada-l"}) { name } }')).resolves.toEqual({
        author: { name: 'Ada Lovelace' },
      });
      await expect(ask('{ author(by: {hfUser: "nobody"}) { name } }')).resolves.toEqual({ author: null });
      await expect(server.send('{ author(by: {orcid: "17"}) { name } }')).resolves.toMatchObject({
        errors: [
          {
            message: 'Expected an ORCID iD such as 0000-0002-1825-0097, but got "17".',
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      });
    });

    it.each([
      ['garcia jose', ['José García']],
      ['J. GARCÍA', ['José García']],
      ['lovelace', ['Ada Lovelace']],
      ['lovelace garcia', []],
      ['love', []],
    ])('list authors by the words of their names: %s', async (name, expected) => {
      const { authors } = await ask(
        'query ($name: String) { authors(name: $name) { totalCount edges { node { name } } } }',
        {
          name,
        },
      );
      expect(nodesOf(authors).map((author) => author.name)).toEqual(expected);
      expect(authors.totalCount).toBe(expected.length);
    });

    it('list all authors, those with most papers first', async () => {
      const { authors, stats } = await ask(
        '{ authors(first: 100) { totalCount edges { node { paperCount } } } stats { authors } }',
      );
      const counts = nodesOf(authors).map(({ paperCount }) => paperCount);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      expect(authors.totalCount).toBe(stats.authors);
      await expect(server.send('{ authors(name: "?") { totalCount } }')).resolves.toMatchObject({
        errors: [{ message: 'Expected "name" to hold a word of a name, but got "?".' }],
      });
    });

    it.each([
      ['{author: "orcid:0000-0002-1825-0097"}', ['Graph attention', 'Two graphs', 'A book']],
      ['{author: "nobody"}', []],
      ['{source: CSL}', ['A book']],
      ['{source: HF, minUpvotes: 32}', ['Graph attention']],
      ['{minUpvotes: 33}', []],
    ])('filter papers by %s', async (filter, titles) => {
      const { papers } = await ask(`{ papers(filter: ${filter}) { edges { node { title } } } }`);
      expect(nodesOf(papers).map(({ title }) => title)).toEqual(titles);
    });

    it.each([
      ['UPVOTES_DESC', 'upvotes', (a: number, b: number) => b - a],
      ['UPVOTES_ASC', 'upvotes', (a: number, b: number) => a - b],
      ['VELOCITY_DESC', 'upvotesPerDay', (a: number, b: number) => b - a],
      ['VELOCITY_ASC', 'upvotesPerDay', (a: number, b: number) => a - b],
    ])('order papers by %s, those without a count last', async (orderBy, field, compare) => {
      const { papers } = await ask(
        `{ papers(orderBy: ${orderBy}, first: 100) { edges { node { count: ${field} } } } }`,
      );
      const counts = nodesOf(papers).map(({ count }) => count);
      const told = counts.filter((count) => count !== null);
      expect(told.length).toBeGreaterThan(1);
      expect(counts).toEqual([...told.toSorted(compare), ...counts.filter((count) => count === null)]);
    });

    it('puts papers without a date last in both orders of dates', async () => {
      for (const orderBy of ['PUBLISHED_ON_DESC', 'PUBLISHED_ON_ASC']) {
        const { papers } = await ask(
          `{ papers(orderBy: ${orderBy}, first: 100) { edges { node { title } } } }`,
        );
        expect(nodesOf(papers).at(-1)).toEqual({ title: 'A book' });
      }
    });

    it('run the same number of statements for a page of 5 papers or authors as for one of 50', async () => {
      const papers = `query ($n: Int!) { papers(first: $n) { edges { node { title
        sources { key facts { name } } observations { value }
        authors(first: 2) { edges { node { name paperCount papers(first: 2) { edges { position } } coAuthors(first: 2) { totalCount } } } }
        citations(first: 2) { totalCount } citedBy(first: 2) { totalCount } } } } }`;
      const authors = `query ($n: Int!) { authors(first: $n) { edges { node { name paperCount
        papers(first: 2) { edges { node { title sources { key } } } } coAuthors(first: 2) { edges { paperCount } } } } } }`;
      const statementsFor = async (query: string, n: number) => {
        await ask(query, { n });
        return server.statementsOfLastRequest();
      };
      // One each for their records and their authors; the rest comes from the projection.
      expect(await statementsFor(papers, 5)).toBe(2);
      expect(await statementsFor(papers, 50)).toBe(2);
      expect(await statementsFor(authors, 50)).toBe(await statementsFor(authors, 5));
    });
  });
});
