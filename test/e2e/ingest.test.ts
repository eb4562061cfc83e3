import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedSkipped, startFakeServices, type FakeServices } from '../support/fake-services.ts';
import { listingEntry } from '../support/listings.ts';
import { runPapergraph } from '../support/run-papergraph.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const freshStore = () => ({ STORE_URL: `grafeo:${join(temporaryFolder(), 'graph.grafeo')}` });

/** Files with the given contents in a folder of their own. */
function filesOf(contents: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, name), content);
  return folder;
}

describe('papergraph ingest', () => {
  it('tells by its content how to read each file of a folder, and makes one paper of what is the same', async () => {
    const title = 'Graphs of Papers in Every Format';
    const folder = filesOf({
      'listing.txt': listingEntry({ title, date: 'Feb 28, 2024' }),
      'page.md': `### [${title}](https://huggingface.co/papers/2402.00001)\n\n- 2 authors\n\nFeb 28, 2024\n`,
      'library.bib': `@article{key, title = {${title}}, author = {Lovelace, Ada and Turing, Alan}, year = 2024, doi = {10.1000/One}}`,
      'library.ris': `TY  - JOUR\nTI  - ${title}\nAU  - Lovelace, Ada\nPY  - 2024\nDO  - 10.1000/one\nER  - \n`,
      'library.json': JSON.stringify([
        {
          id: '1',
          type: 'article-journal',
          title,
          DOI: '10.1000/one',
          author: [{ family: 'Lovelace', given: 'Ada' }],
        },
      ]),
      'own.jsonl.gz': gzipSync(
        `${JSON.stringify({ title, arxivId: 'arXiv:2402.00001v3', doi: '10.1000/one' })}\n`,
      ),
    });
    const settings = freshStore();
    const { stdout, code } = await runPapergraph(['ingest', '--json', folder], settings);
    expect(JSON.parse(stdout)).toMatchObject({ read: 6, papers: { created: 1 }, rejected: [] });
    expect(code).toBe(0);
    const merged = await runPapergraph(['unmerge', '10.1000/ONE'], settings);
    expect(merged.stdout).toMatch(/^arxiv:2402\.00001 Graphs of Papers/);
    expect(merged.stdout.trim().split('\n')).toHaveLength(1 + 6);
  });

  it('takes a record out of a paper for good', async () => {
    const settings = freshStore();
    const title = 'One title of two papers';
    const folder = filesOf({
      'a.jsonl': JSON.stringify({ source: 'bibtex', title, doi: '10.1000/a' }),
      'b.jsonl': JSON.stringify({ source: 'ris', title, publishedOn: '2024' }),
    });
    await runPapergraph(['ingest', folder], settings);
    const apart = await runPapergraph(['unmerge', '10.1000/a', 'bibtex|doi:10.1000/a'], settings);
    expect(apart).toMatchObject({ code: 0, stdout: expect.stringMatching(/^doi:10.1000\/a\ntitle:\w+\n$/) });
    const again = await runPapergraph(['ingest', folder], settings);
    expect(again.stdout).toMatch(/^read 2: 0 created, 0 updated, 2 unchanged/);
    const wrong = await runPapergraph(['unmerge', '10.1000/a', 'no such record'], settings);
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('It has: bibtex|doi:10.1000/a') });
  });

  it('writes what it rejects into a file that can be mended and ingested', async () => {
    const settings = freshStore();
    const rejects = join(temporaryFolder(), 'rejects.jsonl');
    const folder = filesOf({
      'papers.jsonl': '{"title": "Fine"}\n{"title": "Late", "publishedOn": "2024-02-30"}\n',
    });
    const first = await runPapergraph(['ingest', '--rejects', rejects, folder], settings);
    expect(first).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('papers.jsonl:2: rejected: publishedOn'),
    });
    const line = JSON.parse(readFileSync(rejects, 'utf8'));
    expect(line).toMatchObject({ source: join(folder, 'papers.jsonl'), position: 2 });
    writeFileSync(rejects, readFileSync(rejects, 'utf8').replaceAll('2024-02-30', '2024-02-29'));
    const second = await runPapergraph(['ingest', '--json', rejects], settings);
    expect(JSON.parse(second.stdout)).toMatchObject({ read: 1, papers: { created: 1 } });
  });

  it('says of each bad file what is wrong with it, and reads the others', async () => {
    const folder = filesOf({
      'cut.json': '[{"title": "A paper"',
      'archive.txt': Buffer.from('PK\u0003\u0004 and so on'),
      'binary.txt': Buffer.from('text\0with NUL'),
      'latin.txt': Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a]),
      'nested.json': '['.repeat(100_000),
      'empty.json': '',
      'good.jsonl': '{"title": "A good paper"}\n',
    });
    const { code, stdout, stderr } = await runPapergraph(
      ['ingest', '--json', folder, 'no-such.json'],
      freshStore(),
    );
    expect(JSON.parse(stdout)).toMatchObject({ read: 1, papers: { created: 1 } });
    expect(code).toBe(1);
    const said = (name: string) => stderr.split('\n').find((line) => line.includes(`${name}:`)) ?? '';
    expect(said('cut.json')).toMatch(/cut off/);
    expect(said('archive.txt')).toMatch(/zip/i);
    expect(said('binary.txt')).toMatch(/NUL/);
    expect(said('latin.txt')).toMatch(/UTF-8/);
    expect(said('nested.json')).toMatch(/nest|deep/);
    expect(said('empty.json')).toMatch(/empty/);
    expect(said('no-such.json')).toMatch(/ENOENT/);
  });

  it('names the formats where it is told to read by one that there is not', async () => {
    const folder = filesOf({ 'good.jsonl': '{"title": "A good paper"}\n' });
    const { code, stderr } = await runPapergraph(['ingest', '--format', 'docx', folder], freshStore());
    expect(stderr).toContain('Allowed choices are arxiv-oai,');
    expect(code).toBe(1);
  });
});

