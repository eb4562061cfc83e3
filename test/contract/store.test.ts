import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoreConfig } from '../../src/config.ts';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { openStore } from '../../src/graph/open-store.ts';
import { papersByIds, writePapers } from '../../src/graph/statements/papers.ts';
import { searchStems, searchTextOf } from '../../src/model/search-text.ts';
import { paperRow } from '../support/papers.ts';
import { STORES, titleOf } from '../support/stores.ts';

describe.each(STORES)('a store $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let config: StoreConfig;
    let store: GraphStore;
    beforeEach(async () => {
      config = await kind.freshConfig();
      store = await openStore(config);
    });
    afterEach(() => store.close());

    const titles = async (...ids: string[]) =>
      (await store.run(papersByIds, { ids })).map((paper) => paper.title).sort();

    it('creates a node and reads all its properties back', async () => {
      const row = paperRow('p:1', {
        title: 'Graphs',
        authorCount: 3,
        authorNames: ['Ada', 'Bo'],
        commentCount: 0,
        upvotesPerDay: 0.25,
        keywords: ['graph'],
        keywordSources: ['ai_keywords'],
      });
      await store.run(writePapers, { rows: [row] });
      const [paper] = await store.run(papersByIds, { ids: ['p:1'] });
      expect(paper).toMatchObject({ keywords: [{ text: 'graph', source: 'ai_keywords' }] });
      const { keywords: _, ...own } = paper ?? {};
      expect({ id: 'p:1', ...row.properties }).toMatchObject(own);
    });

    it('updates a node in place and removes properties that become null', async () => {
      await store.run(writePapers, { rows: [paperRow('p:1', { title: 'Before', commentCount: 7 })] });
      await store.run(writePapers, { rows: [paperRow('p:1', { title: 'After', commentCount: null })] });
      const papers = await store.run(papersByIds, { ids: ['p:1'] });
      expect(papers).toMatchObject([{ title: 'After', commentCount: null }]);
    });

    it('keeps all writes of a transaction', async () => {
      await store.transaction(async (run) => {
        await run(writePapers, { rows: [paperRow('p:1', { title: 'One' })] });
        await run(writePapers, { rows: [paperRow('p:2', { title: 'Two' })] });
      });
      await expect(titles('p:1', 'p:2')).resolves.toEqual(['One', 'Two']);
    });

    it('shows a transaction its own writes', async () => {
      const seen = await store.transaction(async (run) => {
        await run(writePapers, { rows: [paperRow('p:1', { title: 'One' })] });
        return run(papersByIds, { ids: ['p:1'] });
      });
      expect(seen).toMatchObject([{ title: 'One' }]);
    });

    it('keeps nothing of a transaction that throws, and passes the error on', async () => {
      const failing = store.transaction(async (run) => {
        await run(writePapers, { rows: [paperRow('p:1')] });
        throw new Error('stop here');
      });
      await expect(failing).rejects.toThrow('stop here');
      await expect(titles('p:1')).resolves.toEqual([]);
    });

    it('retries transactions that write the same node at the same time until each has its turn', async () => {
      await store.run(writePapers, { rows: [paperRow('p:1', { commentCount: 0 })] });
      const increment = () =>
        store.transaction(async (run) => {
          // The write first: it takes Neo4j's lock, so that its read is not of an older state.
          await run(writePapers, { rows: [paperRow('p:lock')] });
          const [paper] = await run(papersByIds, { ids: ['p:1'] });
          const commentCount = (paper?.commentCount ?? 0) + 1;
          await run(writePapers, { rows: [paperRow('p:1', { commentCount })] });
        });
      await Promise.all(Array.from({ length: 8 }, increment));
      await expect(store.run(papersByIds, { ids: ['p:1'] })).resolves.toMatchObject([{ commentCount: 8 }]);
    });

    it('makes one node of a key that several transactions create at the same time', async () => {
      await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          store.transaction((run) =>
            run(writePapers, { rows: [paperRow('p:same'), paperRow(`p:${index}`)] }),
          ),
        ),
      );
      await expect(store.run(papersByIds, { ids: ['p:same'] })).resolves.toHaveLength(1);
    });

    it('finds the papers of each word, whatever its case and form, and keeps up with writes', async () => {
      const write = (id: string, title: string, abstract: string) =>
        store.run(writePapers, {
          rows: [paperRow(id, { title, abstract, searchText: searchTextOf({ title, abstract }) })],
        });
      await write('p:1', 'Graph attention', 'Attention over the edges of a graph.');
      await write('p:2', 'Graph kernels', 'A survey using GPT-4 and 3DGS-like été.');
      await write('p:3', 'Speech', 'Attention for speech.');
      const found = async (text: string) =>
        (await store.papersWithWords(searchStems(text), 10)).map(({ ids }) => ids);
      await expect(found('GRAPH')).resolves.toEqual([['p:1', 'p:2']]);
      await expect(found('graph attention')).resolves.toEqual([
        ['p:1', 'p:2'],
        ['p:1', 'p:3'],
      ]);
      await expect(found('été (3dgs)')).resolves.toEqual([['p:2'], ['p:2']]);
      await expect(found('edge')).resolves.toEqual([['p:1']]);
      await expect(found('kernel used')).resolves.toEqual([['p:2'], ['p:2']]);
      await expect(found('nowhere')).resolves.toEqual([[]]);
      await write('p:2', 'Renamed', 'Nothing of it left.');
      await expect(found('graph')).resolves.toEqual([['p:1']]);
      await expect(found('')).resolves.toEqual([]);
    });

    it('counts the papers of a word that has too many to tell', async () => {
      const rows = ['p:1', 'p:2', 'p:3'].map((id) => paperRow(id, { searchText: 'graph' }));
      await store.run(writePapers, { rows });
      await expect(store.papersWithWords(['graph', 'none'], 2)).resolves.toEqual([
        { word: 'graph', papers: 3, ids: [] },
        { word: 'none', papers: 0, ids: [] },
      ]);
    });

    it('refuses parameters of another shape before they reach the database', async () => {
      await expect(store.run(papersByIds, { ids: [1] as never })).rejects.toThrow(
        /parameters of read\/papers-by-ids/,
      );
    });

    it('prepares again without complaint and shows the same graph after it was closed and opened', async () => {
      await store.run(writePapers, { rows: [paperRow('p:1', { searchText: 'kept' })] });
      await store.prepare();
      await store.close();
      store = await openStore(config);
      await expect(titles('p:1')).resolves.toHaveLength(1);
      await expect(store.papersWithWords(['kept'], 1)).resolves.toEqual([
        { word: 'kept', papers: 1, ids: ['p:1'] },
      ]);
    });

    it('closes twice without complaint', async () => {
      await store.close();
      await expect(store.close()).resolves.toBeUndefined();
    });
  });
});
