import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CSV_TABLES } from '../../src/commands/csv-tables.ts';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { openStore } from '../../src/graph/open-store.ts';
import { ingestBatch } from '../../src/ingest/ingest-papers.ts';
import { refreshGraph } from '../../src/ingest/refresh-graph.ts';
import { paperRecord, type PaperRecordInput } from '../../src/model/paper.ts';
import { runPapergraph, startPapergraph } from '../support/run-papergraph.ts';
import { storeSettings, STORES, titleOf } from '../support/stores.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SAMPLE = fileURLToPath(new URL('../../samples/well-known-papers.txt', import.meta.url));
const DAY = fileURLToPath(new URL('../../../shared/data/hf-daily/2024-05-27.json', import.meta.url));
const daySkipped = existsSync(DAY) ? null : 'the day of papers in ../shared is not there';

const AT = '2026-05-08T00:00:00.000Z';

/** Two sources of one paper, citations, and texts that a careless CSV would break. */
const RECORDS: PaperRecordInput[] = [
  {
    source: 'arxiv',
    title: 'Quotes, "commas"; and semicolons',
    abstract: 'We prune large language models (LLMs). Pruned LLMs are small.',
    publishedOn: '2024-02',
    arxivId: '2402.00001',
    authors: [{ name: 'Ada Lovelace; Countess', orcid: '0000-0002-1825-0097' }, { name: 'Zoë "Z" Ó Briain' }],
    keywords: [{ text: 'pruning; sparsity', source: 'keywords' }],
    references: ['arxiv:2402.00002'],
    at: AT,
  },
  {
    source: 'hf',
    title: 'Quotes, "commas"; and semicolons',
    arxivId: '2402.00001',
    orgs: [{ slug: 'acme', name: 'Acme', source: 'organization' }],
    repos: [
      {
        url: 'https://github.com/acme/pruner',
        host: 'GITHUB',
        owner: 'Acme',
        ownerKey: 'acme',
        name: 'Pruner',
        source: 'githubRepo',
        confidence: 1,
      },
    ],
    observations: [
      { metric: 'UPVOTES', value: 3, at: '2026-05-01T00:00:00.000Z' },
      { metric: 'UPVOTES', value: 8, at: AT },
      { metric: 'STARS', value: 12, at: AT },
    ],
    at: AT,
    times: { orgs: '2026-05-01T00:00:00.000Z' },
  },
  { source: 'arxiv', title: 'A cited paper', arxivId: '2402.00002', doi: '10.1000/182', at: AT },
  { source: 'jsonl', title: 'Nothing else is known', at: AT, apart: ['hf|arxiv:2402.00001'] },
];

