import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listingText } from '../../../src/sources/listing.ts';
import { readFormat } from '../../support/read-format.ts';
import { SEED_LISTING, seedSkipped } from '../../support/seed-listing.ts';

describe.skipIf(seedSkipped)(`the seed listing${seedSkipped ? ` (skipped: ${seedSkipped})` : ''}`, () => {
  const text = seedSkipped === null ? readFileSync(SEED_LISTING, 'utf8') : '';
  const read = (options = {}) => readFormat(listingText, text, options).records.map(({ record }) => record);

  it('holds 46 papers and nothing that is rejected', () => {
    expect(readFormat(listingText, text)).toMatchObject({ records: { length: 46 }, rejects: [] });
  });

  it('holds 1 org and 45 author counts, one of them 1 and the highest 47', () => {
    const counts = read().flatMap(({ authorCount }) => authorCount ?? []);
    expect(counts).toHaveLength(45);
    expect(counts.filter((count) => count === 1)).toHaveLength(1);
    expect(Math.max(...counts)).toBe(47);
    expect(read().flatMap(({ orgs }) => orgs ?? [])).toEqual([
      { slug: 'thefinai', name: 'The Fin AI', source: 'listing' },
    ]);
  });

  it('holds as many author counts, orgs and comment counts as a search of its lines finds', () => {
    const lines = text.split('\n');
    expect(lines.filter((line) => /^ {2}• \d+ authors$/.test(line))).toHaveLength(45);
    expect(lines.filter((line) => line === '·')).toHaveLength(46);
    expect(lines.filter((line) => /^[A-Z][a-z]{2} \d+(, \d{4})? \d+$/.test(line))).toHaveLength(6);
    expect(read().flatMap(({ observations }) => observations ?? [])).toHaveLength(6);
  });

  it('holds 17 distinct repositories and one project page that is none', () => {
    const urls = read().flatMap(({ repos }) => (repos ?? []).map(({ url }) => url));
    expect(urls).toHaveLength(17);
    expect(new Set(urls).size).toBe(17);
    expect(urls).toContain('https://github.com/google-deepmind/scivid');
    expect(urls).toContain('https://github.com/gpt-alternatives/gpt_alternatives');
    expect(read().flatMap(({ projectPage }) => projectPage ?? [])).toEqual([
      'https://scy639.github.io/UniBioTransfer.github.io/',
    ]);
  });

  it('dates the 6 papers without a year in 2026, unless the day of the listing tells another', () => {
    const in2026 = ['2026-01-30', '2026-02-01', '2026-02-22', '2026-02-28', '2026-03-20', '2026-05-04'];
    const dates = (options = {}) => read(options).map(({ publishedOn }) => publishedOn ?? '');
    expect(
      dates()
        .filter((date) => date.startsWith('2026'))
        .sort(),
    ).toEqual(in2026);
    expect(dates({ listedOn: '2030-05-08' }).filter((date) => date.startsWith('2030'))).toHaveLength(6);
  });

  it('keeps LaTeX remains as they came', () => {
    expect(read().map(({ title }) => title)).toContain(
      'Stage Light is Sequence$^2$: Multi-Light Control via Imitation Learning',
    );
    expect(read().some(({ abstract }) => abstract?.includes('22.6\\% EM'))).toBe(true);
  });
});
