import { once } from 'node:events';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listingEntry } from '../support/listings.ts';
import { neo4jTestAddress } from '../support/neo4j-test-address.ts';
import { collectOutput, runPapergraph, startPapergraph, waitForOutput } from '../support/run-papergraph.ts';
import { storeSettings, STORES, titleOf } from '../support/stores.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const twoPapers = `${listingEntry()}\n${listingEntry({ title: 'Another Title' })}`;
const oneBad = `${listingEntry()}\n${listingEntry({ title: 'Bad date', date: 'Feb 30, 2024' })}`;

function fileWith(text: string, folder = temporaryFolder(), name = 'listing.txt'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe.each(STORES)('papergraph ingest $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    const freshSettings = async () => storeSettings(await kind.freshConfig());

    it('tells what was read, created, updated, unchanged and rejected, and that nothing changes the second time', async () => {
      const settings = await freshSettings();
      const file = fileWith(twoPapers);
      const first = await runPapergraph(['ingest', file], settings);
      expect(first).toMatchObject({ code: 0 });
      expect(first.stdout).toMatch(/^read 2: 2 created, 0 updated, 0 unchanged, 0 rejected \(/);
      const second = await runPapergraph(['ingest', file], settings);
      expect(second.stdout).toMatch(/^read 2: 0 created, 0 updated, 2 unchanged, 0 rejected \(/);
    });

    it('prints a report for machines alone on standard output, and names the line of what was rejected', async () => {
      const file = fileWith(oneBad);
      const { code, stdout, stderr } = await runPapergraph(['ingest', '--json', file], await freshSettings());
      expect(JSON.parse(stdout)).toEqual({
        read: 1,
        skipped: 0,
        papers: { created: 1, updated: 0, unchanged: 0 },
        rejectedCount: 1,
        rejected: [
          {
            source: file,
            position: 15,
            reason: 'expected a day that the calendar has, but got "Feb 30, 2024"',
          },
        ],
      });
      expect(stderr).toContain(`${file}:15: rejected: expected a day that the calendar has`);
      expect(code).toBe(3);
    });
  });
});

describe('papergraph ingest', () => {
  const freshStore = () => ({ STORE_URL: `grafeo:${join(temporaryFolder(), 'graph.grafeo')}` });

  it('reads standard input, several files, and the files of a folder and its folders', async () => {
    const folder = join(temporaryFolder(), '.hidden-above');
    mkdirSync(join(folder, 'below'), { recursive: true });
    symlinkSync(fileWith(listingEntry({ title: 'Linked' })), join(folder, 'linked.txt'));
    fileWith(listingEntry({ title: 'In the folder' }), folder);
    fileWith(listingEntry({ title: 'Below' }), join(folder, 'below'));
    fileWith('hidden', folder, '.hidden');
    const single = fileWith(listingEntry({ title: 'Single' }));
    const { stdout, code } = await runPapergraph(
      ['ingest', '-', folder, single, '--json'],
      freshStore(),
      listingEntry(),
    );
    expect(JSON.parse(stdout)).toMatchObject({ read: 5, papers: { created: 5 } });
    expect(code).toBe(0);
  });

  it('writes nothing in a dry run', async () => {
    const settings = freshStore();
    const file = fileWith(twoPapers);
    const dry = await runPapergraph(['ingest', '--dry-run', file], settings);
    expect(dry.stdout).toMatch(/^read 2: 2 created.*\(dry run: nothing was written\)/);
    expect(existsSync(settings.STORE_URL.slice('grafeo:'.length))).toBe(false);
    const real = await runPapergraph(['ingest', '--json', file], settings);
    expect(JSON.parse(real.stdout)).toMatchObject({ papers: { created: 2 } });
  });

  it('resolves dates without a year by --listed-on, and refuses a day that is none', async () => {
    const file = fileWith(listingEntry({ date: 'May 4' }));
    const without = await runPapergraph(['ingest', file], freshStore());
    expect(without).toMatchObject({ code: 3, stderr: expect.stringContaining('--listed-on YYYY-MM-DD') });
    const told = await runPapergraph(['ingest', '--listed-on', '2026-05-08', file], freshStore());
    expect(told).toMatchObject({ code: 0, stdout: expect.stringMatching(/^read 1: 1 created/) });
    const wrong = await runPapergraph(['ingest', '--listed-on', '8.5.2026', file], freshStore());
    expect(wrong).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Expected a day as YYYY-MM-DD.'),
    });
  });

  it('goes on with other files after one that holds no paper, and says which one failed', async () => {
    const [bad, good] = [fileWith('No papers here.'), fileWith(listingEntry())];
    const { code, stdout, stderr } = await runPapergraph(
      ['ingest', '--json', bad, 'no-such-file.txt', good],
      freshStore(),
    );
    expect(JSON.parse(stdout)).toMatchObject({
      read: 1,
      papers: { created: 1 },
      rejected: [
        { source: bad, position: 0, reason: expect.stringContaining('no paper found') },
        { source: 'no-such-file.txt', position: 0, reason: expect.stringContaining('ENOENT') },
      ],
    });
    expect(stderr).toContain('as listing: no paper found: expected records of a title');
    expect(code).toBe(1);
  });

  it('reads the rest of a folder in which a link leads nowhere', async () => {
    const folder = temporaryFolder();
    fileWith(listingEntry(), folder);
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.txt'));
    const { code, stdout } = await runPapergraph(['ingest', '--json', folder], freshStore());
    expect(JSON.parse(stdout)).toMatchObject({
      read: 1,
      rejected: [{ source: join(folder, 'broken.txt'), position: 0 }],
    });
    expect(code).toBe(1);
  });

  it('says in one line which file is not there', async () => {
    const { code, stderr } = await runPapergraph(['ingest', 'no-such-file.txt'], freshStore());
    expect(stderr).toMatch(/^no-such-file\.txt: expected a file or a folder of files, but ENOENT.*\n$/);
    expect(code).toBe(1);
  });

  it('says which variable is wrong, a line each, and ends with 2', async () => {
    const { code, stderr } = await runPapergraph(['ingest', '-'], { PORT: 'x', LOG_LEVEL: 'loud' });
    expect(stderr.trim().split('\n').sort()).toEqual([
      expect.stringMatching(/^LOG_LEVEL: expected one of .* but got "loud"$/),
      expect.stringMatching(/^PORT: expected a whole number .* but got "x"$/),
    ]);
    expect(code).toBe(2);
  });

  it('says in one line that a Neo4j server is not there, and what to do', async () => {
    const settings = { STORE_URL: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'x' };
    const { code, stderr } = await runPapergraph(['ingest', fileWith(twoPapers)], settings);
    expect(stderr).toMatch(
      /^Neo4j at bolt:\/\/127\.0\.0\.1:1 can't be reached: .*Start it, or set STORE_URL.*\n$/,
    );
    expect(code).toBe(1);
  });

  const neo4j = neo4jTestAddress();
  it.skipIf(neo4j === null)(
    'says that a Neo4j server refuses the password, or has no such database',
    async () => {
      const settings = {
        STORE_URL: neo4j?.url ?? '',
        NEO4J_USER: neo4j?.user ?? '',
        NEO4J_PASSWORD: neo4j?.password ?? '',
      };
      const file = fileWith(twoPapers);
      const refused = await runPapergraph(['ingest', file], { ...settings, NEO4J_PASSWORD: 'wrong' });
      expect(refused.stderr).toMatch(
        /^Neo4j at \S+ refuses user "neo4j".*Check NEO4J_USER and NEO4J_PASSWORD\.\n$/,
      );
      const missing = await runPapergraph(['ingest', file], {
        ...settings,
        NEO4J_DATABASE: 'nosuchdatabase',
      });
      expect(missing.stderr).toMatch(
        /^Neo4j at \S+ has no database "nosuchdatabase"\. Create it, or set NEO4J_DATABASE\.\n$/,
      );
    },
  );
});

