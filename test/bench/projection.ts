import { z } from 'zod';
import { readConfig } from '../../src/config.ts';
import { sizeOf } from '../../src/analysis/projection.ts';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { openStore } from '../../src/graph/open-store.ts';
import type { Statement } from '../../src/graph/statement.ts';
import { readProjection, type ReadingStep } from '../../src/projection/read-projection.ts';
import { emptyStore, generatedPapers, writeGeneratedGraph } from './generated-graph.ts';

const ALL_TOPIC_LINKS: Statement<unknown, unknown> = {
  name: 'read/all-topic-links',
  text: 'MATCH (p:Paper)-[h:HAS_TOPIC]->(t:Topic) RETURN p.id AS id, t.key AS key, h.score AS score',
  access: 'read',
  params: z.unknown(),
  row: z.unknown(),
  touches: () => ({}),
};

/*
 * npm run bench:projection [papers …]: how fast the projection is read, and how large it is. On an embedded store in
 * memory, or on the empty Neo4j database that STORE_URL names, which is emptied again.
 */
const ROUNDS = 3;
const counts = process.argv.slice(2).map(Number);
const { store: config } = readConfig({ STORE_URL: 'grafeo::memory:', ...process.env });

process.stdout.write(
  `| ${config.kind} | papers | links | links/s | topic links/s by one query | bytes a link | names, s | texts/s | all, s | arrays, MB | RSS, MB |\n${'|---'.repeat(11)}|\n`,
);
for (const papers of counts.length > 0 ? counts : [20_000, 200_000]) await measure(papers);

async function measure(papers: number): Promise<void> {
  const store = await openStore(config);
  await writeGeneratedGraph(store, generatedPapers({ papers }));
  for (let round = 1; round <= ROUNDS; round += 1) {
    const ends: Partial<Record<ReadingStep, number>> = {};
    const started = performance.now();
    const projection = await readProjection(store, {
      onProgress: (step) => (ends[step] = performance.now()),
    });
    const end = performance.now();
    const { NAMES = started, LINKS = NAMES, TEXTS = LINKS } = ends;
    const { links, linkBytes, bytes } = sizeOf(projection);
    const row = [
      `round ${round}`,
      papers,
      links,
      Math.round(links / ((LINKS - NAMES) / 1000)),
      Math.round(await floorOf(store)),
      (linkBytes / links).toFixed(1),
      ((NAMES - started) / 1000).toFixed(2),
      Math.round(papers / ((TEXTS - LINKS) / 1000)),
      ((end - started) / 1000).toFixed(2),
      (bytes / 1e6).toFixed(1),
      (process.memoryUsage.rss() / 1e6).toFixed(0),
    ];
    process.stdout.write(`| ${row.join(' | ')} |\n`);
  }
  if (config.kind !== 'grafeo') await emptyStore(store);
  await store.close();
}

/** How many links a second the store itself gives when it is asked for all of one kind at once. */
async function floorOf(store: GraphStore): Promise<number> {
  const started = performance.now();
  const rows = await store.run(ALL_TOPIC_LINKS, {});
  return rows.length / ((performance.now() - started) / 1000);
}
