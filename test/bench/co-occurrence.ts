import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { setPaper } from '../../src/analysis/change-projection.ts';
import { chooseItems } from '../../src/analysis/co-occurrence/choose-items.ts';
import { incidenceOf, type Incidence } from '../../src/analysis/co-occurrence/incidence.ts';
import { createNetwork } from '../../src/analysis/co-occurrence/network.ts';
import { everyPaper } from '../../src/analysis/paper-set.ts';
import { createProjection, type Projection } from '../../src/analysis/projection.ts';
import { readConfig } from '../../src/config.ts';
import { openStore } from '../../src/graph/open-store.ts';
import type { Statement } from '../../src/graph/statement.ts';
import { memoryProjector } from '../../src/projection/memory-projector.ts';
import { emptyStore, generatedPapers, writeGeneratedGraph } from './generated-graph.ts';
import type { Measured as MeasuredInThread } from './co-occurrence-thread.ts';
import { cpuOf, median } from './timing.ts';

/*
 * npm run bench:co-occurrence [papers] [papers in a store]: the network of the 500 most frequent topics with all measures
 * of links and nodes, beside the same counts in Cypher, and all pairs of topics, beside Python (PYTHON names an interpreter
 * that has networkx, pandas and scipy). The store is an embedded one in memory, or the empty Neo4j database that STORE_URL
 * names, which is emptied again.
 */
const [most = 100_000, stored = 20_000] = process.argv.slice(2).map(Number);
const PYTHON = process.env['PYTHON'] ?? 'python3';
const TOP = 500;
const ROUNDS = 9;
/** What comes first is slower, until the compiler has seen it. */
const ROUNDS_TO_WARM_UP = 20;
/** So many topics, and so much their ranks are shifted, that 100,000 papers have about 1.5 million pairs. */
const [ALL_TOPICS, SHIFT] = [17_000, 5];
const FULL = { counting: 'FULL', minLinkStrength: 0 } as const;

const PAIRS: Statement<unknown, { a: string; b: string; papers: number }> = {
  name: 'read/pairs-of-top-topics',
  text: `MATCH (:Paper)-[:HAS_TOPIC]->(t:Topic)
    WITH t, count(*) AS papers ORDER BY papers DESC, t.key LIMIT ${TOP}
    MATCH (t)<-[:HAS_TOPIC]-(p:Paper)
    WITH p, collect(t.key) AS topics
    UNWIND topics AS a UNWIND topics AS b
    WITH a, b WHERE a < b
    RETURN a, b, count(*) AS papers`,
  access: 'read',
  params: z.unknown(),
  row: z.object({ a: z.string(), b: z.string(), papers: z.number() }),
  touches: () => ({}),
};

type MeasuredTop = MeasuredInThread & { incidence: number };
type Measured = Record<'pairs' | 'first' | 'milliseconds' | 'cpu' | 'peak', number>;

print(
  `| the ${TOP} most frequent topics, CPU ms | links | choosing and reading | counts | measures of links | p-values | of nodes | all |`,
);
print('|---|---|---|---|---|---|---|---|');
for (const share of [4, 2, 1, 0.5]) await measureTop(most / share);
print('');
await compareCypher(stored);
comparePython(most);

/** A projection of generated papers with nothing but their topics. */
function projectTopics(papers: number): Projection {
  const projection = createProjection();
  const none = {
    commentCount: null,
    upvotesPerDay: null,
    sources: [],
    orgs: [],
    authors: [],
    repos: [],
    cites: [],
  };
  for (const paper of generatedPapers({ papers, withAbstracts: false })) {
    setPaper(projection, { ...paper, ...none, title: '' });
  }
  return projection;
}

function chooseTop(projection: Projection): number[] {
  return chooseItems(projection, 'TOPIC', everyPaper(projection), { top: TOP, minCount: 1, among: null });
}

function readTop(projection: Projection): Incidence {
  return incidenceOf(projection, 'TOPIC', everyPaper(projection), chooseTop(projection));
}

