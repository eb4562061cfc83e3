import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { ingestBatch } from '../../src/ingest/ingest-papers.ts';
import { recordKeyOf } from '../../src/ingest/record-keys.ts';
import { refreshGraph } from '../../src/ingest/refresh-graph.ts';
import type { PaperRecord } from '../../src/model/paper.ts';
import { dumpGraph, type GraphDump } from '../support/dump-graph.ts';
import {
  authorOf,
  orcidOf,
  orgOf,
  randomNumbers,
  READ_AT,
  recordOf,
  repoOf,
  shuffledBy,
} from '../support/records.ts';
import { openFresh, STORES, titleOf, type StoreUnderTest } from '../support/stores.ts';

const S2 = 'a'.repeat(40);
const upvotes = (value: number, at: string) => ({ metric: 'UPVOTES' as const, value, at });

/** What nine sources might say of six papers. Those of one paper stand together. */
const POOL: PaperRecord[] = [
  // Known by its title, then by an arXiv id, then by one that knows arXiv id and DOI, by which others follow.
  recordOf({
    source: 'listing',
    title: 'Graph networks for molecules',
    abstract: 'We train graph neural networks (GNNs) on molecules.',
    authorCount: 2,
    at: '2024-01-02',
    observations: [upvotes(2, '2024-01-02')],
    repos: [repoOf('https://github.com/ACME/Molecules')],
  }),
  recordOf({
    source: 'hf',
    title: 'Graph Networks for Molecules',
    arxivId: '2401.00001',
    abstract: 'We train graph neural networks (GNNs) on small molecules.',
    publishedOn: '2024-01-01',
    authors: [authorOf('Ada Lovelace', { hfUser: 'ada' }), authorOf('Wei Wang')],
    orgs: [orgOf('acme', 'Acme')],
    keywords: [{ text: 'graph networks', source: 'ai_keywords' }],
    repos: [repoOf('https://github.com/acme/molecules', { source: 'githubRepo', confidence: 1 })],
    at: '2024-01-05',
    observations: [upvotes(8, '2024-01-05'), { metric: 'STARS', value: 5, at: '2024-01-05' }],
  }),
  // The same source later: another title, new counts.
  recordOf({
    source: 'hf',
    title: 'Graph networks for all molecules',
    arxivId: '2401.00001',
    keywords: [{ text: 'molecular graphs', source: 'ai_keywords' }],
    repos: [repoOf('https://github.com/acme/all-molecules', { source: 'githubRepo', confidence: 1 })],
    at: '2024-02-05',
    observations: [upvotes(38, '2024-02-05')],
  }),
  recordOf({
    source: 'openalex',
    title: 'Networks on molecules',
    doi: '10.1000/mol',
    openAlexId: 'W1',
    publishedOn: '2024-03',
    authors: [
      authorOf('A. Lovelace', { orcid: orcidOf(1) }),
      authorOf('Wei Wang', { openAlexId: 'A2', orcid: orcidOf(2) }),
    ],
    orgs: [
      orgOf('acme-research', 'ACME', {
        ror: 'https://ror.org/03cve4549',
        country: 'US',
        source: 'institution',
      }),
    ],
    references: ['openalex:W2', 'doi:10.1000/9'],
    at: '2024-04-01',
  }),
  recordOf({
    source: 'semanticscholar',
    title: 'Graph networks for molecules',
    arxivId: '2401.00001',
    doi: '10.1000/mol',
    semanticScholarId: S2,
    authors: [
      authorOf('Ada Lovelace', { semanticScholarId: '1' }),
      authorOf('Wei Wang', { semanticScholarId: '2' }),
    ],
    citedBy: ['arxiv:2402.00002'],
    at: '2024-04-02',
  }),
  // Two papers with one title and arXiv ids of their own, and a third record that could be about either.
  recordOf({
    source: 'arxiv',
    title: 'A survey of surveys',
    arxivId: '2402.00002',
    publishedOn: '2024-02-02',
    authors: [authorOf('Wei Wang'), authorOf('Ada Lovelace')],
    references: [`s2:${S2}`],
    // Two papers spell one repository differently; a third does so in a word that is not its last.
    repos: [repoOf('https://github.com/acme/All-Molecules')],
    at: '2024-02-03',
  }),
  recordOf({
    source: 'hf',
    title: 'A Survey of Surveys',
    arxivId: '2402.00003',
    publishedOn: '2024-02-04',
    authors: [authorOf('Wei Wang'), authorOf('Emmy Noether')],
    orgs: [orgOf('tsinghua', 'Tsinghua University')],
    at: '2024-02-04',
    observations: [upvotes(1, '2024-02-04')],
  }),
  recordOf({
    source: 'listing',
    title: 'A survey of surveys',
    abstract: 'Surveys of surveys.',
    publishedOn: '2024-02',
    at: '2024-02-06',
  }),
  // The DOI of one, said of another arXiv id: they contradict one another, and what has but the DOI is where the more
  // trusted source tells of it.
  recordOf({
    source: 'csl',
    title: 'Of molecules',
    arxivId: '2405.00005',
    doi: '10.1000/mol',
    authors: [authorOf('Emmy Noether'), authorOf('Wei Wang')],
    at: '2024-06-01',
  }),
  // Two that nothing joins but a third.
  recordOf({
    source: 'openalex',
    title: 'Left half',
    openAlexId: 'W2',
    publishedOn: '2023',
    orgs: [orgOf('thu1911', 'Tsinghua University', { source: 'institution' })],
    repos: [repoOf('https://github.com/THU1911/half')],
    at: '2024-01-01',
  }),
  recordOf({
    source: 'bibtex',
    title: 'Right half',
    doi: '10.1000/half',
    authors: [authorOf('Emmy Noether'), authorOf('Ada Lovelace')],
    repos: [repoOf('https://github.com/thu1911/half', { source: 'comment' })],
    at: '2024-01-01',
  }),
  recordOf({ source: 'csl', title: 'Both halves', doi: '10.1000/half', openAlexId: 'W2', at: '2024-01-01' }),
  // Two of one source, at one moment, that contradict one another.
  recordOf({
    source: 'jsonl',
    title: 'Said twice',
    arxivId: '2406.00006',
    abstract: 'One thing.',
    repos: [repoOf('https://github.com/ACME/ALL-Molecules')],
    apart: ['ris|title:x'],
    at: '2024-01-01',
  }),
  recordOf({
    source: 'jsonl',
    title: 'Said twice!',
    arxivId: '2406.00006',
    abstract: 'Another thing.',
    repos: [repoOf('https://github.com/acme/said-twice')],
    apart: ['bibtex|doi:y'],
    at: '2024-01-01',
  }),
  // One id, set apart by people.
  recordOf({
    source: 'ris',
    title: 'Said twice',
    arxivId: '2406.00006',
    abstract: 'A third.',
    apart: ['jsonl|arxiv:2406.00006'],
    at: '2024-01-01',
  }),
  // One title, years apart, with one between that has no year.
  recordOf({
    source: 'ris',
    title: 'Introduction',
    publishedOn: '2015',
    authors: [authorOf('Ada Lovelace')],
    at: '2024-01-01',
  }),
  recordOf({
    source: 'bibtex',
    title: 'Introduction',
    authors: [authorOf('Ada Lovelace')],
    at: '2024-01-01',
  }),
  recordOf({
    source: 'csl',
    title: 'Introduction',
    publishedOn: '2024',
    authors: [authorOf('Ada Lovelace')],
    at: '2024-01-01',
  }),
];

