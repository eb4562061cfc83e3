import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { paperIds, papersByIds } from '../../src/graph/statements/papers.ts';
import {
  paperAnalyses,
  paperTopicLinks,
  topics,
  topicsByKeys,
  topicsOfPapers,
  writePaperAnalyses,
} from '../../src/graph/statements/topics.ts';
import { ingestBatch } from '../../src/ingest/ingest-papers.ts';
import { textOf } from '../../src/ingest/read-corpus.ts';
import { refreshGraph } from '../../src/ingest/refresh-graph.ts';
import { refreshTopics } from '../../src/ingest/refresh-topics.ts';
import { NO_OVERRIDES } from '../../src/topics/overrides.ts';
import { countingStore } from '../support/counting-store.ts';
import { paperRecordOf } from '../support/papers.ts';
import type { PaperRecord } from '../../src/model/paper.ts';
import { READ_AT } from '../support/records.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';

const SUBJECTS = [
  'large language models (LLMs)',
  'LLMs',
  'graph neural networks',
  'GNNs',
  'anomaly detection (AD)',
  'AD',
  'knowledge distillation',
  'vision transformers',
];
const METHODS = [
  'contrastive learning',
  'knowledge graphs',
  'data augmentation',
  'AD',
  'reinforcement learning',
];

/** Papers whose topics depend on one another: acronyms, shared phrases, keywords. */
const papersFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const at = first + index;
    const subject = SUBJECTS[at % SUBJECTS.length] ?? '';
    const method = METHODS[at % METHODS.length] ?? '';
    return paperRecordOf({
      title: `Study ${at} of ${subject}`,
      abstract: `We study ${subject} by ${method}. Our ${method} makes ${subject} robust to item${at} noise.`,
      publishedOn: `2024-01-${String((at % 28) + 1).padStart(2, '0')}`,
      keywords: at % 3 === 0 ? [{ text: method, source: 'ai_keywords' }] : [],
    });
  });

/** Writes papers and brings up to date what follows from them, as an ingest does. */
async function ingest(store: GraphStore, records: readonly PaperRecord[], readAt = READ_AT) {
  const { counts } = await ingestBatch(store, records, { readAt });
  await refreshGraph(store);
  return counts;
}

/** Everything that the graph says of papers and topics, in one order. */
async function dump(store: GraphStore) {
  const ids = (await store.run(paperIds, {})).map(({ id }) => id).sort();
  const byText = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  return {
    papers: byText(await store.run(papersByIds, { ids })),
    analyses: byText(await store.run(paperAnalyses, { ids })),
    topics: byText(await store.run(topics, {})),
    links: byText(
      (await store.run(topicsOfPapers, { ids })).map(({ topic, ...link }) => ({ ...link, key: topic.key })),
    ),
  };
}

