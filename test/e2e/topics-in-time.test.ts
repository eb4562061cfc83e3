import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { logLikelihoodOf, pValueOf } from '../../src/analysis/co-occurrence/significance.ts';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { databaseProjector } from '../../src/projection/database-projector.ts';
import { memoryProjector } from '../../src/projection/memory-projector.ts';
import { ingestFile } from '../support/ingest-file.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';
import { testServer } from '../support/test-server.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/hf-daily/', import.meta.url));
const DAYS = ['2024-05-27', '2025-07-01', '2026-04-10'];
const skipped = existsSync(FOLDER) ? null : 'the answers in ../shared are not there';

/** A paper with what the numbers are checked against. */
type Paper = { publishedOn: string | null; topics: string[]; orgs: string[]; title: string };
type Point = {
  label: string;
  since: string;
  until: string;
  count: number;
  paperCount: number;
  share: number;
};

const FILTER = '{not: {topic: "large language model"}, publishedSince: "2024-01-01"}';

describe.each(STORES)('topics in time and by strength $name', (kind) => {
  const title = skipped === null ? titleOf(kind) : `on ${kind.name} (skipped: ${skipped})`;
  describe.skipIf((kind.skipped ?? skipped) !== null)(title, () => {
    let store: GraphStore;
    let server: ReturnType<typeof testServer>;
    let papers: Paper[];
    let topics: string[];

    beforeAll(async () => {
      store = await openFresh(kind);
      for (const day of DAYS) await ingestFile(store, `${FOLDER}${day}.json`);
      server = testServer(store, {}, memoryProjector(store));
      const all: any[] = [];
      for (let after = null; ;) {
        const page: any = await server.ask(
          `query ($after: String) { papers(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
            title publishedOn topics(first: 60) { edges { node { name } } } orgs(first: 20) { edges { node { slug } } } } } } }`,
          { after },
        );
        all.push(...page.papers.edges.map(({ node }: any) => node));
        after = page.papers.pageInfo.endCursor;
        if (!page.papers.pageInfo.hasNextPage) break;
      }
      papers = all.map((paper) => ({
        ...paper,
        topics: paper.topics.edges.map(({ node }: any) => node.name),
        orgs: paper.orgs.edges.map(({ node }: any) => node.slug),
      }));
      const ranked = await server.ask('{ topics(first: 100) { edges { node { name } } } }');
      topics = ranked.topics.edges.map(({ node }: any) => node.name);
    }, 120_000);
    afterAll(async () => {
      await server?.projector.stop();
      await store.close();
    });

    const having = (among: Paper[], ...names: string[]) =>
      among.filter((paper) => names.every((name) => paper.topics.includes(name)));
    const underFilter = () =>
      papers.filter(
        ({ publishedOn, topics: own }) =>
          publishedOn !== null && publishedOn >= '2024-01-01' && !own.includes('large language model'),
      );

    it.each(['MONTH', 'QUARTER', 'YEAR'])(
      'gives a trend by %s that filters count the same',
      async (interval) => {
        const trendOf = async (name: string, filter: string) =>
          (
            await server.ask(
              `query ($name: String!) { topic(name: $name) { trend(interval: ${interval}${filter}) {
              label since until count paperCount share } } }`,
              { name },
            )
          ).topic.trend as Point[];
        const trend = await trendOf(topics[2] ?? '', '');
        expect(trend.length).toBeGreaterThan(2);
        expect(trend[0]?.count).toBeGreaterThan(0);
        for (const [index, point] of trend.entries()) {
          const next = trend[index + 1];
          if (next !== undefined) expect(Date.parse(next.since) - Date.parse(point.until)).toBe(86_400_000);
          const span = `publishedSince: "${point.since}", publishedUntil: "${point.until}"`;
          const counted = await server.ask(
            `query ($name: String!) { all: papers(filter: {${span}}) { totalCount }
            own: papers(filter: {topic: $name, ${span}}) { totalCount } }`,
            { name: topics[2] },
          );
          expect([point.count, point.paperCount]).toEqual([counted.own.totalCount, counted.all.totalCount]);
          expect(point.share).toBe(point.paperCount === 0 ? 0 : point.count / point.paperCount);
        }
        const dated = papers.filter(({ publishedOn }) => publishedOn !== null);
        expect(trend.reduce((sum, { count }) => sum + count, 0)).toBe(having(dated, topics[2] ?? '').length);
        const last =
          dated
            .map(({ publishedOn }) => publishedOn ?? '')
            .sort()
            .at(-1) ?? '';
        expect(trend.at(-1)?.since.localeCompare(last)).toBeLessThanOrEqual(0);
        expect(trend.at(-1)?.until.localeCompare(last)).toBeGreaterThanOrEqual(0);

        const filtered = await trendOf(topics[3] ?? '', `, filter: ${FILTER}`);
        const among = having(underFilter(), topics[3] ?? '');
        expect(filtered.reduce((sum, { count }) => sum + count, 0)).toBe(among.length);
      },
    );

    it('gives a trend by year that Cypher counts the same', async () => {
      const name = topics[0] ?? '';
      const { topic } = await server.ask(
        `query ($name: String!) { topic(name: $name) { trend(interval: YEAR) { label count } } }`,
        { name },
      );
      const rows = await store.run(
        {
          name: 'a question of the test',
          text: `MATCH (t:Topic {name: $name})<-[:HAS_TOPIC]-(p:Paper) WHERE p.publishedOn IS NOT NULL
            RETURN substring(p.publishedOn, 0, 4) AS label, count(p) AS count ORDER BY label`,
          access: 'read',
          params: z.object({ name: z.string() }),
          row: z.object({ label: z.string(), count: z.number() }),
          touches: () => ({}),
        },
        { name },
      );
      expect(topic.trend.filter(({ count }: Point) => count > 0)).toEqual(rows);
    });

    it('gives bursts that are made of intervals of the trend', async () => {
      const { topics: connection } = await server.ask(`{ topics(first: 20) { edges { node { name
        trend(interval: MONTH) { since until count paperCount }
        bursts(s: 1.5, gamma: 0.1) { since until weight count paperCount } } } } }`);
      const all: { burst: any; trend: Point[] }[] = connection.edges.flatMap(({ node }: any) =>
        node.bursts.map((burst: any) => ({ burst, trend: node.trend })),
      );
      expect(all.length).toBeGreaterThan(0);
      for (const { burst, trend } of all) {
        const within = trend.filter(({ since, until }) => since >= burst.since && until <= burst.until);
        expect(within.reduce((sum, { count }) => sum + count, 0)).toBe(burst.count);
        expect(burst.count).toBeGreaterThan(0);
        expect(burst.weight).toBeGreaterThan(0);
      }
    });

    it('gives the topics that rise with the numbers of counting papers', async () => {
      const { risingTopics: answer } =
        await server.ask(`{ risingTopics(window: {since: "2026-01-01"}, first: 100, minCount: 2) {
        paperCount paperCountBefore tested topics { topic { name } count countBefore share shareBefore growth
        oddsRatio logLikelihood pValue qValue } } }`);
      const dated = papers.filter(({ publishedOn }) => publishedOn !== null);
      const now = dated.filter(({ publishedOn }) => (publishedOn ?? '') >= '2026-01-01');
      const past = dated.filter(({ publishedOn }) => (publishedOn ?? '') < '2026-01-01');
      expect([answer.paperCount, answer.paperCountBefore]).toEqual([now.length, past.length]);
      const names = new Set(now.flatMap(({ topics: own }) => own));
      const tested = [...names].filter((name) => having(now, name).length >= 2);
      expect(answer.tested).toBe(tested.length);
      const rising = tested
        .map((name) => ({ name, count: having(now, name).length, countBefore: having(past, name).length }))
        .filter(({ count, countBefore }) => count / now.length > countBefore / past.length);
      expect(answer.topics).toHaveLength(Math.min(100, rising.length));
      let least = Infinity;
      for (const item of answer.topics) {
        const expected = rising.find(({ name }) => name === item.topic.name);
        const { count = 0, countBefore = 0 } = expected ?? {};
        expect(item).toMatchObject({ count, countBefore, share: count / now.length });
        expect(item.shareBefore).toBe(countBefore / past.length);
        const margins = [count + countBefore, now.length] as const;
        expect(item.logLikelihood).toBe(logLikelihoodOf(count, margins, dated.length));
        expect(item.pValue).toBe(pValueOf(count, margins, dated.length));
        expect(item.qValue).toBeGreaterThanOrEqual(item.pValue);
        expect(item.growth === null).toBe(countBefore === 0);
        expect(item.oddsRatio).toBeGreaterThan(1);
        expect(item.logLikelihood).toBeLessThanOrEqual(least);
        least = item.logLikelihood;
      }
    });

    it('gives the pairs that rise with the numbers of counting papers, under a filter and against a period', async () => {
      const { risingPairs: answer } =
        await server.ask(`{ risingPairs(window: {since: "2026-01-01"}, minCount: 2, first: 100,
        against: {since: "2025-01-01", until: "2025-12-31"}, filter: {not: {topic: "large language model"}}) {
        paperCount paperCountBefore tested pairs { source { name } target { name } count countBefore } } }`);
      const year = (of: string) => underFilter().filter(({ publishedOn }) => publishedOn?.startsWith(of));
      const [now, past] = [year('2026'), year('2025')];
      expect([answer.paperCount, answer.paperCountBefore]).toEqual([now.length, past.length]);
      const seen = new Map<string, string[]>();
      for (const { topics: own } of now) {
        for (const a of own) for (const b of own) if (a < b) seen.set(JSON.stringify([a, b]), [a, b]);
      }
      const tested = [...seen.values()].filter((pair) => having(now, ...pair).length >= 2);
      expect(answer.tested).toBe(tested.length);
      expect(answer.pairs.length).toBeGreaterThan(0);
      for (const { source, target, count, countBefore } of answer.pairs) {
        expect(having(now, source.name, target.name)).toHaveLength(count);
        expect(having(past, source.name, target.name)).toHaveLength(countBefore);
        expect(count * past.length).toBeGreaterThan(countBefore * now.length);
      }
    });

    it.each([
      ['', () => papers],
      [`, filter: ${FILTER}`, underFilter],
    ] as const)(
      'gives the topics that occur together with the measures of counting papers%s',
      async (filter, among) => {
        const name = topics[4] ?? '';
        const { topic } = await server.ask(
          `query ($name: String!) { topic(name: $name) { coOccurring(measure: NPMI, first: 100${filter}) { totalCount edges {
            count associationStrength observedToExpected cosine equivalence jaccard inclusion pmi npmi logLikelihood pValue
            node { name } papers(first: 2) { totalCount edges { node { title } } } } } } }`,
          { name },
        );
        const counted = among();
        const [n, a] = [counted.length, having(counted, name).length];
        const others = new Set(having(counted, name).flatMap(({ topics: own }) => own));
        expect(topic.coOccurring.totalCount).toBe(others.size - 1);
        const degree = (of: string) =>
          having(counted, of).reduce((sum, { topics: own }) => sum + own.length - 1, 0);
        const twoM = counted.reduce((sum, { topics: own }) => sum + own.length * (own.length - 1), 0);
        let least = Infinity;
        for (const edge of topic.coOccurring.edges) {
          const both = having(counted, name, edge.node.name);
          const [c, b] = [both.length, having(counted, edge.node.name).length];
          const expected = {
            associationStrength: c / (a * b),
            observedToExpected: (twoM * c) / (degree(name) * degree(edge.node.name)),
            cosine: c / Math.sqrt(a * b),
            equivalence: (c * c) / (a * b),
            jaccard: c / (a + b - c),
            inclusion: c / Math.min(a, b),
            pmi: Math.log2((n * c) / (a * b)),
            npmi: Math.log2((n * c) / (a * b)) / -Math.log2(c / n),
            logLikelihood: logLikelihoodOf(c, [a, b], n),
            pValue: pValueOf(c, [a, b], n),
          };
          expect(edge.count).toBe(c);
          for (const [measure, value] of Object.entries(expected)) {
            expect(Math.abs(edge[measure] - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
          }
          expect(edge.papers.totalCount).toBe(c);
          const titles = both.map((paper) => paper.title);
          for (const { node } of edge.papers.edges) expect(titles).toContain(node.title);
          expect(edge.npmi).toBeLessThanOrEqual(least);
          least = edge.npmi;
        }
      },
    );

    it.each(['COUNT', 'OBSERVED_TO_EXPECTED', 'JACCARD', 'LOG_LIKELIHOOD'])(
      'pages through co-occurring topics by %s and finds each once',
      async (measure) => {
        const ask = (args: string) =>
          server.ask(
            `query ($name: String!) { topic(name: $name) { coOccurring(measure: ${measure}, ${args}) {
            edges { cursor node { name } } pageInfo { endCursor } } } }`,
            { name: topics[0] },
          );
        const namesOf = ({ topic }: any) => topic.coOccurring.edges.map(({ node }: any) => node.name);
        const whole = await ask('first: 60');
        const first = await ask('first: 30');
        const second = await ask(`first: 30, after: "${first.topic.coOccurring.pageInfo.endCursor}"`);
        expect([...namesOf(first), ...namesOf(second)]).toEqual(namesOf(whole));
        const other = await server.send(
          `query ($name: String!, $after: String) { topic(name: $name) {
          coOccurring(measure: PMI, after: $after) { totalCount } } }`,
          {
            name: topics[0],
            after: first.topic.coOccurring.pageInfo.endCursor,
          },
        );
        expect(other.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
      },
    );

    it.each([
      ['', () => papers],
      [`, filter: ${FILTER}`, underFilter],
    ] as const)('gives what an org is specialised in, as counting papers tells%s', async (filter, among) => {
      const { orgs } = await server.ask('{ orgs(first: 1) { edges { node { slug } } } }');
      const { slug } = orgs.edges[0].node;
      const args = `orderBy: SPECIALISATION, minCount: 1, first: 50${filter}`;
      const fields = 'totalCount edges { count share specialisation node { name } }';
      const answer = await server.ask(
        `query ($slug: String!) { org(slug: $slug) { topics(${args}) { ${fields} } }
            topicsOf(org: $slug, ${args}) { ${fields} } }`,
        { slug: slug.toUpperCase() },
      );
      expect(answer.topicsOf).toEqual(answer.org.topics);
      const own = among().filter(({ orgs: slugs }) => slugs.includes(slug));
      const names = new Set(own.flatMap((paper) => paper.topics));
      expect(answer.topicsOf.totalCount).toBe(names.size);
      expect(names.size).toBeGreaterThan(0);
      let least = Infinity;
      for (const { count, share, specialisation, node } of answer.topicsOf.edges) {
        const [here, all] = [having(own, node.name).length, having(among(), node.name).length];
        expect([count, share]).toEqual([here, here / own.length]);
        expect(specialisation).toBeCloseTo(here / own.length / (all / among().length), 10);
        expect(specialisation).toBeLessThanOrEqual(least);
        least = specialisation;
      }
    });

    it('leaves topics of few papers out of what an org is specialised in', async () => {
      const { orgs } = await server.ask('{ orgs(first: 100) { edges { node { slug } } } }');
      for (const { node } of orgs.edges) {
        const answer = await server.ask(
          `query ($slug: String!) { all: topicsOf(org: $slug) { totalCount }
            two: topicsOf(org: $slug, minCount: 2) { totalCount }
            three: topicsOf(org: $slug, orderBy: SPECIALISATION) { totalCount } }`,
          { slug: node.slug },
        );
        const own = papers.filter(({ orgs: slugs }) => slugs.includes(node.slug));
        const counts = [...new Set(own.flatMap((paper) => paper.topics))].map(
          (name) => having(own, name).length,
        );
        const atLeast = (least: number) => ({ totalCount: counts.filter((count) => count >= least).length });
        expect(answer).toEqual({ all: atLeast(1), two: atLeast(2), three: atLeast(3) });
      }
    });

    it('knows no topics of an org that is not there', async () => {
      expect(await server.ask('{ topicsOf(org: "nobody-at-all") { totalCount } }')).toEqual({
        topicsOf: null,
      });
    });

    it.each([
      ['{ risingTopics(window: {until: "2025-01-01"}) { tested } }', '"against"'],
      ['{ risingTopics(window: {}) { tested } }', '"window"'],
      [
        '{ risingTopics(window: {since: "2025-01-01"}, against: {since: "2024-01-01"}) { tested } }',
        'overlap',
      ],
      ['{ risingPairs(window: {since: "2025-01-01"}, first: 101) { tested } }', '"first"'],
      ['{ risingPairs(window: {since: "2025-01-01"}, minCount: 0) { tested } }', '"minCount"'],
      ['{ topics(first: 1) { edges { node { bursts(s: 1) { weight } } } } }', '"s"'],
      ['{ topics(first: 1) { edges { node { bursts(gamma: -1) { weight } } } } }', '"gamma"'],
      ['{ orgs(first: 1) { edges { node { topics(minCount: 0) { totalCount } } } } }', '"minCount"'],
    ])('tells what is wrong with %s', async (query, word) => {
      const { errors } = await server.send(query);
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
      expect(errors?.[0]?.message).toContain(word);
    });

    it.each([
      'trend(interval: MONTH) { label count }',
      `bursts(filter: ${FILTER}) { weight }`,
      'coOccurring(first: 3, measure: OBSERVED_TO_EXPECTED) { edges { node { name } } }',
      `coOccurring(first: 3, filter: ${FILTER}) { edges { observedToExpected papers(first: 2) { edges { node { title } } } } }`,
    ])('asks as many statements for 20 topics as for 2: %s', async (field) => {
      const database = testServer(store, {}, databaseProjector(store));
      const ask = async (first: number) => {
        await database.ask(`{ topics(first: ${first}) { edges { node { ${field} } } } }`);
        return database.statementsOfLastRequest();
      };
      expect(await ask(20)).toBe(await ask(2));
    });
  });
});