async function ingestRecords(store: GraphStore): Promise<void> {
  await ingestBatch(
    store,
    RECORDS.map((record) => paperRecord.parse(record)),
    { readAt: AT },
  );
  await refreshGraph(store);
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe.each(STORES)('papergraph export $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    it('writes a paper a line, with what it is linked to and what each source says of it', async () => {
      const config = await kind.freshConfig();
      const store = await openStore(config);
      await ingestRecords(store);
      await store.close();
      const { code, stdout, stderr } = await runPapergraph(['export'], storeSettings(config));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const lines = linesOf(stdout);
      expect(lines.map(({ id }) => id)).toEqual([
        'arxiv:2402.00001',
        'arxiv:2402.00002',
        expect.stringMatching(/^title:/),
      ]);
      expect(lines[0]).toMatchObject({
        title: 'Quotes, "commas"; and semicolons',
        publishedOn: '2024-02-01',
        publishedPrecision: 'MONTH',
        upvotes: 8,
        starCount: 12,
        authors: ['Ada Lovelace; Countess', 'Zoë "Z" Ó Briain'],
        orgs: ['acme'],
        repos: ['https://github.com/acme/pruner'],
        topics: expect.arrayContaining([{ key: expect.any(String), name: expect.any(String), score: 1 }]),
        cites: ['arxiv:2402.00002'],
        records: [{ source: 'arxiv' }, { source: 'hf', times: { orgs: '2026-05-01T00:00:00.000Z' } }],
      });
      expect(lines[2]).toMatchObject({ records: [{ apart: ['hf|arxiv:2402.00001'] }] });
    });

    it.for([
      { what: 'made-up papers of several sources', file: null, skipped: null },
      { what: 'the sample papers', file: SAMPLE, skipped: null },
      {
        what: `a day of Daily Papers${daySkipped === null ? '' : ` (skipped: ${daySkipped})`}`,
        file: DAY,
        skipped: daySkipped,
      },
    ])('is read into the same graph again: $what', async ({ file, skipped }, { skip }) => {
      skip(skipped !== null);
      const config = await kind.freshConfig();
      if (file === null) {
        const store = await openStore(config);
        await ingestRecords(store);
        await store.close();
      } else {
        await runPapergraph(['ingest', file], storeSettings(config));
      }
      const exported = join(temporaryFolder(), 'papers.jsonl');
      const { stderr } = await runPapergraph(['export', '--out', exported], storeSettings(config));
      const first = readFileSync(exported, 'utf8');
      expect(stderr).toMatch(new RegExp(`^wrote ${linesOf(first).length} papers of .* to ${exported}\n$`));
      expect(linesOf(first).length).toBeGreaterThan(2);

      const fresh = storeSettings(await kind.freshConfig());
      await expect(runPapergraph(['ingest', exported], fresh)).resolves.toMatchObject({ code: 0 });
      expect((await runPapergraph(['export'], fresh)).stdout).toBe(first);
    });

    it('writes as CSV every node and relationship with every property', async () => {
      const config = await kind.freshConfig();
      const store = await openStore(config);
      await ingestRecords(store);
      await store.close();
      const folder = join(temporaryFolder(), 'csv');
      const { code, stderr } = await runPapergraph(
        ['export', '--format', 'csv', '--out', folder],
        storeSettings(config),
      );
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: expect.stringMatching(/^wrote \d+ nodes and \d+ relationships/),
      });
      const rowsOf = (file: string) => parseCsv(readFileSync(join(folder, file), 'utf8')).slice(1);
      expect(rowsOf('papers.csv')).toHaveLength(3);
      expect(rowsOf('records.csv')).toHaveLength(RECORDS.length);
      expect(rowsOf('describes.csv').map(([record, paper]) => [record, paper])).toContainEqual([
        'hf|arxiv:2402.00001',
        'arxiv:2402.00001',
      ]);
      expect(rowsOf('cites.csv')).toEqual([['arxiv:2402.00001', 'arxiv:2402.00002', 'CITES']]);
      expect(rowsOf('owned_by.csv')).toEqual([['https://github.com/acme/pruner', 'acme', 'OWNED_BY']]);
      expect(rowsOf('wrote.csv').map(([, ...rest]) => rest)).toEqual(
        expect.arrayContaining([
          ['arxiv:2402.00001', '0', 'WROTE'],
          ['arxiv:2402.00001', '1', 'WROTE'],
        ]),
      );
      const papers = parseCsv(readFileSync(join(folder, 'papers.csv'), 'utf8'));
      const columnOf = (name: string) => papers[0]?.indexOf(name) ?? -1;
      const row = papers.find(([id]) => id === 'arxiv:2402.00001') ?? [];
      expect(row[columnOf('title')]).toBe('Quotes, "commas"; and semicolons');
      expect(row[columnOf('authorNames:string[]')]).toBe('Ada Lovelace; Countess\u001FZoë "Z" Ó Briain');
      expect(row[columnOf('keywords:string[]')]).toBe('pruning; sparsity');
      expect(row[columnOf('upvotes:long')]).toBe('8');
      expect(row.at(-1)).toBe('Paper');
      const records = rowsOf('records.csv').map(([, , content]) => JSON.parse(content ?? '') as unknown);
      expect(records).toContainEqual(paperRecord.parse(RECORDS[0]));
    });
  });
});