describe.each(STORES)('the topics of a graph $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let store: GraphStore;
    beforeEach(async () => {
      store = await openFresh(kind);
    });
    afterEach(() => store.close());

    it('are the same whatever the order in which the papers came', async () => {
      const [a, b] = [papersFrom(0, 30), papersFrom(30, 25)];
      await ingest(store, [...a, ...b]);
      const atOnce = await dump(store);
      expect(atOnce.links.length).toBeGreaterThan(100);
      for (const order of [
        [a, b],
        [b, a],
        [b.toReversed(), a.toReversed()],
      ]) {
        await store.close();
        store = await openFresh(kind);
        for (const batch of order) await ingest(store, batch);
        expect(await dump(store)).toEqual(atOnce);
      }
    });

    it('follow a change of vocabulary in papers that did not change', async () => {
      await ingest(store, [papersFrom(5, 1), papersFrom(2, 1)].flat());
      const has = async (key: string) => (await store.run(topicsByKeys, { keys: [key] })).length > 0;
      expect(await has('ad')).toBe(true);
      // Two papers that define the acronym.
      await ingest(store, [papersFrom(4, 1), papersFrom(12, 1)].flat());
      expect(await has('ad')).toBe(false);
      const [topic] = await store.run(topicsByKeys, { keys: ['anomaly detection'] });
      expect(topic).toMatchObject({ name: 'anomaly detection', acronym: 'AD' });
    });

    it('are written only where they changed, and texts are read only once', async () => {
      await ingest(store, papersFrom(0, 40));
      const nothing = { added: 0, changed: 0, removed: 0 };
      await expect(refreshTopics(store)).resolves.toEqual({
        papers: 40,
        papersRead: 0,
        links: nothing,
        topics: nothing,
      });
      await expect(refreshTopics(store, { readAgain: true })).resolves.toEqual({
        papers: 40,
        papersRead: 40,
        links: nothing,
        topics: nothing,
      });
    });

    it('need as many statements for few papers as for many of a page', async () => {
      const statementsFor = async (count: number) => {
        const counting = countingStore(await openFresh(kind));
        await ingest(counting.store, papersFrom(0, count));
        counting.reset();
        await refreshTopics(counting.store);
        await counting.store.close();
        return counting.count();
      };
      await store.close();
      expect(await statementsFor(5)).toBe(await statementsFor(60));
    });

    it('are read anew where an earlier version, or nobody, has read the text', async () => {
      await ingest(store, papersFrom(0, 3));
      const before = await dump(store);
      const [first] = await store.run(papersByIds, {
        ids: (await store.run(paperIds, {})).map(({ id }) => id),
      });
      if (first === undefined) throw new TypeError('no paper');
      await store.run(writePaperAnalyses, { rows: [{ ...textOf(first), analysis: '[0,[]]' }] });
      await expect(refreshTopics(store)).resolves.toMatchObject({ papersRead: 1 });
      expect(await dump(store)).toEqual(before);
    });

    it('are mended by the next ingest where one was stopped before it came to them', async () => {
      const records = papersFrom(0, 10);
      const stopping: GraphStore = {
        ...store,
        run: async (statement, params) => {
          if (statement.name === paperTopicLinks.name) throw new Error('stopped');
          return store.run(statement, params);
        },
      };
      await expect(ingest(stopping, records)).rejects.toThrow('stopped');
      expect((await dump(store)).links).toEqual([]);
      await expect(ingest(store, records)).resolves.toMatchObject({ unchanged: 10 });
      expect((await dump(store)).links.length).toBeGreaterThan(20);
    });

    it('follow the overrides, and come back when those are taken away', async () => {
      await ingest(store, papersFrom(0, 20));
      const before = await dump(store);
      const overrides = {
        alias: { 'vision transformers': 'attention model' },
        forbid: ['contrastive learning'],
        rename: { 'knowledge graph': 'Knowledge Graphs' },
      };
      const changes = await refreshTopics(store, { overrides });
      expect(changes.links.removed).toBeGreaterThan(0);
      const keys = ['vision transformer', 'attention model', 'contrastive learning', 'knowledge graph'];
      const found = await store.run(topicsByKeys, { keys });
      expect(found.map(({ key, name }) => `${key}: ${name}`).sort()).toEqual([
        'attention model: attention model',
        'knowledge graph: Knowledge Graphs',
      ]);
      await refreshTopics(store, { overrides: NO_OVERRIDES });
      expect(await dump(store)).toEqual(before);
    });

    it('hold the keywords of a source, and lose them when the source gives others', async () => {
      const record = paperRecordOf({
        title: 'Small students',
        abstract: 'Distillation makes small students.',
      });
      const linkOf = async (key: string) => {
        const ids = (await store.run(paperIds, {})).map(({ id }) => id);
        return (await store.run(topicsOfPapers, { ids })).find(({ topic }) => topic.key === key);
      };
      const keyword = (text: string) => ({ keywords: [{ text, source: 'ai_keywords' }] });
      await ingest(store, [{ ...record, ...keyword('Model Compression') }]);
      expect(await linkOf('model compression')).toMatchObject({
        score: 1,
        source: 'ai_keywords',
        evidence: [],
      });
      // A source that says nothing of keywords takes none away.
      await expect(ingest(store, [record])).resolves.toMatchObject({ unchanged: 1 });
      expect(await linkOf('model compression')).toBeDefined();
      await ingest(store, [{ ...record, ...keyword('student models') }], '2026-02-01T00:00:00.000Z');
      expect(await linkOf('model compression')).toBeUndefined();
      expect(await linkOf('student model')).toMatchObject({ source: 'ai_keywords' });
    });
  });
});
