import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { stats } from '../../src/graph/statements/stats.ts';
import { ingestBatch, type IngestCounts } from '../../src/ingest/ingest-papers.ts';
import { refreshGraph } from '../../src/ingest/refresh-graph.ts';
import { paperRecord, type PaperRecord } from '../../src/model/paper.ts';
import { hfDaily } from '../../src/sources/hf-json.ts';
import { listingText } from '../../src/sources/listing.ts';
import { dumpGraph, nodesOf } from '../support/dump-graph.ts';
import { readFormat } from '../support/read-format.ts';
import { READ_AT } from '../support/records.ts';
import { SEED_LISTING, seedSkipped } from '../support/seed-listing.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/hf-daily/', import.meta.url));
const skipped = existsSync(FOLDER) ? null : 'the answers in ../shared are not there';

/** The days in order, each with its document and the moment at which its records were read. */
const days =
  skipped === null
    ? readdirSync(FOLDER)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => ({
          readAt: `${name.slice(0, 'YYYY-MM-DD'.length)}T00:00:00.000Z`,
          document: JSON.parse(readFileSync(FOLDER + name, 'utf8')) as unknown,
        }))
    : [];

type Row = {
  organization?: { name: string; fullname?: string };
  paper: {
    id: string;
    title: string;
    summary: string;
    authors: { name: string }[];
    githubRepo?: string;
    projectPage?: string;
    organization?: { name: string; fullname?: string };
  };
};

/** The rows that are JSON, and those that are Python's `repr()` of them, which are only searched. */
const rows = days.flatMap(({ document }) =>
  Array.isArray(document) ? (document as (Row | string)[]) : (document as { data: string[] }).data,
);
const objects = rows.filter((row) => typeof row !== 'string');
const strings = rows.filter((row) => typeof row === 'string');

/** A paper that is listed on two days counts as on the later one, whatever it lacks. */
const latest = new Map(objects.map((row) => [row.paper.id, row]));

