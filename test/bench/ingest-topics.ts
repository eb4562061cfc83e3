import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { openStore } from '../../src/graph/open-store.ts';
import { storeSink } from '../../src/ingest/ingest-sink.ts';
import { refreshTopics } from '../../src/ingest/refresh-topics.ts';
import { paperRecord, type PaperRecord } from '../../src/model/paper.ts';
import { AUTHOR_SETS, READER_SETS, readExamples } from '../../tools/fit-topic-ranker/examples.ts';

/*
 * npm run bench:ingest-topics: what 100 new papers cost in a graph of 10,000, beside reading all texts again; in a new
 * embedded store, or in the empty database that STORE_URL names.
 */
const folder = await mkdtemp(join(tmpdir(), 'papergraph-bench-'));
const { store: config } = readConfig({ STORE_URL: `grafeo:${join(folder, 'graph')}`, ...process.env });
const texts = [...AUTHOR_SETS, ...READER_SETS]
  .flatMap((set) => readExamples(resolve('../shared/data/keyphrases'), set))
  .map(({ paper }) => paper);

const store = await openStore(config);
const known = await seconds(() => ingest(records(0, 10_000)));
const hundred = await seconds(() => ingest(records(10_000, 100)));
const nothing = await seconds(() => refreshTopics(store));
const again = await seconds(() => refreshTopics(store, { readAgain: true }));
await store.close();
rmSync(folder, { recursive: true });

const row = (what: string, time: number) =>
  `| ${what} | ${time.toFixed(2)} | ${(time / again).toFixed(2)} |\n`;
process.stdout.write(
  `| ${config.kind} | seconds | of reading all again |\n|---|---|---|\n${row('10,000 papers into an empty graph', known)}${row('100 papers into 10,000', hundred)}${row('topics of 10,100 papers, nothing new', nothing)}${row('topics of 10,100 papers, all texts read again', again)}`,
);

async function ingest(papers: PaperRecord[]): Promise<void> {
  const sink = storeSink(store);
  for (let start = 0; start < papers.length; start += sink.batchSize) {
    const batch = papers.slice(start, start + sink.batchSize);
    await sink.write({ records: batch, readAt: '2026-01-01T00:00:00.000Z', checkpoint: null });
  }
  await sink.finish();
}

/** Real texts, each several times under titles of their own. */
function records(first: number, count: number): PaperRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const { title, abstract } = texts[(first + index) % texts.length] ?? { title: '', abstract: '' };
    return paperRecord.parse({ source: 'listing', title: `${title} part${first + index}`, abstract });
  });
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