/** Chosen and read in this thread, analysed in another one, as a server does it. */
async function measureTop(papers: number): Promise<void> {
  const projection = projectTopics(papers);
  const thread = new Worker(new URL('co-occurrence-thread.js', import.meta.url));
  const rounds: MeasuredTop[] = [];
  for (let round = 0; round < ROUNDS_TO_WARM_UP + ROUNDS; round += 1) {
    const [incidence, read] = cpuOf(() => readTop(projection));
    thread.postMessage(read);
    const [measured] = (await once(thread, 'message')) as [MeasuredInThread];
    if (round >= ROUNDS_TO_WARM_UP) rounds.push({ incidence, ...measured });
  }
  await thread.terminate();
  const columns = ['incidence', 'network', 'ofLinks', 'pValues', 'ofNodes'] as const;
  const sumOf = (times: MeasuredTop) => columns.reduce((sum, column) => sum + times[column], 0);
  const medians = [...columns.map((column) => rounds.map((times) => times[column])), rounds.map(sumOf)];
  const cells = medians.map((times) => median(times).toFixed(1));
  print(`| ${papers} papers | ${rounds[0]?.links} | ${cells.join(' | ')} |`);
}

/** The same counts as one statement, and from the projection of the same store. */
async function compareCypher(papers: number): Promise<void> {
  const { store: config } = readConfig({ STORE_URL: 'grafeo::memory:', ...process.env });
  const store = await openStore(config);
  await writeGeneratedGraph(store, generatedPapers({ papers, withAbstracts: false }));
  const projection = await memoryProjector(store).matching({ all: [] });
  const inCypher: number[] = [];
  const here: number[] = [];
  let isSame = true;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const network = createNetwork(readTop(projection), FULL);
    here.push(performance.now() - start);
    if (round % 3 !== 0) continue;
    const asked = performance.now();
    const rows = await store.run(PAIRS, {});
    inCypher.push(performance.now() - asked);
    const chosen = chooseTop(projection);
    const { keys } = projection.nodes.TOPIC;
    const nameOf = (item: number | undefined) => keys[chosen[item ?? -1] ?? -1] ?? '';
    const counted = Array.from(network.counts, (count, link) =>
      [...[nameOf(network.sources[link]), nameOf(network.targets[link])].sort(), count].join('|'),
    );
    const told = new Set(rows.map(({ a, b, papers: both }) => `${a}|${b}|${both}`));
    isSame &&= told.size === counted.length && counted.every((pair) => told.has(pair));
  }
  if (config.kind !== 'grafeo') await emptyStore(store);
  await store.close();
  print(
    `counts of the top ${TOP} of ${papers} papers, ${config.kind}: one Cypher statement ${median(inCypher).toFixed(0)} ms, ` +
      `from the projection ${median(here).toFixed(1)} ms (${(median(inCypher) / median(here)).toFixed(0)} times), ` +
      `the same counts: ${isSame}`,
  );
}

/** All pairs, counted by a process of its own, and by Python from the same arrays. */
function comparePython(papers: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'papergraph-bench-'));
  const script = fileURLToPath(new URL('co-occurrence-pairs.js', import.meta.url));
  const own = spawnSync(process.execPath, [script, ...[papers, ALL_TOPICS, SHIFT].map(String), folder], {
    encoding: 'utf8',
  });
  const ours = JSON.parse(own.stdout) as Measured;
  print(
    `all ${ours.pairs} pairs of ${papers} papers: ${ours.milliseconds.toFixed(0)} ms, the first time ` +
      `${ours.first.toFixed(0)} ms, CPU ${ours.cpu.toFixed(0)} ms; memory of the process at most ${ours.peak.toFixed(0)} MB`,
  );
  const python = spawnSync(PYTHON, ['test/bench/co-occurrence.py', folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  if (python.status !== 0) {
    print(`Python: skipped, ${PYTHON} has no networkx, pandas and scipy`);
    return;
  }
  const theirs = JSON.parse(python.stdout) as Record<string, { seconds: number; pairs: number }>;
  for (const [name, { seconds, pairs }] of Object.entries(theirs)) {
    const ratio = ((seconds * 1000) / ours.cpu).toFixed(2);
    print(
      `${name}: CPU ${(seconds * 1000).toFixed(0)} ms (${ratio} times), as many pairs: ${pairs === ours.pairs}`,
    );
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