describe.each(STORES)('17 days of daily papers $name', (kind) => {
  const reason = kind.skipped ?? skipped;
  const title = skipped === null ? titleOf(kind) : `on ${kind.name} (skipped: ${skipped})`;
  describe.skipIf(reason !== null)(title, () => {
    let store: GraphStore;
    let counts: IngestCounts;
    beforeAll(async () => {
      store = await openFresh(kind);
      counts = await ingestDays(store, days);
      await refreshGraph(store);
    });
    afterAll(() => store.close());

    it('are 350 rows of 348 papers, two of which are listed again on a later day', async () => {
      const idsInStrings = strings.map((row) => /^\{'paper': \{'id': '([\d.]+)'/.exec(row)?.[1]);
      const ids = new Set([...latest.keys(), ...idsInStrings]);
      expect(ids.size).toBe(348);
      expect(rows).toHaveLength(350);
      expect(counts).toEqual({ created: 348, updated: 2, unchanged: 0 });
      await expect(store.run(stats, {})).resolves.toMatchObject([{ papers: 348, records: 348 }]);
      const papers = await nodesOf(store, 'Paper');
      expect(papers.map(({ id }) => id).sort()).toEqual([...ids].map((id) => `arxiv:${id}`).sort());
    });

    it('have as many authors in their lists as a count of the JSON', async () => {
      const inStrings = strings.reduce(
        (sum, row) => sum + [...row.matchAll(/'hidden': (?:True|False)/g)].length,
        0,
      );
      const inObjects = [...latest.values()].reduce((sum, { paper }) => sum + paper.authors.length, 0);
      await expect(store.run(stats, {})).resolves.toMatchObject([{ authorLinks: inObjects + inStrings }]);
    });

    it('have one org for all logins of a display name', async () => {
      const named = objects.flatMap(({ paper, organization }) => paper.organization ?? organization ?? []);
      const nameOf = new Map(
        named.map(({ name, fullname }) => [name.toLowerCase(), plain(fullname ?? name)]),
      );
      const orgs = await nodesOf(store, 'Org');
      expect(orgs).toHaveLength(new Set(nameOf.values()).size);
      const slugs = orgs.flatMap(({ slug, slugs: others }) => [slug, ...(others as string[])]);
      expect(slugs.sort()).toEqual([...nameOf.keys()].sort());
      for (const { slug, slugs: others } of orgs) {
        for (const other of others as string[]) expect(nameOf.get(other)).toBe(nameOf.get(String(slug)));
      }
      const links = [...latest].filter(([, { paper, organization }]) => paper.organization ?? organization);
      await expect(store.run(stats, {})).resolves.toMatchObject([{ orgLinks: links.length }]);
    });

    it('have the repositories that a plain search of the JSON finds', async () => {
      const texts = [
        ...objects.map(
          ({ paper }) => `${paper.githubRepo ?? ''} ${paper.projectPage ?? ''} ${paper.summary}`,
        ),
        ...strings,
      ];
      const found = texts.flatMap((text) => [...text.matchAll(/github\.com\/([\w-]+)\/([\w.-]+)/gi)]);
      const urls = found.map(([, owner = '', name = '']) =>
        `https://github.com/${owner}/${name}`
          .toLowerCase()
          .replace(/\.+$/, '')
          .replace(/\.git$/, ''),
      );
      const repos = await nodesOf(store, 'Repo');
      const onGitHub = repos
        .map(({ url }) => String(url))
        .filter((url) => url.startsWith('https://github.com/'));
      expect(onGitHub.sort()).toEqual([...new Set(urls)].sort());
    });

    it('leave nothing without a link, and change nothing when they are read again in another order', async () => {
      const before = await dumpGraph(store);
      const linked = new Set(before.edges.flatMap((line) => [line.split(' ')[0], line.split(' ')[2]]));
      for (const label of ['Org', 'Repo', 'Author', 'Topic'] as const) {
        expect(before.nodes.some((line) => line.startsWith(`${label} `))).toBe(true);
      }
      const repos = (await nodesOf(store, 'Repo')).map(({ url }) => String(url));
      expect(repos.filter((url) => !linked.has(url))).toEqual([]);
      await expect(ingestDays(store, days.toReversed())).resolves.toEqual({
        created: 0,
        updated: 0,
        unchanged: 350,
      });
      await refreshGraph(store);
      expect(await dumpGraph(store)).toEqual(before);
    });

    it.skipIf(seedSkipped)(
      `share no paper with the first listing, which adds its 46${seedSkipped ? ` (skipped: ${seedSkipped})` : ''}`,
      async () => {
        const found = readFormat(listingText, readFileSync(SEED_LISTING, 'utf8')).records;
        const listed = found.map(({ record }) => paperRecord.parse(record));
        const titles = new Set(objects.map(({ paper }) => plain(paper.title)));
        expect(listed.filter((record) => titles.has(plain(record.title)))).toEqual([]);
        await expect(ingestBatch(store, listed, { readAt: READ_AT })).resolves.toMatchObject({
          counts: { created: 46, updated: 0, unchanged: 0 },
        });
        await expect(store.run(stats, {})).resolves.toMatchObject([{ papers: 394, records: 394 }]);
      },
    );
  });
});

async function ingestDays(store: GraphStore, given: typeof days): Promise<IngestCounts> {
  const sum: IngestCounts = { created: 0, updated: 0, unchanged: 0 };
  for (const { document, readAt } of given) {
    const records: PaperRecord[] = (hfDaily.itemsOf(document) ?? [])
      .flatMap(hfDaily.readItem)
      .map((record) => paperRecord.parse(record));
    const { counts } = await ingestBatch(store, records, { readAt });
    for (const outcome of ['created', 'updated', 'unchanged'] as const) sum[outcome] += counts[outcome];
  }
  return sum;
}

/** A text in lower case with single spaces between its words. */
function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
