import { createReadStream, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startTopicsThread } from '../../src/commands/topics-thread/start-topics-thread.ts';
import { readConfig } from '../../src/config.ts';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { openStore } from '../../src/graph/open-store.ts';
import type { Statement } from '../../src/graph/statement.ts';
import { storeSink } from '../../src/ingest/ingest-sink.ts';
import { ingestSources } from '../../src/ingest/ingest-sources.ts';
import { manyPapers } from './many-papers.ts';

/*
 * npm run bench:ingest [papers]: a file of JSON lines into an empty store, beside the store's own floor: the nodes and
 * edges that came of it, written by the plainest batched statements without reading, resolving or topics. On a new
 * embedded store, or on the empty database that STORE_URL names, which is emptied again. Three rounds of both.
 */
type Properties = Record<string, unknown>;
type Graph = {
  nodes: { label: string; key: string; rows: Properties[] }[];
  edges: {
    type: string;
    from: [string, string];
    to: [string, string];
    rows: { from: string; to: string; properties: Properties }[];
  }[];
};

const KEYS = {
  Paper: 'id',
  SourceRecord: 'key',
  Author: 'id',
  Org: 'slug',
  Repo: 'url',
  Topic: 'key',
} as const;
const ROUNDS = 3;
const EDGES = [
  ['SourceRecord', 'DESCRIBES', 'Paper'],
  ['Author', 'WROTE', 'Paper'],
  ['Paper', 'AFFILIATED_WITH', 'Org'],
  ['Paper', 'HAS_CODE', 'Repo'],
  ['Paper', 'HAS_TOPIC', 'Topic'],
  ['Repo', 'OWNED_BY', 'Org'],
] as const;

const papers = Number(process.argv[2] ?? 20_000);
const folder = await mkdtemp(join(tmpdir(), 'papergraph-bench-'));
const file = join(folder, 'papers.jsonl');
writeFileSync(file, manyPapers(0, papers));

const { store: config } = readConfig({ STORE_URL: 'grafeo:one-a-measurement', ...process.env });
let opened = 0;
process.stdout.write(
  `| ${config.kind} | papers | nodes | edges | ingest, s | floor, s | ratio |\n|---|---|---|---|---|---|---|\n`,
);
// A database that runs on a machine with others, and that compiles what it is asked, answers otherwise each time.
for (let round = 1; round <= ROUNDS; round += 1) {
  const ingested = await onEmptyStore(async (store) => {
    const time = await seconds(() => ingest(store));
    return { time, graph: await readGraph(store) };
  });
  const { graph } = ingested;
  const floor = await onEmptyStore((store) => seconds(() => writeGraph(store, graph)));
  const nodes = graph.nodes.reduce((sum, { rows }) => sum + rows.length, 0);
  const edges = graph.edges.reduce((sum, { rows }) => sum + rows.length, 0);
  process.stdout.write(
    `| round ${round} | ${papers} | ${nodes} | ${edges} | ${ingested.time.toFixed(1)} | ${floor.toFixed(1)} | ${(ingested.time / floor).toFixed(2)} |\n`,
  );
}
rmSync(folder, { recursive: true });

/** Another file for each measurement; a server's database is the same one, emptied. */
async function onEmptyStore<T>(measure: (store: GraphStore) => Promise<T>): Promise<T> {
  opened += 1;
  const store = await openStore(
    config.kind === 'grafeo' ? { kind: 'grafeo', path: join(folder, `graph-${opened}`) } : config,
  );
  try {
    return await measure(store);
  } finally {
    if (config.kind !== 'grafeo') await empty(store);
    await store.close();
  }
}

async function ingest(into: GraphStore): Promise<void> {
  const parts = async function* () {
    yield { bytes: createReadStream(file), format: undefined, next: null };
  };
  const resumable = { key: file, fingerprint: 'bench' };
  const input = { name: file, resumable, size: null, readAt: '2026-01-01T00:00:00.000Z', parts };
  const started = performance.now();
  let last = started;
  const { stop, ...topicsThread } = startTopicsThread();
  const report = await ingestSources(storeSink(into, { topicsThread }), [input], {
    onBatch: () => (last = performance.now()),
  });
  await stop();
  if (report.papers.created !== papers)
    throw new Error(`expected ${papers} new papers: ${JSON.stringify(report)}`);
  process.stderr.write(
    `read and written: ${((last - started) / 1000).toFixed(1)} s; links and topics: ${((performance.now() - last) / 1000).toFixed(1)} s\n`,
  );
}

async function readGraph(from: GraphStore): Promise<Graph> {
  const nodes: Graph['nodes'] = [];
  for (const [label, key] of Object.entries(KEYS)) {
    const rows = await runText(from, 'read', `MATCH (n:${label}) RETURN properties(n) AS properties`, {});
    nodes.push({ label, key, rows: rows.map(({ properties }) => properties as Properties) });
  }
  const edges: Graph['edges'] = [];
  for (const [a, type, b] of EDGES) {
    const [keyA, keyB] = [KEYS[a], KEYS[b]];
    const rows = await runText(
      from,
      'read',
      `MATCH (a:${a})-[e:${type}]->(b:${b}) RETURN a.${keyA} AS from, b.${keyB} AS to, properties(e) AS properties`,
      {},
    );
    edges.push({ type, from: [a, keyA], to: [b, keyB], rows: rows as Graph['edges'][number]['rows'] });
  }
  return { nodes, edges };
}

async function writeGraph(into: GraphStore, { nodes, edges }: Graph): Promise<void> {
  for (const { label, rows } of nodes) {
    await inBatches(rows, (page) =>
      runText(into, 'write', `UNWIND $rows AS row CREATE (n:${label}) SET n += row`, { rows: page }),
    );
  }
  for (const { type, from, to, rows } of edges) {
    const text =
      `UNWIND $rows AS row MATCH (a:${from[0]} {${from[1]}: row.from}) MATCH (b:${to[0]} {${to[1]}: row.to}) ` +
      `CREATE (a)-[e:${type}]->(b) SET e += row.properties`;
    await inBatches(rows, (page) => runText(into, 'write', text, { rows: page }));
  }
}

async function inBatches<Row>(rows: readonly Row[], write: (page: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += 1000) await write(rows.slice(start, start + 1000));
}

async function empty(graph: GraphStore): Promise<void> {
  const text = 'MATCH (n) WITH n LIMIT 10000 DETACH DELETE n RETURN count(*) AS deleted';
  while ((await runText(graph, 'write', text, {}))[0]?.['deleted'] !== 0);
}

async function runText(
  on: GraphStore,
  access: 'read' | 'write',
  text: string,
  params: object,
): Promise<Properties[]> {
  const statement = {
    name: 'bench',
    text,
    access,
    params: z.unknown(),
    row: z.unknown(),
    touches: () => ({}),
  } as Statement<unknown, unknown>;
  return (await on.run(statement, params)) as Properties[];
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
