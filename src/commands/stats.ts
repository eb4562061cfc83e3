import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { compareText } from '../collections.ts';
import type { Config, StoreConfig } from '../config.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { openStore } from '../graph/open-store.ts';
import { countsOfSources, newestPaper, oldestPaper, stats } from '../graph/statements/stats.ts';

type DatedPaper = z.infer<(typeof newestPaper)['row']>;

type Report = {
  counts: z.infer<(typeof stats)['row']>;
  sources: z.infer<(typeof countsOfSources)['row']>[];
  /** Of the papers with a date; null where there is none. */
  oldestPaper: DatedPaper | null;
  newestPaper: DatedPaper | null;
  /** `bytes` on disk; null where it can't be told from here. */
  store: { address: string; bytes: number | null };
};

/** `papergraph stats`: prints how large the graph is, what its sources gave, and where it is kept. It changes nothing. */
export async function statsCommand({ json = false }: { json?: boolean }, config: Config): Promise<void> {
  // Before it is opened: an open Grafeo store keeps a journal.
  const bytes = await bytesOf(config.store);
  const store = await openStore(config.store, { leaveAsIs: true });
  try {
    const report = await readReport(store, config.store, bytes);
    process.stdout.write(`${json ? JSON.stringify(report, null, 2) : textOf(report)}\n`);
  } finally {
    await store.close();
  }
}

async function readReport(store: GraphStore, config: StoreConfig, bytes: number | null): Promise<Report> {
  const [counts] = await store.run(stats, {});
  if (counts === undefined) throw new TypeError('the statement read/stats gave no row');
  const sources = await store.run(countsOfSources, {});
  return {
    counts,
    sources: sources.sort((a, b) => b.records - a.records || compareText(a.source, b.source)),
    oldestPaper: (await store.run(oldestPaper, {}))[0] ?? null,
    newestPaper: (await store.run(newestPaper, {}))[0] ?? null,
    store: {
      address: config.kind === 'grafeo' && config.path !== null ? config.path : store.address,
      bytes,
    },
  };
}

/** What is not in Grafeo's file yet, since a process was killed, is in a folder beside it. */
async function bytesOf(config: StoreConfig): Promise<number | null> {
  if (config.kind !== 'grafeo' || config.path === null) return null;
  return (await sizeOf(config.path)) + (await sizeOf(`${config.path}.wal`));
}

/** The bytes of a file, or of all files of a folder; none where it is not there. */
async function sizeOf(path: string): Promise<number> {
  if (!existsSync(path)) return 0;
  const entry = await stat(path);
  if (!entry.isDirectory()) return entry.size;
  let sum = 0;
  for (const name of await readdir(path)) sum += await sizeOf(join(path, name));
  return sum;
}

function textOf({ counts, sources, oldestPaper, newestPaper, store }: Report): string {
  const { papers, authors, topics, orgs, repos, records } = counts;
  const dated = (paper: DatedPaper | null) =>
    paper === null ? 'none with a date' : `${paper.publishedOn} ${paper.title} (${paper.id})`;
  const rows: [string, string | number][] = [
    ...Object.entries({ papers, authors, topics, orgs, repos, records }),
    ['links to authors', counts.authorLinks],
    ['links to topics', counts.topicLinks],
    ['links to orgs', counts.orgLinks],
    ['links to repos', counts.repoLinks],
    ['owners of repos', counts.ownerLinks],
    ['citations', counts.citations],
    ...sources.map(({ source, records, papers }): [string, string] => [
      `source ${source}`,
      `${records} records of ${papers} papers`,
    ]),
    ['oldest paper', dated(oldestPaper)],
    ['newest paper', dated(newestPaper)],
    ['store', store.address],
    ['size', sizeText(store.bytes)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

function sizeText(bytes: number | null): string {
  return bytes === null ? 'not known here' : `${(bytes / 1e6).toFixed(1)} MB`;
}
