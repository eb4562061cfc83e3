import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listingText } from '../../../src/sources/listing.ts';
import { SEED_LISTING, seedSkipped } from '../../support/seed-listing.ts';
import { corpusTopicsOf } from '../../support/topics.ts';

/*
 * The topics of the 46 papers of the first listing, six a paper, each judged by eye: + for what a reader would look
 * papers up by, - for what is vague, cut off, or no subject at all. A change of the extraction shows here: judge what is new.
 */
const judged = readFileSync(new URL('seed-topics.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const isTopic = (line: string) => /^[+-] /.test(line);

describe.skipIf(seedSkipped)(
  `the topics of the seed listing${seedSkipped ? ` (skipped: ${seedSkipped})` : ''}`,
  () => {
    const papers =
      seedSkipped === null
        ? [...listingText.read(readFileSync(SEED_LISTING, 'utf8'), {})].flatMap((found) =>
            'record' in found
              ? [{ title: found.record.title, abstract: found.record.abstract ?? '', keywords: [] }]
              : [],
          )
        : [];
    const found = corpusTopicsOf(papers);
    const nameOf = (key: string) => found.topics.get(key)?.name ?? key;
    const count = (key: string) =>
      found.papers.filter((topics) => topics.some((topic) => topic.key === key)).length;

    it('are those that were judged', () => {
      const lines = papers.flatMap(({ title }, index) => [
        `# ${title}`,
        ...(found.papers[index] ?? []).map(({ key }) => nameOf(key)),
      ]);
      expect(lines).toEqual(judged.map((line) => (isTopic(line) ? line.slice(2) : line)));
    });

    it('are good ones in at least 80 % of 46 × 6', () => {
      const topics = judged.filter(isTopic);
      expect(topics).toHaveLength(46 * 6);
      const good = topics.filter((line) => line.startsWith('+'));
      expect(good.length / topics.length).toBeGreaterThanOrEqual(0.8);
    });

    it('have evidence where they say', () => {
      for (const [index, paper] of papers.entries()) {
        for (const { field, start, end, text } of found.papers[index]?.flatMap(({ evidence }) => evidence) ??
          []) {
          expect(paper[field].slice(start, end)).toBe(text);
        }
      }
    });

    it('are shared: large language models by at least ten papers, scaling laws by four', () => {
      expect(count('large language model')).toBeGreaterThanOrEqual(10);
      expect(count('scaling law')).toBeGreaterThanOrEqual(4);
    });

    it.each([
      'state of the art',
      'code',
      'building',
      'observation',
      'subset',
      'fundamental problem',
      'unified framework',
      'performance degradation',
      'method',
      'paper',
      'catnip',
      'deepfund',
      'unibiotransfer',
    ])('do not hold "%s"', (key) => {
      expect(count(key)).toBe(0);
    });

    it('hold no LaTeX fragment and no URL', () => {
      const names = found.papers.flat().map(({ key }) => nameOf(key));
      expect(names.filter((name) => /[\\${}^]|https?:|github/i.test(name))).toEqual([]);
    });
  },
);
