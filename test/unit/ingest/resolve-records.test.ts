import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperRecordInput } from '../../../src/model/paper.ts';
import { recordKeyOf, titleKeyOf } from '../../../src/ingest/record-keys.ts';
import { resolveRecords } from '../../../src/ingest/resolve-records.ts';
import { authorOf, shuffled, timedRecordOf } from '../../support/records.ts';

/** The papers that come of records where nothing is known yet: by id, the sources of each. */
async function papersOf(said: readonly Partial<PaperRecordInput>[]): Promise<Record<string, string[]>> {
  const { papers } = await resolveRecords(async () => [], said.map(timedRecordOf));
  return Object.fromEntries(
    papers.map(({ id, records }) => [id, records.map(({ record }) => record.source).sort()]),
  );
}

/** Whatever the order of records, the papers are these. */
async function expectPapers(
  said: readonly Partial<PaperRecordInput>[],
  expected: Record<string, string[]>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(shuffled(said), async (order) => {
      expect(await papersOf(order)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
}

const doi = '10.1000/1';

describe('records with one DOI and two arXiv ids', () => {
  it('leave what has the DOI alone to the paper of the most trusted source', async () => {
    await expectPapers(
      [
        { source: 'csl', title: 'A', arxivId: '2401.00001', doi },
        { source: 'semanticscholar', title: 'B', arxivId: '2401.00002', doi },
        { source: 'bibtex', title: 'C', doi },
        { source: 'openalex', title: 'D', doi },
      ],
      { 'arxiv:2401.00001': ['csl'], 'arxiv:2401.00002': ['bibtex', 'openalex', 'semanticscholar'] },
    );
  });

  it('do so also where what has the DOI alone is trusted the most', async () => {
    await expectPapers(
      [
        { source: 'ris', title: 'A', arxivId: '2401.00001', doi },
        { source: 'csl', title: 'B', arxivId: '2401.00002', doi },
        { source: 'jsonl', title: 'C', doi },
      ],
      { 'arxiv:2401.00001': ['ris'], 'arxiv:2401.00002': ['csl', 'jsonl'] },
    );
  });

  it('leave it to the first by key where one source tells of both', async () => {
    await expectPapers(
      [
        { source: 'hf', title: 'A', arxivId: '2401.00002', doi },
        { source: 'hf', title: 'B', arxivId: '2401.00001', doi },
        { source: 'openalex', title: 'C', doi },
      ],
      { 'arxiv:2401.00001': ['hf', 'openalex'], 'arxiv:2401.00002': ['hf'] },
    );
  });
});

describe('an id that two papers claim', () => {
  it('is that of the more trusted source, where people have set records of one id apart', async () => {
    const arxivId = '2401.00001';
    const apart = recordKeyOf(timedRecordOf({ source: 'hf', title: 'A', arxivId }));
    await expectPapers(
      [
        { source: 'bibtex', title: 'A', arxivId, apart: [apart] },
        { source: 'hf', title: 'A', arxivId },
      ],
      { [`arxiv:${arxivId}`]: ['hf'], [titleKeyOf({ title: 'A' })]: ['bibtex'] },
    );
  });

  it('is that of the more trusted source, where two papers have one title', async () => {
    const title = 'Introduction';
    const papers = await papersOf([
      { source: 'csl', title, authors: [authorOf('Ada Lovelace')] },
      { source: 'openalex', title, authors: [authorOf('Emmy Noether')] },
    ]);
    const id = titleKeyOf({ title });
    expect(papers[id]).toEqual(['openalex']);
    expect(Object.keys(papers).sort()).toEqual([id, expect.stringMatching(`^${id}\\.[0-9a-f]{8}$`)]);
  });
});
