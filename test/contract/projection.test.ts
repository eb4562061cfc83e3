import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoreConfig } from '../../src/config.ts';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { openStore } from '../../src/graph/open-store.ts';
import { deleteOrgs } from '../../src/graph/statements/orgs.ts';
import {
  deletePapers,
  writeCitations,
  writePaperIds,
  writePapers,
} from '../../src/graph/statements/papers.ts';
import { recordsOfPapers } from '../../src/graph/statements/records.ts';
import { ingestBatch } from '../../src/ingest/ingest-papers.ts';
import { refreshGraph } from '../../src/ingest/refresh-graph.ts';
import { unmergeRecord } from '../../src/ingest/unmerge-record.ts';
import type { PaperRecord } from '../../src/model/paper.ts';
import { memoryProjector } from '../../src/projection/memory-projector.ts';
import { readProjection } from '../../src/projection/read-projection.ts';
import { paperRecordOf, paperRow } from '../support/papers.ts';
import { plainProjection } from '../support/plain-projection.ts';
import { writeSmallGraph } from '../support/small-graph.ts';
import { STORES, titleOf } from '../support/stores.ts';

const READ_AT = '2026-01-01T00:00:00.000Z';
const WITHIN_MS = 2_000;
/** Hundreds of statements, each compiled by a database that has just been started. */
const LONG_MS = 180_000;
const EVERYTHING = { all: [] };

