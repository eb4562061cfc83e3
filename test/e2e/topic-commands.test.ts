import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLE } from '../support/ingest-file.ts';
import { runPapergraph } from '../support/run-papergraph.ts';
import { storeSettings, STORES, titleOf } from '../support/stores.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const fileWith = (name: string, text: string) => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
};
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: unknown; keywords: string[] });

describe('papergraph extract', () => {
  const papers = [
    {
      id: 'a',
      title: 'Pruning LLMs',
      abstract: 'We prune large language models (LLMs). Pruned LLMs are small.',
    },
    { id: 2, title: 'Faster LLMs', abstract: 'LLMs are slow. We make LLMs fast by speculative decoding.' },
  ];
  const input = papers.map((paper) => JSON.stringify({ ...paper, keywords: ['never read'] })).join('\n');

  it('names the keywords of each paper on its own, in order, without a store', async () => {
    const { code, stdout } = await runPapergraph(['extract', fileWith('papers.jsonl', input)], {
      STORE_URL: 'grafeo:/nowhere/at/all',
    });
    expect(code).toBe(0);
    const found = lines(stdout);
    expect(found.map(({ id }) => id)).toEqual(['a', 2]);
    expect(found[0]?.keywords).toContain('large language model');
    expect(found[1]?.keywords).toContain('speculative decoding');
    expect(stdout).not.toContain('never read');
  });

  it('takes papers from standard input as one corpus, and at most as many keywords as asked for', async () => {
    const { code, stdout } = await runPapergraph(['extract', '-', '--corpus', '--first', '2'], {}, input);
    expect(code).toBe(0);
    for (const { keywords } of lines(stdout)) {
      expect(keywords.length).toBeLessThanOrEqual(2);
      expect(keywords).toContain('large language model');
    }
  });

  it('names each line that it can not read, and does the others', async () => {
    const file = fileWith('bad.jsonl', `not json\n${input}\n{"id": 3, "title": "No abstract"}\n`);
    const { code, stdout, stderr } = await runPapergraph(['extract', file], {});
    expect(code).toBe(3);
    expect(lines(stdout)).toHaveLength(2);
    expect(stderr).toContain(`${file}:1: rejected: expected {"id", "title", "abstract"} as JSON`);
    expect(stderr).toContain(`${file}:4: rejected: abstract: `);
  });

  it('refuses a file that is not there, and a number of keywords that is none', async () => {
    const missing = await runPapergraph(['extract', 'no-such-file.jsonl'], {});
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toContain('no-such-file.jsonl: expected a file of JSON lines, but ENOENT');
    const none = await runPapergraph(['extract', '-', '--first', 'ten'], {});
    expect(none).toMatchObject({ code: 1 });
    expect(none.stderr).toContain('Expected a whole number');
  });

  it('follows the overrides, and says where their file is wrong', async () => {
    const forbid = fileWith('overrides.json', '{"forbid": ["Large Language Models"]}');
    const { stdout } = await runPapergraph(['extract', '-'], { TOPIC_OVERRIDES: forbid }, input);
    expect(stdout).not.toContain('large language model');
    const wrong = fileWith('wrong.json', '{"alias": {"LLM": 3}}');
    const failed = await runPapergraph(['extract', '-'], { TOPIC_OVERRIDES: wrong }, input);
    expect(failed.code).toBe(2);
    expect(failed.stderr).toContain(`TOPIC_OVERRIDES: ${wrong}: `);
    expect(failed.stderr).toContain('alias.LLM');
  });
});

describe.each(STORES)('papergraph topics $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    it('reads all texts again, tells what changed, and explains a paper', async () => {
      const settings = storeSettings(await kind.freshConfig());
      await runPapergraph(['ingest', SAMPLE], settings);
      const same = await runPapergraph(['topics'], settings);
      expect(same).toMatchObject({ code: 0 });
      expect(same.stdout).toMatch(/^read \d+ papers; topics: 0 added, 0 changed, 0 removed; links: 0 added/);

      const overrides = fileWith('overrides.json', '{"alias": {"self-attention": "attention mechanism"}}');
      const changed = await runPapergraph(['topics'], { ...settings, TOPIC_OVERRIDES: overrides });
      expect(changed.stdout).toMatch(/links: [1-9]\d* added/);

      const explained = await runPapergraph(['topics', '--explain', '1706.03762'], settings);
      expect(explained.code).toBe(0);
      expect(explained.stdout).toMatch(/^Attention Is All You Need\nkept \d\.\d{3} /);
      expect(explained.stdout).toMatch(/text: frequency \d/);
      expect(explained.stdout).toMatch(/corpus: textScore /);
      expect(explained.stdout).toContain('because: ');

      const unknown = await runPapergraph(['topics', '--explain', 'No such paper'], settings);
      expect(unknown).toMatchObject({ code: 1, stdout: '' });
      expect(unknown.stderr).toContain('expected the id, arXiv id, DOI or title of a paper in the graph');
    });
  });
});
