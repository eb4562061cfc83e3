import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseRepoUrl } from '../../../src/model/repo.ts';
import { reposIn } from '../../../src/sources/links.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/data/hf-daily/', import.meta.url));
const skipped = existsSync(FOLDER) ? '' : ' (skipped: the daily papers in ../shared are not there)';

type Paper = { id: string; summary: string; githubRepo?: string };

/** The rows of all days as they lie there; those that are Python's spelling of a row have no `githubRepo`. */
function dailyRows(): (string | { paper: Paper })[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const day = JSON.parse(readFileSync(`${FOLDER}${name}`, 'utf8')) as
        (string | { paper: Paper })[] | { data: (string | { paper: Paper })[] };
      return Array.isArray(day) ? day : day.data;
    });
}

describe.skipIf(skipped !== '')(`the repositories of real daily papers${skipped}`, () => {
  const rows = skipped === '' ? dailyRows() : [];
  const papers = rows.flatMap((row) => (typeof row === 'string' ? [] : [row.paper]));
  const curated = papers.filter(({ githubRepo }) => githubRepo !== undefined && githubRepo !== '');

  it('are read from each of the 129 URLs that people filled in', () => {
    expect(rows).toHaveLength(350);
    expect(rows.filter((row) => typeof row === 'string' && row.includes('githubRepo'))).toEqual([]);
    expect(curated).toHaveLength(129);
    expect(curated.filter(({ githubRepo }) => parseRepoUrl(githubRepo ?? '')?.host !== 'GITHUB')).toEqual([]);
  });

  it('are found in at least 98 of 100 abstracts that link to GitHub, as people filled them in', () => {
    const both = curated.filter(({ summary }) => /github\.com\/[\w-]+\/[\w.-]/i.test(summary));
    expect(both.length).toBeGreaterThan(30);
    const differing = both.filter(({ summary, githubRepo }) => {
      const found = reposIn(summary).map(({ url }) => url);
      return !found.includes(parseRepoUrl(githubRepo ?? '')?.url ?? '');
    });
    expect(differing.length / both.length, differing.map(({ id }) => id).join(', ')).toBeLessThanOrEqual(
      0.02,
    );
  });
});
