import { createServer as createHttpServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { topicsOfPapers } from '../../src/graph/statements/topics.ts';
import { ingestBatch } from '../../src/ingest/ingest-papers.ts';
import { paperRecord } from '../../src/model/paper.ts';
import { databaseProjector } from '../../src/projection/database-projector.ts';
import { readFormat } from '../support/read-format.ts';
import { bibtex } from '../../src/sources/bibtex.ts';
import { ingestFile, SAMPLE } from '../support/ingest-file.ts';
import { runPapergraph } from '../support/run-papergraph.ts';
import { openFresh, storeSettings, STORES, titleOf } from '../support/stores.ts';
import { testServer } from '../support/test-server.ts';
import { openStore } from '../../src/graph/open-store.ts';

const urlOf = (file: string, args: Record<string, string> = {}) =>
  `http://localhost/export/${file}?${new URLSearchParams(args)}`;

describe.each(STORES)('/export $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await openFresh(kind);
      await ingestFile(store, SAMPLE);
    });
    afterAll(() => store?.close());

    it('gives the network that the query of the same arguments gives', async () => {
      const { yoga, ask } = testServer(store);
      const response = await yoga.fetch(
        urlOf('co-occurrence.json', {
          top: '20',
          measure: 'COSINE',
          filter: '{publishedSince: "2020-01-01"}',
        }),
      );
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(response.headers.get('content-disposition')).toBe('attachment; filename="co-occurrence.json"');
      const exported = await response.json();
      const { coOccurrence } = await ask(`{
        coOccurrence(top: 20, measure: COSINE, filter: {publishedSince: "2020-01-01"}) {
          paperCount modularity
          nodes { label occurrences weightedDegree pageRank betweenness meanPublishedOn cluster x y }
          links { source { label } target { label } count associationStrength observedToExpected cosine equivalence jaccard
            inclusion pmi npmi logLikelihood pValue }
          clusters { label centrality density quadrant }
        }
      }`);
      expect(exported).toMatchObject({
        paperCount: coOccurrence.paperCount,
        modularity: coOccurrence.modularity,
        clusters: coOccurrence.clusters,
      });
      expect(exported.nodes.length).toBe(20);
      expect(
        exported.nodes.map(({ key: _key, degree: _degree, name, ...node }: any) => ({
          label: name,
          ...node,
        })),
      ).toEqual(coOccurrence.nodes);
      const names = new Map(exported.nodes.map(({ key, name }: any) => [key, name]));
      const sorted = (links: any[]) => links.map((link) => JSON.stringify(link)).sort();
      expect(
        sorted(
          exported.links.map(({ source, target, papers: _papers, ...measures }: any) => ({
            source: { label: names.get(source) },
            target: { label: names.get(target) },
            ...measures,
          })),
        ),
      ).toEqual(sorted(coOccurrence.links));
    });

    it.for(['memory', 'database'] as const)(
      'gives the papers of a filter, the newest first, from %s',
      async (analysis) => {
        const { yoga, ask } =
          analysis === 'memory' ? testServer(store) : testServer(store, {}, databaseProjector(store));
        const text = await (
          await yoga.fetch(urlOf('papers.jsonl', { filter: '{topic: "language model"}' }))
        ).text();
        const { papers } = await ask(
          '{ papers(filter: {topic: "language model"}, first: 100) { totalCount edges { node { title } } } }',
        );
        const lines = text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line));
        expect(lines.map(({ title }) => title)).toEqual(papers.edges.map(({ node }: any) => node.title));
        expect(lines).toHaveLength(papers.totalCount);
        expect(lines[0].records.length).toBeGreaterThan(0);
        const bib = await (
          await yoga.fetch(urlOf('papers.bib', { filter: '{topic: "language model"}' }))
        ).text();
        expect(readFormat(bibtex, bib).records.map(({ record }) => record.title)).toEqual(
          lines.map(({ title }) => title),
        );
      },
    );

    it('changes the entity tag when the graph changes, and with the arguments', async () => {
      const { yoga, projector } = testServer(store);
      const tagOf = async (file: string, args = {}) =>
        (await yoga.fetch(urlOf(file, args))).headers.get('etag') ?? '';
      const before = await tagOf('papers.csv');
      expect(before).toMatch(/^W\/"[\w-]{22}"$/);
      expect(await tagOf('papers.csv')).toBe(before);
      const others = [await tagOf('papers.bib'), await tagOf('papers.csv', { filter: '{hasRepo: true}' })];
      expect(new Set([before, ...others]).size).toBe(3);
      const known = await yoga.fetch(urlOf('papers.csv'), { headers: { 'if-none-match': `"x", ${before}` } });
      expect(known.status).toBe(304);
      expect(await known.text()).toBe('');
      const record = paperRecord.parse({
        source: 'jsonl',
        title: 'A new one',
        at: '2026-05-08T00:00:00.000Z',
      });
      await ingestBatch(store, [record], { readAt: '2026-05-08T00:00:00.000Z' });
      await projector.catchUp();
      const after = await tagOf('papers.csv');
      expect(after).not.toBe(before);
      expect(await tagOf('papers.csv')).toBe(after);
    });
  });
});