const ORDERS = 12;

describe.each(STORES)('the order of sources $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let atOnce: GraphDump;
    let store: GraphStore;
    beforeEach(async () => {
      store = await openFresh(kind);
      await ingestBatch(store, POOL, { readAt: READ_AT });
      await refreshGraph(store);
      atOnce = await dumpGraph(store);
    });
    afterEach(() => store.close());

    it('makes a graph that has what the sources say', () => {
      const count = (label: string) => atOnce.nodes.filter((line) => line.startsWith(`${label} `)).length;
      expect(count('SourceRecord')).toBe(new Set(POOL.map(recordKeyOf)).size);
      // Molecules, two surveys, their contradiction, the halves, two that are set apart, two introductions.
      expect(count('Paper')).toBe(9);
      expect(
        atOnce.edges
          .filter((line) => line.includes(' CITES '))
          .map((line) => line.slice(0, line.indexOf(' {'))),
      ).toEqual(['arxiv:2401.00001 CITES doi:10.1000/half', 'arxiv:2402.00002 CITES arxiv:2401.00001']);
    });

    it.each(Array.from({ length: ORDERS }, (_, seed) => seed + 1))(
      'makes no difference, nor do batches: order %i',
      async (seed) => {
        expect(await graphOf(kind, batchesOf(seed), { refreshAlways: seed % 3 === 0 })).toEqual(atOnce);
      },
    );

    it('makes no difference record by record, forwards and backwards', async () => {
      for (const order of [POOL, POOL.toReversed()]) {
        expect(
          await graphOf(
            kind,
            order.map((one) => [one]),
            { refreshAlways: true },
          ),
        ).toEqual(atOnce);
      }
    });

    it('makes no difference where all is said again', async () => {
      await expect(ingestBatch(store, POOL, { readAt: READ_AT })).resolves.toEqual({
        counts: { created: 0, updated: 0, unchanged: POOL.length },
        newTexts: [],
      });
      for (const batch of batchesOf(99)) {
        await expect(ingestBatch(store, batch, { readAt: READ_AT })).resolves.toMatchObject({
          counts: { unchanged: batch.length },
        });
      }
      await refreshGraph(store);
      expect(await dumpGraph(store)).toEqual(atOnce);
    });

    async function graphOf(
      of: StoreUnderTest,
      batches: readonly PaperRecord[][],
      { refreshAlways }: { refreshAlways: boolean },
    ): Promise<GraphDump> {
      // One server has one database: the graph at once is dumped already.
      await store.close();
      store = await openFresh(of);
      for (const batch of batches) {
        await ingestBatch(store, batch, { readAt: READ_AT });
        if (refreshAlways) await refreshGraph(store);
      }
      await refreshGraph(store);
      return dumpGraph(store);
    }
  });
});

/** The pool in an order of its own, in batches of one to six records, some of which are said twice. */
function batchesOf(seed: number): PaperRecord[][] {
  const random = randomNumbers(seed);
  const twice = POOL.filter(() => random() < 0.2);
  const order = shuffledBy(seed, [...POOL, ...twice]);
  const batches: PaperRecord[][] = [];
  while (order.length > 0) batches.push(order.splice(0, 1 + Math.floor(random() * 6)));
  return batches;
}
