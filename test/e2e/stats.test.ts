import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/graph/open-store.ts';
import { ingestBatch } from '../../src/ingest/ingest-papers.ts';
import { refreshGraph } from '../../src/ingest/refresh-graph.ts';
import { paperRecord } from '../../src/model/paper.ts';
import { runPapergraph } from '../support/run-papergraph.ts';
import { storeSettings, STORES, titleOf } from '../support/stores.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const RECORDS = [
  {
    source: 'arxiv',
    title: 'Old',
    arxivId: '2401.00001',
    publishedOn: '2024-01',
    authors: [{ name: 'Ada' }],
  },
  { source: 'hf', title: 'Old', arxivId: '2401.00001' },
  {
    source: 'hf',
    title: 'New',
    arxivId: '2405.00001',
    publishedOn: '2024-05-04',
    references: ['arxiv:2401.00001'],
  },
  { source: 'jsonl', title: 'Without a date' },
];

describe.each(STORES)('papergraph stats $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    it('prints how large the graph is, what each source gave, and where it is kept', async () => {
      const config = await kind.freshConfig();
      const store = await openStore(config);
      await ingestBatch(
        store,
        RECORDS.map((record) => paperRecord.parse(record)),
        { readAt: '2026-05-08T00:00:00.000Z' },
      );
      await refreshGraph(store);
      const { address } = store;
      await store.close();
      const bytes = config.kind === 'grafeo' ? statSync(config.path ?? '').size : null;

      const json = await runPapergraph(['stats', '--json'], storeSettings(config));
      expect(json).toMatchObject({ code: 0, stderr: '' });
      const report: unknown = JSON.parse(json.stdout);
      expect(report).toMatchObject({
        counts: { papers: 3, authors: 1, records: 4, authorLinks: 1, citations: 1 },
        sources: [
          { source: 'hf', records: 2, papers: 2 },
          { source: 'arxiv', records: 1, papers: 1 },
          { source: 'jsonl', records: 1, papers: 1 },
        ],
        oldestPaper: { id: 'arxiv:2401.00001', title: 'Old', publishedOn: '2024-01-01' },
        newestPaper: { id: 'arxiv:2405.00001', title: 'New', publishedOn: '2024-05-04' },
        store: { address, bytes },
      });

      const { stdout } = await runPapergraph(['stats'], storeSettings(config));
      expect(stdout).toMatch(/^papers +3$/m);
      expect(stdout).toMatch(/^source hf +2 records of 2 papers$/m);
      expect(stdout).toMatch(/^newest paper +2024-05-04 New \(arxiv:2405\.00001\)$/m);
      expect(stdout).toMatch(config.kind === 'grafeo' ? /^size +\d+\.\d MB$/m : /^size +not known here$/m);
    });
  });
});

describe('papergraph stats', () => {
  it('tells that a graph which is not there is empty, and makes none', async () => {
    const path = join(temporaryFolder(), 'graph.grafeo');
    const { code, stdout } = await runPapergraph(['stats'], { STORE_URL: `grafeo:${path}` });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^papers +0$/m);
    expect(stdout).toMatch(/^newest paper +none with a date$/m);
    expect(stdout).toContain(path);
    expect(existsSync(path)).toBe(false);
  });
});