describe('papergraph ingest of live sources', () => {
  let services: FakeServices;
  beforeAll(async () => {
    services = await startFakeServices({ papers: 250 });
  });
  afterAll(() => services.close());
  const settings = () => ({
    ...freshStore(),
    HF_URL: services.url,
    ARXIV_URL: services.url,
    OPENALEX_URL: services.url,
    S2_URL: services.url,
  });

  it('goes on at the page at which it was stopped', async () => {
    const store = settings();
    const query = 'openalex:search=graphs&max=250';
    services.failNext(null, { kind: 'status', status: 404 });
    const broken = await runPapergraph(['ingest', query], store);
    expect(broken).toMatchObject({ code: 1, stderr: expect.stringContaining('404') });
    expect(broken.stdout).toMatch(/^read 100: 100 created/);
    const before = services.requests.length;
    const resumed = await runPapergraph(['ingest', query], store);
    expect(resumed).toMatchObject({ code: 0, stdout: expect.stringMatching(/^read 150: 150 created/) });
    expect(services.requests.length - before).toBe(2);
  });

  it('says what forms a query may have', async () => {
    const { code, stderr } = await runPapergraph(['ingest', 'hf:yesterday'], settings());
    expect(stderr).toContain('hf:YYYY-MM-DD');
    expect(code).toBe(1);
  });

  describe.skipIf(recordedSkipped)(`with recorded answers${recordedSkipped ?? ''}`, () => {
    it('reads days of Hugging Face and papers of arXiv', async () => {
      const { stdout, code } = await runPapergraph(
        ['ingest', '--json', 'hf:2026-08-19', 'arxiv:1605.08386'],
        settings(),
      );
      expect(JSON.parse(stdout)).toMatchObject({ papers: { updated: 0 }, rejected: [] });
      expect(JSON.parse(stdout).papers.created).toBeGreaterThan(10);
      expect(code).toBe(0);
    });
  });
});
