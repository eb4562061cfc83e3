import { readConfig } from '../../src/config.ts';
import { sizeOf } from '../../src/analysis/projection.ts';
import { openStore } from '../../src/graph/open-store.ts';
import { readProjection, type ReadingStep } from '../../src/projection/read-projection.ts';
import { emptyStore, generatedPapers, writeGeneratedGraph } from './generated-graph.ts';

/*
 * npm run bench:projection [papers …]: how fast the projection is read, and how large it is. On an embedded store in
 * memory, or on the empty Neo4j database that STORE_URL names, which is emptied again.
 */
const ROUNDS = 3;
const counts = process.argv.slice(2).map(Number);
const { store: config } = readConfig({ STORE_URL: 'grafeo::memory:', ...process.env });

process.stdout.write(
  `| ${config.kind} | papers | links | links/s | bytes a link | names, s | texts/s | all, s | arrays, MB | RSS, MB |\n${'|---'.repeat(10)}|\n`,
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
