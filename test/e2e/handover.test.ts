import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largeJsonLines } from '../support/json-lines.ts';
import { collectOutput, runPapergraph, startPapergraph, waitForOutput } from '../support/run-papergraph.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const API_KEY = 'a key of the tests';

describe('a server that holds the embedded store', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'graph.grafeo');
  const settings = { STORE_URL: `grafeo:${path}`, API_KEY: API_KEY.replaceAll(' ', '-') };
  const server = startPapergraph(['serve'], settings);
  let url = '';
  beforeAll(async () => {
    [, url = ''] = await waitForOutput(server, collectOutput(server), /playground: (\S+)\/graphql/);
  });
  afterAll(async () => {
    if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'close');
  });

  const query = async (text: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: text }),
    });
    return (await response.json()) as { data?: Record<string, any>; errors?: { message: string }[] };
  };
  const papers = async () => (await query('{ stats { papers } }')).data?.['stats'].papers as number;
  const secret = () =>
    (JSON.parse(readFileSync(`${path}.holder`, 'utf8')) as { server: { secret: string } }).server.secret;

  it('tells only its own user how to reach it', () => {
    expect(statSync(`${path}.holder`).mode & 0o777).toBe(0o600);
    expect(secret()).toMatch(/^[\da-f]{64}$/);
  });

  it('takes what a command ingests, answers queries meanwhile, and has it all in the end', async () => {
    const file = join(folder, 'papers.jsonl');
    writeFileSync(file, `${largeJsonLines(600)}not JSON\n`);
    const before = await papers();
    const ingest = runPapergraph(['ingest', '--json', file], settings);
    let answered = 0;
    const finished = ingest.then(() => true);
    const soon = () => new Promise<false>((resolve) => setTimeout(() => resolve(false), 50));
    while (!(await Promise.race([finished, soon()]))) {
      expect((await papers()) - before).toBeLessThanOrEqual(600);
      answered += 1;
    }
    const { code, stdout, stderr } = await ingest;
    expect(JSON.parse(stdout)).toMatchObject({ read: 600, papers: { created: 600 }, rejectedCount: 1 });
    expect(stderr).toContain('250 papers done');
    expect(code).toBe(3);
    expect(answered).toBeGreaterThan(3);
    expect((await papers()) - before).toBe(600);
    const { data } = await query(
      '{ paper(by: {arxivId: "2401.00020"}) { topics { totalCount } authors { totalCount } citations { totalCount } } }',
    );
    expect(data?.['paper'].topics.totalCount).toBeGreaterThan(0);
    expect(data?.['paper']).toMatchObject({ authors: { totalCount: 2 }, citations: { totalCount: 1 } });
  });

  it('tells in a dry run what would happen, and stays as it is', async () => {
    const before = await papers();
    const file = join(folder, 'one.jsonl');
    writeFileSync(file, '{"title": "A paper that is not written"}\n');
    const { stdout } = await runPapergraph(['ingest', '--dry-run', file], settings);
    expect(stdout).toMatch(/^read 1: 1 created.*nothing was written/);
    expect(await papers()).toBe(before);
  });

  it('takes nothing from who does not know the secret', async () => {
    const call = { call: 'forget', key: 'anything', dryRun: true };
    const ask = (authorization: string) =>
      fetch(`${url}/ingest`, { method: 'POST', headers: { authorization }, body: JSON.stringify(call) });
    expect((await ask('Bearer wrong')).status).toBe(401);
    expect((await ask('')).status).toBe(401);
    expect((await ask(`Bearer ${secret()}`)).status).toBe(200);
  });

  it('says what it can not understand', async () => {
    const response = await fetch(`${url}/ingest`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret()}` },
      body: '{"call": "unknown"}',
    });
    expect(await response.text()).toContain('of one version');
  });

  it('takes records by the mutation from who has the key, and tells which it rejected', async () => {
    const mutation =
      'mutation { ingest(input: {records: [{title: "By mutation", doi: "10.1000/1"}, {abstract: "no title"}]}) { read created rejected { position reason } } }';
    const refused = await query(mutation);
    expect(refused.errors?.[0]?.message).toContain('Authorization');
    const { data } = await query(mutation, { authorization: `Bearer ${settings.API_KEY}` });
    expect(data?.['ingest']).toMatchObject({ read: 1, created: 1, rejected: [{ position: 2 }] });
    const found = await query('{ paper(by: {doi: "https://doi.org/10.1000/1"}) { title } }');
    expect(found.data?.['paper']).toEqual({ title: 'By mutation' });
  });
});
