import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { canonicalKey } from '../../../src/model/canonical-key.ts';
import { topicsOf } from '../../support/topics.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const skipped =
  existsSync(`${DATA}keyphrases`) && existsSync(`${DATA}hf-daily`) ? '' : ' (skipped: no ../shared/data)';

const Text = z.object({ title: z.string(), abstract: z.string() });
const DailyRow = z
  .object({ paper: z.object({ title: z.string(), summary: z.string() }) })
  .transform(({ paper }) => ({ title: paper.title, abstract: paper.summary }));

/** The papers of some thousand lines and of those days of the listing whose rows are plain objects. */
function readPapers(): z.infer<typeof Text>[] {
  const read = (folder: string, ending: string) =>
    readdirSync(DATA + folder)
      .filter((file) => file.endsWith(ending))
      .map((file) => readFileSync(`${DATA}${folder}/${file}`, 'utf8'));
  const lines = read('keyphrases', '.jsonl').flatMap((text) =>
    text.split('\n').filter((line) => line !== ''),
  );
  const days = read('hf-daily', '.json').map(
    (text) => z.array(z.unknown()).safeParse(JSON.parse(text)).data ?? [],
  );
  return [
    ...lines.map((line) => Text.parse(JSON.parse(line))),
    ...days.flat().flatMap((row) => DailyRow.safeParse(row).data ?? []),
  ];
}

describe.skipIf(skipped !== '')(`the topics of all shared papers${skipped}`, () => {
  it('have literal evidence, distinct keys that are their own keys, and scores from the likeliest down', () => {
    const papers = readPapers();
    expect(papers.length).toBeGreaterThan(2000);
    for (const paper of papers) {
      const topics = topicsOf(paper, { limit: 20 });
      for (const { field, start, end, text } of topics.flatMap(({ evidence }) => evidence)) {
        expect(paper[field].slice(start, end)).toBe(text);
      }
      expect(topics.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
      const keys = topics.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.map(canonicalKey)).toEqual(keys);
      const scores = topics.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(scores.every((score) => score > 0 && score < 1)).toBe(true);
    }
  }, 60_000);
});
