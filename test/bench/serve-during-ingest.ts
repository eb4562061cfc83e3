import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manyPapers } from './many-papers.ts';
import { quantile } from './timing.ts';

/*
 * npm run bench:serve-during-ingest [papers]: how long a simple query takes while the server takes in papers, beside the
 * same query when it has nothing else to do. On a new embedded store of 5,000 papers; needs ../shared for real texts.
 */
const papers = Number(process.argv[2] ?? 10_000);
const KNOWN = 5_000;
const IDLE_MS = 10_000;
const QUERY = '{ paper(by: {arxivId: "2410.00000"}) { title topics(first: 5) { edges { node { name } } } } }';

const folder = await mkdtemp(join(tmpdir(), 'papergraph-bench-'));
const env = { ...process.env, STORE_URL: `grafeo:${join(folder, 'graph')}`, HOST: '127.0.0.1', PORT: '0' };
const [known, fresh] = [join(folder, 'known.jsonl'), join(folder, 'fresh.jsonl')];
writeFileSync(known, manyPapers(0, KNOWN));
writeFileSync(fresh, manyPapers(KNOWN, papers));

const server = spawn(process.execPath, ['dist/main.js', 'serve', known], {
  env,
  stdio: ['ignore', 'ignore', 'pipe'],
});
const url = await urlOf(server.stderr);
await measure(1_000, Promise.resolve(), url);
const idle = await measure(IDLE_MS, Promise.resolve(), url);
const ingest = spawn(process.execPath, ['dist/main.js', 'ingest', fresh], { env, stdio: 'ignore' });
const busy = await measure(0, once(ingest, 'close'), url);
server.kill('SIGTERM');
await once(server, 'close');
rmSync(folder, { recursive: true });

process.stdout.write(
  `| | queries | p50, ms | p95, ms | p99, ms |\n|---|---|---|---|---|\n${row('idle', idle)}${row('during an ingest', busy)}` +
    `p95 during an ingest: ${(quantile(busy, 0.95) / quantile(idle, 0.95)).toFixed(2)} times idle\n`,
);

async function urlOf(output: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of output) {
    text += String(chunk);
    const found = /playground: (\S+)/.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`the server ended: ${text}`);
}

/** Milliseconds of queries one after the other, twenty a second, for a time and until something has ended. */
async function measure(forMs: number, until: Promise<unknown>, at: string): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + forMs;
  const over = new AbortController();
  void until.then(() => over.abort());
  while (!over.signal.aborted || performance.now() < end) {
    const start = performance.now();
    const response = await fetch(at, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
    });
    if (!(await response.text()).includes('"title"')) throw new Error('the query has no answer');
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return times;
}

function row(what: string, times: readonly number[]): string {
  const at = (share: number) => quantile(times, share).toFixed(1);
  return `| ${what} | ${times.length} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} |\n`;
}
