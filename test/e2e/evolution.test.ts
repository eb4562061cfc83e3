import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { ingestFile } from '../support/ingest-file.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';
import { testServer } from '../support/test-server.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/hf-daily/', import.meta.url));
const DAYS = ['2024-05-27', '2025-07-01', '2026-04-10'];
const skipped = existsSync(FOLDER) ? null : 'the answers in ../shared are not there';

const PERIODS = [
  { since: null, until: '2024-12-31' },
  { since: '2025-01-01', until: '2025-12-31' },
  { since: '2026-01-01', until: null },
];
const FIELDS = `periods { since until paperCount themeCount themes(first: 30) { key label topicCount occurrences centrality
    density quadrant topics(first: 30) { id name } } }
  links(first: 200) { source target inclusion stability sharedTopicCount sharedTopics(first: 40) { id } }`;

type Theme = { key: string; label: string; topicCount: number; topics: { id: string; name: string }[] };

describe.each(STORES)('the evolution of themes $name', (kind) => {
  const title = skipped === null ? titleOf(kind) : `on ${kind.name} (skipped: ${skipped})`;
  describe.skipIf((kind.skipped ?? skipped) !== null)(title, () => {
    let store: GraphStore;
    let server: ReturnType<typeof testServer>;
    let evolution: any;
    const themesOf = (period: number): Theme[] => evolution.periods[period].themes;

    beforeAll(async () => {
      store = await openFresh(kind);
      for (const day of DAYS) await ingestFile(store, `${FOLDER}${day}.json`);
      server = testServer(store);
      ({ evolution } = await server.ask(
        `query ($periods: [Period!]!) { evolution(periods: $periods, top: 40, minCount: 2) { ${FIELDS} } }`,
        { periods: PERIODS },
      ));
    }, 120_000);
    afterAll(() => store.close());

    it('has the themes of the topics that most papers of each period have', async () => {
      for (const [number, { since, until }] of PERIODS.entries()) {
        const { papers } = await server.ask(
          `query ($since: Date, $until: Date) { papers(filter: {publishedSince: $since, publishedUntil: $until}) {
            totalCount facets { topics(first: 40) { count topic { id } } } } }`,
          { since, until },
        );
        const common = papers.facets.topics.filter(({ count }: { count: number }) => count >= 2);
        expect(common.length).toBeGreaterThan(2);
        expect(evolution.periods[number]).toMatchObject({ since, until, paperCount: papers.totalCount });
        const ids = themesOf(number).flatMap(({ topics }) => topics.map(({ id }) => id));
        expect(ids.toSorted()).toEqual(common.map(({ topic }: any) => topic.id).toSorted());
        const occurrences = evolution.periods[number].themes.map(({ occurrences: sum }: any) => sum);
        const counted = common.map(({ count }: any) => count);
        expect(sumOf(occurrences)).toBe(sumOf(counted));
      }
    });

    it('calls each theme by its topic of most papers and by its place in the answer', () => {
      for (const [period] of PERIODS.entries()) {
        for (const [number, { key, label, topics, topicCount }] of themesOf(period).entries()) {
          expect(key).toBe(`${period}.${number}`);
          expect(label).toBe(topics[0]?.name);
          expect(topicCount).toBe(topics.length);
        }
        const sizes = themesOf(period).map(({ topicCount }) => topicCount);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        expect(evolution.periods[period].themeCount).toBe(sizes.length);
      }
    });

    it('links themes of consecutive periods by all topics that they share', () => {
      const expected = [0, 1].flatMap((period) =>
        themesOf(period).flatMap((earlier) =>
          themesOf(period + 1).flatMap((later) => {
            const [a, b] = [earlier, later].map(({ topics }) => topics.map(({ id }) => id));
            const shared = (a ?? []).filter((id) => b?.includes(id));
            if (shared.length === 0) return [];
            return {
              source: earlier.key,
              target: later.key,
              inclusion: shared.length / Math.min(a?.length ?? 0, b?.length ?? 0),
              stability: shared.length / new Set([...(a ?? []), ...(b ?? [])]).size,
              sharedTopicCount: shared.length,
              sharedTopics: shared.map((id) => ({ id })),
            };
          }),
        ),
      );
      expect(expected.length).toBeGreaterThan(3);
      expect(evolution.links).toHaveLength(expected.length);
      expect(evolution.links).toEqual(expect.arrayContaining(expected));
      const counts = evolution.links.map(({ sharedTopicCount }: any) => sharedTopicCount);
      expect(counts).toEqual(counts.toSorted((a: number, b: number) => b - a));
    });

    it('is of the papers under the filter', async () => {
      const filter = '{and: [{minUpvotes: 10}], not: {hasRepo: true}}';
      const answer = await server.ask(
        `{ evolution(periods: [{until: "2024-12-31"}, {since: "2025-01-01"}], filter: ${filter}) { periods { paperCount } }
          old: papers(filter: {and: [${filter}, {publishedUntil: "2024-12-31"}]}) { totalCount }
          new: papers(filter: {and: [${filter}, {publishedSince: "2025-01-01"}]}) { totalCount } }`,
      );
      expect(answer.evolution.periods).toEqual([
        { paperCount: answer.old.totalCount },
        { paperCount: answer.new.totalCount },
      ]);
      expect(answer.old.totalCount).toBeGreaterThan(0);
    });

    it('is empty where a period has no papers', async () => {
      const answer = await server.ask(
        `{ evolution(periods: [{until: "1800-01-01"}, {since: "2025-01-01"}]) { periods { paperCount themes { key } }
          links { source } } }`,
      );
      expect(answer.evolution.periods[0]).toEqual({ paperCount: 0, themes: [] });
      expect(answer.evolution.links).toEqual([]);
    });

    it.each([
      ['periods: [{since: "2025-01-01"}]', 'Expected 2 to 12 "periods", but got 1.'],
      [
        'periods: [{since: "2025-01-01"}, {}]',
        'Expected "periods[1]" to have "since" or "until", but got neither.',
      ],
      [
        'periods: [{since: "2025-02-01", until: "2025-01-01"}, {since: "2025-01-01"}]',
        'Expected "periods[0]" to end on its first day or later, but got 2025-02-01 to 2025-01-01.',
      ],
      [
        'periods: [{until: "2025-01-01"}, {since: "2025-01-01"}], top: 501',
        'Expected "top" from 2 to 500, but got 501.',
      ],
      [
        'periods: [{until: "2025-01-01"}, {since: "2025-01-01"}], clustering: {resolution: 0}',
        'Expected "resolution" from 0.01 to 100, but got 0.',
      ],
    ])('refuses %s', async (args, message) => {
      const { errors } = await server.send(`{ evolution(${args}) { periods { paperCount } } }`);
      expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    });

    it('is refused where it would cost too much', async () => {
      const many = (count: number) =>
        Array.from({ length: count }, (_, year) => `{until: "20${10 + year}-12-31"}`).join(' ');
      const ask = (count: number, fields: string) =>
        server.send(`{ evolution(periods: [${many(count)}], top: 500) { periods { ${fields} } } }`);
      expect(await ask(12, 'paperCount')).not.toHaveProperty('errors');
      expect(await ask(12, 'themes(first: 100) { topics(first: 100) { name } }')).toMatchObject({
        errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'complexity' } }],
      });
    });
  });
});

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
