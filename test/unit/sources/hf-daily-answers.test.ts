import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { paperRecord, type PaperRecordInput } from '../../../src/model/paper.ts';
import { hfDaily, hfPaper } from '../../../src/sources/hf-json.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/data/hf-daily/', import.meta.url));
const skipped = existsSync(FOLDER) ? null : 'the answers in ../shared are not there';

describe.skipIf(skipped)(`17 days of daily papers${skipped ? ` (skipped: ${skipped})` : ''}`, () => {
  const files = skipped === null ? readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];
  const documents = files.map((name): unknown => JSON.parse(readFileSync(FOLDER + name, 'utf8')));
  const records = documents.flatMap((document) =>
    (hfDaily.itemsOf(document) ?? []).flatMap(hfDaily.readItem),
  );

  type Row = { paper: Record<string, unknown> & { authors: unknown[]; organization?: { name: string } } };
  const rows = documents.flatMap((document) =>
    Array.isArray(document) ? (document as (Row | string)[]) : (document as { data: string[] }).data,
  );
  const papers = rows.flatMap((row) => (typeof row === 'string' ? [] : [row.paper]));
  const strings = rows.filter((row) => typeof row === 'string');
  const inStrings = (pattern: RegExp) =>
    strings.reduce((sum, row) => sum + [...row.matchAll(pattern)].length, 0);
  const having = (fact: (record: PaperRecordInput) => unknown) => records.filter(fact).length;

  it('hold 350 rows of 348 papers, 68 of them written by Python', () => {
    const ids = [
      ...papers.map(({ id }) => id),
      ...strings.map((row) => /^\{'paper': \{'id': '([\d.]+)'/.exec(row)?.[1]),
    ];
    expect(ids).toHaveLength(350);
    expect(strings).toHaveLength(68);
    expect(records).toHaveLength(350);
    expect(new Set(records.map(({ arxivId }) => arxivId))).toEqual(new Set(ids));
    expect(new Set(ids).size).toBe(348);
  });

  it('are read into records that can all be kept', () => {
    expect(records.map((record) => paperRecord.safeParse(record).error)).toEqual(
      records.map(() => undefined),
    );
    expect(records.filter(({ title, abstract }) => /\s{2}|\n/.test(`${title}|${abstract}`))).toEqual([]);
  });

  it('give as many repositories, organizations and keywords as a count of the JSON', () => {
    const withField = (name: string) =>
      papers.filter((paper) => name in paper).length + inStrings(new RegExp(`'${name}': `, 'g'));
    expect(having(({ repos }) => repos?.some(({ source }) => source === 'githubRepo'))).toBe(
      withField('githubRepo'),
    );
    expect(having(({ keywords }) => keywords?.length)).toBe(withField('ai_keywords'));
    expect(having(({ orgs }) => orgs?.length)).toBe(papers.filter((paper) => 'organization' in paper).length);
    expect(withField('githubRepo')).toBe(129);
    expect(withField('ai_keywords')).toBe(227);
    const logins = new Set(papers.flatMap(({ organization }) => organization?.name.toLowerCase() ?? []));
    expect(new Set(records.flatMap(({ orgs }) => orgs?.map(({ slug }) => slug) ?? []))).toEqual(logins);
  });

  it('give as many authors, upvotes and comments as a count of the JSON', () => {
    const authors =
      papers.reduce((sum, paper) => sum + paper.authors.length, 0) + inStrings(/'hidden': (?:True|False)/g);
    expect(records.reduce((sum, { authorCount }) => sum + (authorCount ?? 0), 0)).toBe(authors);
    expect(authors).toBe(4163);
    for (const metric of ['UPVOTES', 'COMMENTS']) {
      expect(having(({ observations }) => observations?.some((one) => one.metric === metric))).toBe(350);
    }
    expect(having(({ observations }) => observations?.some(({ metric }) => metric === 'STARS'))).toBe(
      papers.filter((paper) => 'githubStars' in paper).length,
    );
  });

  it('are no answers of a single paper', () => {
    expect(documents.map(hfPaper.itemsOf)).toEqual(documents.map(() => null));
  });
});
