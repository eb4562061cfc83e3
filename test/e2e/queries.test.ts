import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { exampleQueries } from '../../src/server/example-queries.ts';
import { ingestFile, SAMPLE } from '../support/ingest-file.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';
import { testServer } from '../support/test-server.ts';

/** A node of an answer: what the query asked for. */
type Node = any;
const nodesOf = (connection: { edges: { node: Node }[] }): Node[] => connection.edges.map(({ node }) => node);

describe.each(STORES)('queries over the sample papers $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let store: GraphStore;
    let server: ReturnType<typeof testServer>;
    /** Every paper with its links, page by page: what the other answers are checked against. */
    let all: Node[];

    beforeAll(async () => {
      store = await openFresh(kind);
      await ingestFile(store, SAMPLE);
      server = testServer(store);
      all = await everyPaper();
    });
    afterAll(() => store.close());

    const ask = (query: string, variables = {}) => server.ask(query, variables);

    async function everyPaper(): Promise<Node[]> {
      const query = `query ($after: String) { papers(first: 20, after: $after) {
        pageInfo { hasNextPage endCursor }
        edges { node { id title abstract publishedOn commentCount upvotes arxivId sources { key }
          authors(first: 20) { edges { node { key } } } citations(first: 20) { totalCount }
          topics(first: 20) { edges { score evidence { text } node { name aliases } } }
          orgs(first: 20) { edges { source node { slug name } } }
          repos(first: 20) { edges { source node { url owner org { slug } } } } } } } }`;
      const papers: Node[] = [];
      for (let after: string | null = null; ;) {
        const { papers: page } = await ask(query, { after });
        papers.push(...nodesOf(page));
        if (!page.pageInfo.hasNextPage) return papers;
        after = page.pageInfo.endCursor;
      }
    }
    const topicsOf = (paper: Node) => nodesOf(paper.topics).map(({ name }) => name);
    const orgsOf = (paper: Node) => nodesOf(paper.orgs).map(({ slug }) => slug);

    it('has at least 60 papers of at least 8 orgs with repositories, as many as stats tells', async () => {
      const { stats } = await ask(
        '{ stats { papers authors topics orgs repos records authorLinks topicLinks orgLinks repoLinks ownerLinks citations } }',
      );
      const distinct = (values: unknown[]) => new Set(values).size;
      expect(stats).toEqual({
        papers: all.length,
        authors: distinct(all.flatMap((paper) => nodesOf(paper.authors).map(({ key }) => key))),
        topics: distinct(all.flatMap(topicsOf)),
        orgs: distinct(all.flatMap(orgsOf)),
        repos: distinct(all.flatMap((paper) => nodesOf(paper.repos).map(({ url }) => url))),
        records: all.flatMap(({ sources }) => sources).length,
        authorLinks: all.flatMap((paper) => nodesOf(paper.authors)).length,
        topicLinks: all.flatMap(topicsOf).length,
        orgLinks: all.flatMap(orgsOf).length,
        repoLinks: all.flatMap((paper) => nodesOf(paper.repos)).length,
        ownerLinks: distinct(
          all.flatMap((paper) => nodesOf(paper.repos).flatMap(({ url, org }) => (org ? [url] : []))),
        ),
        citations: all.reduce((sum, { citations }) => sum + citations.totalCount, 0),
      });
      expect(stats.records).toBeGreaterThanOrEqual(stats.papers);
      expect(stats.papers).toBeGreaterThanOrEqual(60);
      expect(stats.orgs).toBeGreaterThanOrEqual(8);
      expect(stats.repos).toBeGreaterThanOrEqual(40);
      expect(stats.ownerLinks).toBeGreaterThanOrEqual(5);
    });

    it.each(exampleQueries.map((query) => [/query (\w+)/.exec(query)?.[1], query]))(
      'answers the example of the playground: %s',
      async (_name, query = '') => {
        const [answer] = Object.values(await ask(query));
        expect(answer).not.toBeNull();
        // Every connection on the first levels has something to show.
        for (const value of Object.values(answer as Node)) {
          if (value !== null && typeof value === 'object' && 'edges' in value)
            expect(value.edges).not.toEqual([]);
        }
        if ('edges' in (answer as Node)) expect((answer as Node)['edges']).not.toEqual([]);
      },
    );

    it('finds a paper by title in any spelling, by arXiv id in any form, and by its id', async () => {
      const { byTitle, byArxivId } = await ask(`{
        byTitle: paper(by: {title: "attention is ALL you need."}) { id title }
        byArxivId: paper(by: {arxivId: "arXiv:1706.03762v7"}) { id title }
      }`);
      expect(byTitle).toMatchObject({ title: 'Attention Is All You Need' });
      expect(byArxivId).toEqual(byTitle);
      const { byId, node, nodes } = await ask(
        `query ($id: ID!) { byId: paper(by: {id: $id}) { id title } node(id: $id) { id ... on Paper { title } } nodes(ids: [$id]) { id } }`,
        { id: byTitle.id },
      );
      expect(byId).toEqual(byTitle);
      expect(node).toEqual(byTitle);
      expect(nodes).toEqual([{ id: byTitle.id }]);
    });

    it('finds every kind of node again by its id', async () => {
      const roots = await ask(`{
        topics(first: 1) { edges { node { id } } } orgs(first: 1) { edges { node { id } } } repos(first: 1) { edges { node { id } } }
      }`);
      for (const root of Object.values(roots)) {
        const [{ id } = { id: '' }] = nodesOf(root as never) as { id: string }[];
        await expect(ask('query ($id: ID!) { node(id: $id) { id } }', { id })).resolves.toEqual({
          node: { id },
        });
      }
    });

    const ORDERS: Record<string, (a: Node, b: Node) => number> = {
      PUBLISHED_ON_DESC: (a, b) => compare(b.publishedOn, a.publishedOn),
      PUBLISHED_ON_ASC: (a, b) => compare(a.publishedOn, b.publishedOn),
      TITLE_ASC: (a, b) => compare(a.title.toLowerCase(), b.title.toLowerCase()),
      TITLE_DESC: (a, b) => compare(b.title.toLowerCase(), a.title.toLowerCase()),
      COMMENT_COUNT_DESC: () => 0,
      COMMENT_COUNT_ASC: () => 0,
      UPVOTES_DESC: () => 0,
      UPVOTES_ASC: () => 0,
      VELOCITY_DESC: () => 0,
      VELOCITY_ASC: () => 0,
    };

    it.each(Object.keys(ORDERS))(
      'pages forward and backward over all papers, each exactly once: %s',
      async (orderBy) => {
        const page = `totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { id title publishedOn } }`;
        const forward: Node[] = [];
        for (let after: string | null = null; ;) {
          const { papers } = await ask(
            `query ($after: String, $orderBy: PaperOrder!) { papers(first: 7, after: $after, orderBy: $orderBy) { ${page} } }`,
            { after, orderBy },
          );
          expect(papers.totalCount).toBe(all.length);
          forward.push(...nodesOf(papers));
          if (!papers.pageInfo.hasNextPage) break;
          after = papers.pageInfo.endCursor;
        }
        const backward: Node[] = [];
        for (let before: string | null = null; ;) {
          const { papers } = await ask(
            `query ($before: String, $orderBy: PaperOrder!) { papers(last: 7, before: $before, orderBy: $orderBy) { ${page} } }`,
            { before, orderBy },
          );
          backward.unshift(...nodesOf(papers));
          if (!papers.pageInfo.hasPreviousPage) break;
          before = papers.pageInfo.startCursor;
        }
        expect(forward).toHaveLength(all.length);
        expect(new Set(forward.map(({ id }) => id)).size).toBe(all.length);
        expect(backward).toEqual(forward);
        // Sorting is stable, so papers that are equal in the order keep the order of their ids.
        const byId = forward.toSorted((a, b) => compare(rawId(a), rawId(b)));
        expect(forward.map(({ title }) => title)).toEqual(
          byId.toSorted(ORDERS[orderBy]).map(({ title }) => title),
        );
      },
    );

    it.each<[string, (paper: Node) => boolean]>([
      ['{topic: "large language models"}', (paper) => topicsOf(paper).includes('large language model')],
      ['{topic: "LLM"}', (paper) => topicsOf(paper).includes('large language model')],
      ['{source: LISTING}', () => true],
      ['{org: "OpenAI"}', (paper) => orgsOf(paper).includes('openai')],
      ['{hasRepo: true}', (paper) => paper.repos.edges.length > 0],
      ['{hasRepo: false}', (paper) => paper.repos.edges.length === 0],
      ['{publishedSince: "2023-01-01"}', (paper) => paper.publishedOn >= '2023-01-01'],
      ['{publishedUntil: "2017-06-12"}', (paper) => paper.publishedOn <= '2017-06-12'],
      [
        '{publishedSince: "2020-01-01", publishedUntil: "2021-12-31", hasRepo: true}',
        (paper) =>
          paper.publishedOn >= '2020-01-01' &&
          paper.publishedOn <= '2021-12-31' &&
          paper.repos.edges.length > 0,
      ],
      ['{text: "language MODELS"}', (paper) => hasText(paper, /language/, /model/)],
      [
        '{text: "retrieval", org: "facebook"}',
        (paper) => hasText(paper, /retrieval|retrieve/) && orgsOf(paper).includes('facebook'),
      ],
      [
        String.raw`{text: "\"language model\" agents"}`,
        (paper) => hasText(paper, /language[\s-]models?\b/, /\bagents?\b/),
      ],
      [
        '{topics: {all: ["LLM", "benchmarks"]}}',
        (paper) => ['large language model', 'benchmark'].every((name) => topicsOf(paper).includes(name)),
      ],
      [
        '{orgs: {any: ["openai", "GOOGLE", "nobody"]}, authors: {all: []}}',
        (paper) => orgsOf(paper).some((slug) => slug === 'openai' || slug === 'google'),
      ],
      ['{orgs: {all: ["openai", "nobody"]}}', () => false],
      ['{topics: {any: []}}', () => false],
      ['{or: []}', () => false],
      ['{and: [], not: {or: []}}', () => true],
      [
        '{or: [{org: "openai"}, {hasRepo: false, publishedSince: "2022-01-01"}], not: {topic: "LLMs"}}',
        (paper) =>
          (orgsOf(paper).includes('openai') ||
            (paper.repos.edges.length === 0 && paper.publishedOn >= '2022-01-01')) &&
          !topicsOf(paper).includes('large language model'),
      ],
      ['{maxUpvotes: 1000}', (paper) => paper.upvotes !== null && paper.upvotes <= 1000],
    ])('filters papers by %s', async (filter, holds) => {
      const { papers } = await ask(
        `{ papers(first: 100, filter: ${filter}) { totalCount edges { node { title } } } }`,
      );
      const expected = all.filter(holds).map(({ title }) => title);
      expect(
        nodesOf(papers)
          .map(({ title }) => title)
          .sort(),
      ).toEqual(expected.sort());
      expect(papers.totalCount).toBe(expected.length);
    });

    it('counts the papers of a list by topic, org, author, year, source and repository, whatever the page', async () => {
      const facets = `totalCount facets { topics(first: 3) { count topic { name } } orgs(first: 100) { count org { slug } }
        authors(first: 2) { count author { key } } years(first: 100) { year count } sources { source count } hasRepo { hasRepo count } }`;
      const { papers, topic } = await ask(`{
        papers(first: 1, filter: {not: {org: "google"}}) { ${facets} }
        topic(name: "LLM") { papers(last: 1, filter: {not: {org: "google"}}) { ${facets} } } }`);
      const others = all.filter((paper) => !orgsOf(paper).includes('google'));
      const llm = others.filter((paper) => topicsOf(paper).includes('large language model'));
      for (const [list, { totalCount, facets }] of [
        [others, papers],
        [llm, topic.papers],
      ] as [Node[], Node][]) {
        expect(totalCount).toBe(list.length);
        const counts = (values: unknown[]): Record<string, number> =>
          Object.fromEntries(
            [...new Set(values)].map((value) => [value, values.filter((x) => x === value).length]),
          );
        const orgs = counts(list.flatMap(orgsOf));
        expect(Object.fromEntries(facets.orgs.map(({ org, count }: Node) => [org.slug, count]))).toEqual(
          orgs,
        );
        expect(facets.orgs.map(({ org }: Node) => org.slug)).toEqual(
          Object.keys(orgs).sort((a, b) => (orgs[b] ?? 0) - (orgs[a] ?? 0) || compare(a, b)),
        );
        const topics = counts(list.flatMap(topicsOf));
        expect(facets.topics.map(({ count }: Node) => count)).toEqual(
          Object.values(topics)
            .sort((a, b) => b - a)
            .slice(0, 3),
        );
        for (const { topic, count } of facets.topics) expect(count).toBe(topics[topic.name]);
        const years = counts(list.map(({ publishedOn }) => Number(publishedOn.slice(0, 4))));
        expect(Object.fromEntries(facets.years.map(({ year, count }: Node) => [year, count]))).toEqual(years);
        expect(facets.years.map(({ year }: Node) => year)).toEqual(
          Object.keys(years)
            .map(Number)
            .sort((a, b) => b - a),
        );
        expect(facets.sources).toEqual([{ source: 'LISTING', count: list.length }]);
        const withRepo = list.filter(({ repos }) => repos.edges.length > 0).length;
        expect(facets.hasRepo).toContainEqual({ hasRepo: true, count: withRepo });
      }
    });

    it('filters and orders the nested lists of papers, too', async () => {
      const { orgs } = await ask(`{ orgs(first: 30) { edges { node { slug
        papers(first: 100, filter: {hasRepo: true, topics: {any: ["LLM", "transformers"]}}, orderBy: TITLE_ASC) { totalCount edges { node { title } } } } } } }`);
      let found = 0;
      for (const { slug, papers } of nodesOf(orgs)) {
        const expected = all.filter(
          (paper) =>
            orgsOf(paper).includes(slug) &&
            paper.repos.edges.length > 0 &&
            topicsOf(paper).some((name) => name === 'large language model' || name === 'transformer'),
        );
        expect(nodesOf(papers).map(({ title }) => title)).toEqual(
          expected.map(({ title }) => title).sort((a, b) => compare(a.toLowerCase(), b.toLowerCase())),
        );
        found += papers.totalCount;
      }
      expect(found).toBeGreaterThan(5);
    });

    it('looks the names of a filter up once, however many lists of a request have it', async () => {
      const statementsFor = async (n: number) => {
        await ask(
          `query ($n: Int!) { orgs(first: $n) { edges { node { papers(first: 1, filter: {topics: {any: ["LLM", "transformers"]}, not: {orgs: {any: ["google", "meta"]}}}) { totalCount } } } } }`,
          { n },
        );
        return server.statementsOfLastRequest();
      };
      const few = await statementsFor(2);
      expect(await statementsFor(30)).toBe(few);
      // The orgs of the page, the topics by key and by alias, and the orgs of the filter by slug, other slug and slug again.
      expect(few).toBeLessThanOrEqual(6);
    });

    it('finds a topic by its name, its plural, another case, and an acronym that papers define', async () => {
      const names = ['large language model', 'Large Language Models', 'LLM', 'LLMs', 'large-language model'];
      for (const name of names) {
        await expect(
          ask('query ($name: String!) { topic(name: $name) { name } }', { name }),
        ).resolves.toEqual({
          topic: { name: 'large language model' },
        });
      }
    });

    it('lists topics, orgs and repositories with most papers first, and their papers with the newest first', async () => {
      const fields = `totalCount edges { node { paperCount papers(first: 100) { totalCount edges { node { id publishedOn } } } } }`;
      const { topics, orgs, repos } = await ask(
        `{ topics(first: 30) { ${fields} } orgs(first: 30) { ${fields} } repos(first: 30) { ${fields} } }`,
      );
      for (const connection of [topics, orgs, repos]) {
        const nodes = nodesOf(connection);
        const counts = nodes.map(({ paperCount }) => paperCount);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
        for (const { paperCount, papers } of nodes) {
          expect(papers.totalCount).toBe(paperCount);
          const dates = nodesOf(papers).map(({ publishedOn }) => publishedOn);
          expect(dates).toEqual(dates.toSorted().toReversed());
        }
      }
      expect(topics.totalCount).toBe(new Set(all.flatMap(topicsOf)).size);
    });

    it('counts the topics that occur together with a topic, and those of an org', async () => {
      const { topic, org } = await ask(`{
        topic(name: "large language model") { coOccurring(first: 100) { totalCount edges { count node { name } } } }
        org(slug: "google") { name papers { totalCount } topics(first: 100) { edges { count node { name } } } }
      }`);
      const counted = (papers: Node[], leaveOut?: string) => {
        const counts: Record<string, number> = {};
        for (const name of papers.flatMap(topicsOf))
          if (name !== leaveOut) counts[name] = (counts[name] ?? 0) + 1;
        return counts;
      };
      const asCounts = (connection: { edges: Node[] }) =>
        Object.fromEntries(connection.edges.map(({ count, node }) => [node.name, count]));
      const llm = all.filter((paper) => topicsOf(paper).includes('large language model'));
      const together = counted(llm, 'large language model');
      expect(topic.coOccurring.totalCount).toBe(Object.keys(together).length);
      for (const [name, count] of Object.entries(asCounts(topic.coOccurring)))
        expect(together[name]).toBe(count);
      expect(Math.max(...Object.values(together))).toBeGreaterThan(1);
      const google = all.filter((paper) => orgsOf(paper).includes('google'));
      expect(org.papers.totalCount).toBe(google.length);
      expect(asCounts(org.topics)).toEqual(counted(google));
    });

    it('finds a repository by any spelling of its URL, with its owner, its org and its papers', async () => {
      const withOrg = all.flatMap((paper) =>
        nodesOf(paper.repos)
          .filter(({ org }) => org)
          .map((repo) => ({ repo, paper })),
      )[0];
      const path = withOrg?.repo.url.slice('https://github.com/'.length);
      for (const url of [
        `https://github.com/${path}`,
        `http://www.github.com/${path.toUpperCase()}.git`,
        `git@github.com:${path}.git`,
        `github.com/${path}/tree/main/src`,
      ]) {
        const { repo } = await ask(
          'query ($url: String!) { repo(url: $url) { url owner org { slug } papers { edges { node { title } } } } }',
          { url },
        );
        expect(repo.url).toBe(withOrg?.repo.url);
        expect(repo.owner.toLowerCase()).toBe(repo.org.slug);
        expect(nodesOf(repo.papers).map(({ title }) => title)).toContain(withOrg?.paper.title);
      }
    });

    it('relates papers as a brute-force comparison of all pairs does, with reasons that add up', async () => {
      const df = new Map<string, number>();
      const termsOf = (paper: Node) => [
        ...topicsOf(paper).map((name) => `t:${name}`),
        ...orgsOf(paper).map((slug) => `o:${slug}`),
      ];
      for (const term of all.flatMap(termsOf)) df.set(term, (df.get(term) ?? 0) + 1);
      const w2 = (term: string) => Math.log(1 + all.length / (df.get(term) ?? NaN)) ** 2;
      const cosine = (a: string[], b: string[]) => {
        const length = (terms: string[]) => Math.sqrt(terms.reduce((sum, term) => sum + w2(term), 0));
        const dot = a.filter((term) => b.includes(term)).reduce((sum, term) => sum + w2(term), 0);
        return dot === 0 ? 0 : dot / length(a) / length(b);
      };
      const part = (paper: Node, prefix: string) => termsOf(paper).filter((term) => term.startsWith(prefix));
      const score = (a: Node, b: Node) =>
        0.75 * cosine(part(a, 't:'), part(b, 't:')) + 0.25 * cosine(part(a, 'o:'), part(b, 'o:'));

      for (const paper of [all[0], all[11], all[29]] as Node[]) {
        const { node } = await ask(
          `query ($id: ID!) { node(id: $id) { ... on Paper { related(by: [ORG, TOPIC], weights: {TOPIC: 3, ORG: 1}, first: 100) {
            totalCount edges { score node { id title }
            reasons { signal contribution topics { weight topic { name } } orgs { weight org { slug } } } } } } } }`,
          { id: paper.id },
        );
        const expected = all.filter((other) => other.id !== paper.id && score(paper, other) > 0);
        expect(node.related.totalCount).toBe(expected.length);
        const scores = node.related.edges.map((edge: Node) => edge.score);
        expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
        for (const edge of node.related.edges) {
          const other = all.find(({ id }) => id === edge.node.id);
          expect(edge.score).toBeCloseTo(score(paper, other), 10);
          expect(edge.score).toBeLessThanOrEqual(1);
          const contributions = edge.reasons.map((reason: Node) => reason.contribution);
          expect(contributions.reduce((sum: number, x: number) => sum + x, 0)).toBeCloseTo(edge.score, 10);
          const shared = edge.reasons.flatMap((reason: Node) => [
            ...reason.topics.map(({ topic }: Node) => `t:${topic.name}`),
            ...reason.orgs.map(({ org }: Node) => `o:${org.slug}`),
          ]);
          expect(shared.sort()).toEqual(
            termsOf(paper)
              .filter((term) => termsOf(other).includes(term))
              .sort(),
          );
        }
      }
    });

    it('relates by the signals asked for only, also where one query asks in both ways', async () => {
      const { paper } = await ask(`{ paper(by: {arxivId: "1706.03762"}) {
        byTopic: related(by: [TOPIC], first: 100) { edges { reasons { signal } } }
        byOrg: related(by: [ORG], first: 100) { edges { score reasons { signal } } }
        byNothing: related(by: [], first: 100) { totalCount }
      } }`);
      const signals = (connection: { edges: Node[] }) =>
        new Set(connection.edges.flatMap(({ reasons }) => reasons.map(({ signal }: Node) => signal)));
      expect(signals(paper.byTopic)).toEqual(new Set(['TOPIC']));
      expect(signals(paper.byOrg)).toEqual(new Set(['ORG']));
      expect(paper.byOrg.edges.every(({ score }: Node) => Math.abs(score - 1) < 1e-12)).toBe(true);
      expect(paper.byNothing.totalCount).toBe(0);
    });

    it('runs the same number of statements for a page of 5 papers as for one of 50', async () => {
      const query = `query ($n: Int!) { papers(first: $n) { edges { node { title
        topics(first: 5) { edges { node { name } } } orgs(first: 5) { edges { node { name } } }
        repos(first: 5) { edges { node { url org { name } } } }
        authors(first: 5) { edges { position node { name } } } sources { key facts { name } } observations { value }
        citations(first: 5) { edges { node { title } } } citedBy(first: 5) { totalCount }
        related(first: 3) { edges { score node { title } reasons { signal topics { topic { name } } } } } } } } }`;
      const statementsFor = async (n: number) => {
        await ask(query, { n });
        return server.statementsOfLastRequest();
      };
      const few = await statementsFor(5);
      expect(await statementsFor(50)).toBe(few);
      expect(few).toBeLessThanOrEqual(20);
    });

    it('runs the same number of statements for the nested lists of topics, orgs and repositories', async () => {
      const query = `query ($n: Int!) {
        topics(first: $n) { edges { node { papers(first: 2) { edges { node { title } } } coOccurring(first: 2) { edges { node { name } } } } } }
        orgs(first: $n) { edges { node { papers(first: 2) { edges { node { title } } } topics(first: 2) { edges { node { name } } } } } }
        repos(first: $n) { edges { node { papers(first: 2) { edges { node { title } } } org { name } } } }
      }`;
      const statementsFor = async (n: number) => {
        await ask(query, { n });
        return server.statementsOfLastRequest();
      };
      expect(await statementsFor(50)).toBe(await statementsFor(8));
    });
  });
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rawId({ id }: Node): string {
  return Buffer.from(id, 'base64').toString('utf8');
}

function hasText({ title, abstract }: Node, ...patterns: RegExp[]): boolean {
  const found = `${title} . ${abstract}`.toLowerCase();
  return patterns.every((pattern) => pattern.test(found));
}