describe.each(STORES)('the projection $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let config: StoreConfig;
    let store: GraphStore;
    let projector: ReturnType<typeof memoryProjector>;
    beforeEach(async () => {
      config = await kind.freshConfig();
      store = await openStore(config);
      projector = memoryProjector(store);
    });
    afterEach(async () => {
      await projector.stop();
      await store.close();
    });

    const followed = async () => plainProjection(await projector.matching(EVERYTHING));
    const readAnew = async () => plainProjection(await readProjection(store));
    const expectInStep = async () => {
      const before = await projector.matching(EVERYTHING);
      await projector.catchUp();
      expect(await followed()).toEqual(await readAnew());
      // In step by what was told, and not because all was read again.
      expect(await projector.matching(EVERYTHING)).toBe(before);
    };
    const ingest = async (records: PaperRecord[]) => {
      await ingestBatch(store, records, { readAt: READ_AT });
      await refreshGraph(store);
    };

    it(
      'is in step after each statement that writes',
      async () => {
        await projector.matching(EVERYTHING);
        await writeSmallGraph(async (statement, params) => {
          const rows = await store.run(statement, params);
          await expectInStep();
          return rows;
        });
      },
      LONG_MS,
    );

    it(
      'is in step after ingests, another word of a source, a stronger id, and a record taken out again',
      async () => {
        await ingest([RESNET, ATTENTION, BERT]);
        await projector.matching(EVERYTHING);
        await ingest([{ ...BERT, title: 'BERT, renamed', abstract: 'Another text on language models.' }]);
        await expectInStep();
        await ingest([
          paperRecordOf({
            ...ATTENTION,
            source: 'hf',
            arxivId: '1706.03762',
            orgs: [{ slug: 'google', name: 'Google', source: 'hf' }],
          }),
        ]);
        await expectInStep();
        expect((await followed()).papers).toHaveProperty(['arxiv:1706.03762']);
        const [record] = await store.run(recordsOfPapers, { ids: ['arxiv:1706.03762'] });
        await unmergeRecord(store, 'arxiv:1706.03762', record?.key ?? '');
        await expectInStep();
        await refreshGraph(store);
        await expectInStep();
      },
      LONG_MS,
    );

    it('follows citations of a paper whose id changes, and of one that is written again under an id that was deleted', async () => {
      const rows = ['p:1', 'p:2', 'p:3'].map((id) => paperRow(id));
      await store.run(writePapers, { rows });
      await store.run(writeCitations, { rows: [{ paperId: 'p:1', citedId: 'p:2' }] });
      await projector.matching(EVERYTHING);
      await store.run(writePaperIds, { rows: [{ from: 'p:2', to: 'p:new' }] });
      await store.run(writePapers, { rows: [paperRow('p:2')] });
      await expectInStep();
      await store.transaction(async (run) => {
        await run(deletePapers, { ids: ['p:new'] });
        await run(writePapers, { rows: [paperRow('p:new', { title: 'Written again' })] });
      });
      await expectInStep();
    });

    it('forgets the links of an org that is deleted and made anew', async () => {
      await store.transaction(writeSmallGraph);
      await projector.matching(EVERYTHING);
      await store.run(deleteOrgs, { slugs: ['acme'] });
      await store.run(
        {
          ...deleteOrgs,
          text: "UNWIND $slugs AS slug CREATE (:Org {slug: slug, name: 'Again'})",
          touches: ({ slugs }) => ({ changed: { ORG: slugs } }),
        },
        { slugs: ['acme'] },
      );
      await expectInStep();
    });

    it('is not changed by what is rolled back', async () => {
      await store.run(writePapers, { rows: [paperRow('p:1')] });
      await projector.matching(EVERYTHING);
      const { version } = await store.changesSince(null);
      const failing = store.transaction(async (run) => {
        await run(writePapers, { rows: [paperRow('p:2')] });
        throw new Error('stop here');
      });
      await expect(failing).rejects.toThrow('stop here');
      await expect(store.changesSince(version)).resolves.toMatchObject({ version, touched: { changed: {} } });
    });

    it('has what other connections write within two seconds', async () => {
      const other = config.kind === 'grafeo' ? store : await openStore(config);
      projector.start();
      await projector.matching(EVERYTHING);
      await other.run(writePapers, { rows: [paperRow('p:other')] });
      await expect.poll(followed, { timeout: WITHIN_MS }).toHaveProperty(['papers', 'p:other']);
      if (other !== store) await other.close();
    });

    it('counts each of many transactions at the same time as a version', async () => {
      const { version } = await store.changesSince(null);
      const ids = Array.from({ length: 12 }, (_, index) => `p:${index}`);
      await Promise.all(
        ids.map((id) => store.transaction((run) => run(writePapers, { rows: [paperRow(id)] }))),
      );
      const { version: after, touched } = await store.changesSince(version);
      expect(after).toBe(version + 12);
      expect(touched?.changed.PAPER?.toSorted()).toEqual(ids.toSorted());
    });

    it('is read anew where it is not known what has changed', async () => {
      await projector.matching(EVERYTHING);
      const { version } = await store.changesSince(null);
      await expect(store.changesSince(version + 1)).resolves.toEqual({ version, touched: null });
      await expect(store.changesSince(-1)).resolves.toEqual({ version, touched: null });
    });

    it('fails while the store does, and is there when it answers again', async () => {
      let fails = true;
      const flaky: GraphStore = {
        ...store,
        run: (statement, params) =>
          fails ? Promise.reject(new Error('down')) : store.run(statement, params),
      };
      const of = memoryProjector(flaky);
      await expect(of.matching(EVERYTHING)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      expect(of.progress()).not.toBeNull();
      fails = false;
      await expect(of.matching(EVERYTHING)).resolves.toMatchObject({ counts: null });
      expect(of.progress()).toBeNull();
    });
  });
});

const RESNET = paperRecordOf({
  title: 'Deep Residual Learning for Image Recognition',
  arxivId: '1512.03385',
  authors: [{ name: 'Kaiming He' }, { name: 'Jian Sun' }],
  abstract: 'Residual networks for image recognition.',
  orgs: [{ slug: 'microsoft', name: 'Microsoft', source: 'listing' }],
});
const ATTENTION = paperRecordOf({
  title: 'Attention Is All You Need',
  doi: '10.5555/3295222.3295349',
  authors: [{ name: 'Ashish Vaswani' }],
  abstract: 'The Transformer is a network of attention mechanisms.',
  repos: [
    {
      url: 'https://github.com/tensorflow/tensor2tensor',
      host: 'GITHUB',
      owner: 'tensorflow',
      ownerKey: 'tensorflow',
      name: 'tensor2tensor',
      source: 'abstract',
      confidence: 0.9,
    },
  ],
});
const BERT = paperRecordOf({
  title: 'BERT',
  arxivId: '1810.04805',
  authors: [{ name: 'Jacob Devlin' }],
  abstract: 'Language models and attention mechanisms.',
  references: ['doi:10.5555/3295222.3295349', 'arxiv:1512.03385'],
});