describe('papergraph serve', () => {
  it('loads the sample into an empty graph and says so, answers, tells who holds the store, and stops when told', async () => {
    const path = join(temporaryFolder(), 'graph.grafeo');
    const server = startPapergraph(['serve'], { STORE_URL: `grafeo:${path}` });
    const output = collectOutput(server);
    const [, url = ''] = await waitForOutput(server, output, /playground: (http:\/\/\S+\/graphql)/);
    expect(output.stderr).toMatch(
      /the graph was empty, so it got the sample papers; for your own: npm start -- FILE/,
    );

    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ stats { papers orgs } }"}',
    });
    const { data } = (await answer.json()) as { data: { stats: { papers: number; orgs: number } } };
    expect(data.stats.papers).toBeGreaterThanOrEqual(60);
    expect(data.stats.orgs).toBeGreaterThanOrEqual(8);
    expect((await fetch(url.replace('/graphql', '/health'))).status).toBe(200);

    const second = await runPapergraph(['serve'], { STORE_URL: `grafeo:${path}` });
    expect(second.stderr).toMatch(
      new RegExp(
        `^The graph file \\S+ is held by process ${server.pid} \\(a Papergraph server or command\\).*Stop that process first, or .*\\n$`,
      ),
    );
    expect(second.code).toBe(1);

    server.kill('SIGTERM');
    const code = await new Promise((resolve) => server.once('close', resolve));
    expect(code).toBe(0);
  });

  it('ingests the files named and leaves the sample out', async () => {
    const path = join(temporaryFolder(), 'graph.grafeo');
    const server = startPapergraph(['serve', fileWith(twoPapers)], { STORE_URL: `grafeo:${path}` });
    const output = collectOutput(server);
    await waitForOutput(server, output, /playground: /);
    expect(output.stderr).toContain('read 2: 2 created');
    expect(output.stderr).not.toContain('sample');
    server.kill('SIGINT');
    await new Promise((resolve) => server.once('close', resolve));
  });

  it('stops when told though a client holds a connection open', async () => {
    const child = startPapergraph(['serve', fileWith(listingEntry())], { STORE_URL: 'grafeo::memory:' });
    const output = collectOutput(child);
    const [, port = ''] = await waitForOutput(child, output, /playground: http:\/\/127\.0\.0\.1:(\d+)/);
    const client = connect(Number(port), '127.0.0.1');
    await once(client, 'connect');
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(0);
    client.destroy();
  });

  it('says in one line that its port is taken', async () => {
    const settings = { STORE_URL: 'grafeo::memory:' };
    const server = startPapergraph(['serve'], settings);
    const [, port = ''] = await waitForOutput(
      server,
      collectOutput(server),
      /playground: http:\/\/\S+:(\d+)/,
    );
    const second = await runPapergraph(['serve'], { ...settings, PORT: port, LOG_LEVEL: 'error' });
    expect(second.stderr).toMatch(
      new RegExp(`^The server can't listen on 127\\.0\\.0\\.1:${port}: .*Choose another HOST or PORT\\.\\n$`),
    );
    expect(second.code).toBe(2);
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('close', resolve));
  });
});