describe('/export', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openStore({ kind: 'grafeo', path: null });
    await ingestFile(store, SAMPLE);
  });
  afterAll(() => store.close());

  it.for([
    ['papers.xlsx', {}, 404, 'Expected co-occurrence.{vosviewer.json,map.txt,'],
    ['toString.csv', {}, 404, 'papers.{jsonl,csv,bib,ris}, but got "toString.csv".'],
    ['papers.csv', { topc: 'x' }, 400, 'Expected only filter, orderBy, but got "topc".'],
    ['co-occurrence.gexf', { top: '0' }, 400, 'Expected "top" from 1 to 1000, but got 0.'],
    ['co-occurrence.gexf', { measure: 'COSIN' }, 400, 'Did you mean the enum value "COSINE"'],
    ['co-occurrence.gexf', { topics: 'no such' }, 400, 'Expected topics of the graph, but got "no such"'],
    ['papers.csv', { filter: '{text: "?"}' }, 400, 'Expected "text" to hold a word'],
  ] as const)('tells what is wrong with %s %o', async ([file, args, status, message]) => {
    const response = await testServer(store).yoga.fetch(urlOf(file, args));
    expect(response.status).toBe(status);
    expect(((await response.json()) as { error: string }).error).toContain(message);
  });

  it('takes nothing but GET and HEAD', async () => {
    const response = await testServer(store).yoga.fetch(urlOf('papers.csv'), { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('tells nothing of what fails on the server but logs it', async () => {
    const { yoga, lines } = testServer(
      { ...store, changesSince: () => Promise.reject(new Error('secret')) },
      {},
      databaseProjector(store),
    );
    const response = await yoga.fetch(urlOf('papers.csv'));
    expect([response.status, await response.text()]).toEqual([
      500,
      '{"error":"Something went wrong on the server."}',
    ]);
    expect(lines).toContainEqual(
      expect.objectContaining({ err: expect.objectContaining({ message: 'secret' }) }),
    );
  });

  describe('over HTTP', () => {
    let server: Server;
    let base: string;
    let pagesRead = 0;
    let failAt = Infinity;
    beforeAll(async () => {
      // Of small pages, so that there are many.
      const paged: GraphStore = {
        ...store,
        pageSize: 1,
        run: async (statement, params) => {
          if ((statement as unknown) === topicsOfPapers && (pagesRead += 1) >= failAt)
            throw new Error('it broke');
          return store.run(statement, params);
        },
      };
      server = createHttpServer(testServer(paged).yoga);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/export/`;
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    /** What comes over the wire, still compressed. */
    const get = (file: string, headers: Record<string, string> = {}, method = 'GET') =>
      new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
        (resolve, reject) => {
          httpRequest(base + file, { headers, method }, (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('error', reject);
            response.on('end', () =>
              resolve({
                status: response.statusCode,
                headers: response.headers,
                body: Buffer.concat(chunks),
              }),
            );
          })
            .on('error', reject)
            .end();
        },
      );

    it('is compressed as the client likes it', async () => {
      const plain = await get('papers.ris', { origin: 'http://example.org' });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.headers['vary']).toContain('Accept-Encoding');
      expect(plain.headers['access-control-allow-origin']).toBeDefined();
      const gzip = await get('papers.ris', { 'accept-encoding': 'gzip' });
      const br = await get('papers.ris', { 'accept-encoding': 'gzip, deflate, br' });
      expect([gzip.headers['content-encoding'], br.headers['content-encoding']]).toEqual(['gzip', 'br']);
      expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
      expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
      expect(gzip.body.length).toBeLessThan(plain.body.length / 2);
      expect(gzip.headers['etag']).toBe(plain.headers['etag']);
    });

    it('gives the headers alone to HEAD, and nothing where the client has it', async () => {
      const { status, headers, body } = await get('co-occurrence.gexf', {}, 'HEAD');
      expect([status, headers['content-type'], body.length]).toEqual([200, 'application/gexf+xml', 0]);
      const again = await get('co-occurrence.gexf', { 'if-none-match': String(headers['etag']) });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    });

    it('breaks off, rather than end, where the graph fails midway', async () => {
      pagesRead = 0;
      failAt = 5;
      await expect(get('papers.jsonl')).rejects.toThrow();
      await expect(get('papers.jsonl', { 'accept-encoding': 'gzip' })).rejects.toThrow();
      failAt = Infinity;
      expect((await get('papers.jsonl')).body.toString().trimEnd().split('\n')).toHaveLength(90);
    });

    it('stops reading when the client is gone', async () => {
      pagesRead = 0;
      await new Promise<void>((resolve, reject) => {
        const asking = httpRequest(`${base}papers.jsonl`, (response) => {
          response.once('data', () => {
            response.destroy();
            resolve();
          });
        });
        asking.on('error', reject).end();
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      const read = pagesRead;
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(pagesRead).toBe(read);
    });
  });
});

describe('papergraph export of files', () => {
  it('writes the same as the server gives, to standard output or a file', async () => {
    const [kind] = STORES;
    const config = await kind!.freshConfig();
    const store = await openStore(config);
    await ingestFile(store, SAMPLE);
    const { yoga } = testServer(store);
    const args = { top: '30', 'min-count': '2' };
    const served = await (
      await yoga.fetch(urlOf('co-occurrence.graphml', { top: '30', minCount: '2' }))
    ).text();
    const bib = await (await yoga.fetch(urlOf('papers.bib', { filter: '{hasRepo: true}' }))).text();
    await store.close();
    const settings = storeSettings(config);
    const options = Object.entries(args).flatMap(([name, value]) => [`--${name}`, value]);
    const network = await runPapergraph(
      ['export', 'co-occurrence', '--format', 'graphml', ...options],
      settings,
    );
    expect(network).toEqual({ code: 0, stdout: served, stderr: '' });
    const papers = await runPapergraph(
      ['export', 'papers', '--format', 'bib', '--filter', '{hasRepo: true}'],
      settings,
    );
    expect(papers.stdout).toBe(bib);
    const bad = await runPapergraph(
      ['export', 'papers', '--format', 'bib', '--filter', '{hasRepos: true}'],
      settings,
    );
    expect(bad).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Field "hasRepos" is not defined by type "PaperFilter"'),
    });
  });
});