describe('the CSV tables', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openStore({ kind: 'grafeo', path: null });
    await ingestRecords(store);
  });
  afterAll(() => store.close());

  it('have a column for every property that a node or relationship of the graph has', async () => {
    const known = CSV_TABLES.map(({ name, header }) => ({
      name,
      columns: header.map((column) => column.split(':')[0]),
    }));
    const inGraph = [...(await run(NODES)), ...(await run(RELATIONSHIPS))];
    expect(known.map(({ name }) => name).sort()).toEqual(
      [...new Set(inGraph.map(({ name }) => name))].sort(),
    );
    for (const { name, properties } of inGraph) {
      expect(known.find((table) => table.name === name)).toEqual({
        name,
        columns: expect.arrayContaining(properties),
      });
    }
  });

  const NODES = 'MATCH (n) UNWIND labels(n) AS name RETURN name, keys(n) AS properties';
  const RELATIONSHIPS = 'MATCH ()-[r]->() RETURN type(r) AS name, keys(r) AS properties';
  const run = (text: string) =>
    store.run(
      {
        name: 'a question of the test',
        text,
        access: 'read',
        params: z.object({}),
        row: z.object({ name: z.string(), properties: z.array(z.string()) }),
        touches: () => ({}),
      },
      {},
    );
});

describe('papergraph export', () => {
  const freshStore = () => ({ STORE_URL: `grafeo:${join(temporaryFolder(), 'graph.grafeo')}` });

  it('writes nothing for a graph that is not there, and makes none', async () => {
    const settings = freshStore();
    await expect(runPapergraph(['export'], settings)).resolves.toEqual({ code: 0, stdout: '', stderr: '' });
    expect(existsSync(settings.STORE_URL.slice('grafeo:'.length))).toBe(false);
  });

  it('ends well where its reader stops early', async () => {
    const settings = freshStore();
    await runPapergraph(['ingest', SAMPLE], settings);
    const child = startPapergraph(['export'], settings);
    let stderr = '';
    child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
    child.stdout?.once('data', () => child.stdout?.destroy());
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('says why a file can not be written, and leaves no part of it', async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await runPapergraph(
      ['export', '--out', join(folder, 'no', 'papers.jsonl')],
      freshStore(),
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/^--out: expected a file to write, but ENOENT/);
    mkdirSync(join(folder, 'taken'));
    const taken = await runPapergraph(['export', '--out', join(folder, 'taken')], freshStore());
    expect(taken.code).toBe(2);
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it('writes CSV into a new or empty folder only', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'thesis.tex'), '');
    const csv = ['export', '--format', 'csv'];
    const used = await runPapergraph([...csv, '--out', folder], freshStore());
    expect(used).toMatchObject({ code: 2, stdout: '' });
    expect(used.stderr).toBe(
      `--out: expected a folder that is new or empty, but ${folder} holds thesis.tex.\n`,
    );
    const none = await runPapergraph(csv, freshStore());
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('--out: expected a folder') });
    const xml = await runPapergraph(['export', '--format', 'xml'], freshStore());
    expect(xml).toMatchObject({ code: 1, stderr: expect.stringContaining('Allowed choices are jsonl, csv') });
  });
});

const admin = process.env['NEO4J_ADMIN'];

describe.skipIf(admin === undefined)(
  `the CSV files${admin === undefined ? ' (skipped: NEO4J_ADMIN names no neo4j-admin)' : ''}`,
  () => {
    it('are imported whole by the command that the export prints', { timeout: 120_000 }, async () => {
      const folder = temporaryFolder();
      const settings = { STORE_URL: `grafeo:${join(folder, 'graph.grafeo')}` };
      await runPapergraph(['ingest', SAMPLE], settings);
      const { stderr } = await runPapergraph(
        ['export', '--format', 'csv', '--out', join(folder, 'a folder')],
        settings,
      );
      const [, nodes, relationships] = /^wrote (\d+) nodes and (\d+) relationships/.exec(stderr) ?? [];
      const command = stderr.slice(stderr.indexOf('neo4j-admin database')).trim();
      writeFileSync(join(folder, 'neo4j.conf'), `server.directories.data=${join(folder, 'data')}\n`);
      const run = spawnSync(
        'bash',
        ['-c', `neo4j-admin() { "$NEO4J_ADMIN" "$@" --additional-config=${folder}/neo4j.conf; }; ${command}`],
        { cwd: folder, encoding: 'utf8' },
      );
      expect(run.stdout + run.stderr).toMatch(
        new RegExp(`Imported:\\s+${nodes} nodes\\s+${relationships} relationships`),
      );
    });
  },
);

/** Rows of quoted cells; an empty cell without quotes is null. */
function parseCsv(text: string): (string | null)[][] {
  const rows: (string | null)[][] = [[]];
  for (const [, quoted, separator] of text.matchAll(/(?:"((?:[^"]|"")*)")?(,|\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? null);
    if (separator === '\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
