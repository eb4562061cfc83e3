import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { paperRecord, type PaperRecord } from '../../../src/model/paper.ts';
import { semanticScholar } from '../../../src/sources/semantic-scholar.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/data/semantic-scholar/', import.meta.url));

const ID = 'a'.repeat(40);
const OTHER_ID = 'B'.repeat(40);
const PAPER = { paperId: ID, title: 'A Kite' };

function read(item: unknown): PaperRecord {
  return paperRecord.parse(semanticScholar.readItem(item)[0]);
}

describe('a paper of Semantic Scholar', () => {
  test('gives its ids, date and authors', () => {
    const record = read({
      ...PAPER,
      externalIds: { ArXiv: '2402.18700', DOI: '10.1000/ABC', CorpusId: 7 },
      abstract: 'Code is  at\nhttps://github.com/kite-lab/Strings.',
      publicationDate: '2024-02-28',
      year: 2024,
      authors: [
        {
          authorId: '12',
          name: 'Ada Lovelace',
          externalIds: { ORCID: '0000-0002-1825-0097', DBLP: ['A. L.'] },
        },
        { authorId: null, name: 'C. Babbage' },
      ],
    });
    expect(record).toMatchObject({
      source: 'semanticscholar',
      semanticScholarId: ID,
      arxivId: '2402.18700',
      doi: '10.1000/abc',
      abstract: 'Code is at https://github.com/kite-lab/Strings.',
      publishedOn: '2024-02-28',
      authorCount: 2,
    });
    expect(record.authors).toMatchObject([
      { name: 'Ada Lovelace', orcid: '0000-0002-1825-0097', semanticScholarId: '12' },
      { name: 'C. Babbage', orcid: null, semanticScholarId: null },
    ]);
    expect(record.repos).toMatchObject([{ url: 'https://github.com/kite-lab/strings' }]);
  });

  test('may have nothing but an id and a title', () => {
    const nulls = { abstract: null, year: null, publicationDate: null, authors: [], externalIds: null };
    expect(read({ ...PAPER, ...nulls })).toMatchObject({
      abstract: null,
      publishedOn: null,
      authorCount: null,
      references: [],
    });
    expect(read({ ...PAPER, publicationDate: null, year: 1950 }).publishedOn).toBe('1950');
  });

  test('names what it cites and what cites it by the strongest id of each, once', () => {
    const others = [
      { paperId: OTHER_ID, externalIds: { ArXiv: '2402.18700', DOI: '10.1000/ABC' } },
      { paperId: OTHER_ID, externalIds: { DOI: '10.48550/arXiv.2306.06159' } },
      { paperId: OTHER_ID, externalIds: { DOI: '10.1000/ABC' } },
      { paperId: OTHER_ID, externalIds: { MAG: '7' } },
      { paperId: OTHER_ID },
      { paperId: null, externalIds: null, title: 'Unknown' },
    ];
    const keys = ['arxiv:2402.18700', 'arxiv:2306.06159', 'doi:10.1000/abc', `s2:${OTHER_ID.toLowerCase()}`];
    expect(read({ ...PAPER, references: others }).references).toEqual(keys);
    expect(read({ ...PAPER, citations: others }).citedBy).toEqual(keys);
  });

  test('loses the mark of a file before its title', () => {
    expect(read({ ...PAPER, title: '[PDF] A Kite' }).title).toBe('A Kite');
  });

  test('is refused without a title', () => {
    expect(() => read({ ...PAPER, title: null })).toThrow('expected a title, but got none');
  });

  test('is found alone, in the answer to a search and in that to a batch, where unknown ids are null', () => {
    expect(semanticScholar.itemsOf(PAPER)).toEqual([PAPER]);
    expect(semanticScholar.itemsOf({ total: 1, offset: 0, data: [PAPER] })).toEqual([PAPER]);
    expect(semanticScholar.itemsOf({ total: 0, offset: 0, data: [] })).toEqual([]);
    expect(semanticScholar.itemsOf([null, PAPER, null])).toEqual([PAPER]);
    expect(semanticScholar.itemsOf({ data: [] })).toBeNull();
  });
});

describe.skipIf(!existsSync(FOLDER))('Semantic Scholar in ../shared (skipped where absent)', () => {
  test('a paper with a thousand citations has them all', () => {
    type Raw = { paperId: string; references: Other[]; citations: Other[]; authors: unknown[] };
    type Other = { paperId: string | null; externalIds: { ArXiv?: string } | null };
    const raw = JSON.parse(readFileSync(`${FOLDER}Paper.json`, 'utf8')) as Raw;
    const [item] = semanticScholar.itemsOf(raw) ?? [];
    const record = read(item);

    const known = (others: Other[]) => others.filter(({ paperId }) => paperId !== null);
    expect(record).toMatchObject({
      semanticScholarId: raw.paperId,
      doi: '10.1093/mind/lix.236.433',
      publishedOn: '1950-10-01',
      authorCount: raw.authors.length,
    });
    expect(record.authors).toMatchObject([{ name: 'A. Turing', semanticScholarId: '2262347' }]);
    expect(record.references).toHaveLength(known(raw.references).length);
    expect(record.citedBy).toHaveLength(known(raw.citations).length);
    expect(record.citedBy.filter((key) => key.startsWith('arxiv:'))).toHaveLength(
      raw.citations.filter(({ externalIds }) => externalIds?.ArXiv !== undefined).length,
    );
  });

  test('a search answer has a paper for each result', () => {
    const cassette = readFileSync(`${FOLDER}test_search_paper.yaml`, 'utf8');
    const quoted = /\n {6}string: '(\{[^]*\})\s*'\n {4}headers:/.exec(cassette)?.[1] ?? '';
    const body = JSON.parse(quoted.replaceAll("''", "'").replace(/\n +/g, ' ')) as { data: unknown[] };
    const records = (semanticScholar.itemsOf(body) ?? []).map(read);
    expect(records).toHaveLength(100);
    expect(records).toHaveLength(cassette.match(/"paperId":/g)?.length ?? 0);
    expect(new Set(records.map(({ semanticScholarId }) => semanticScholarId)).size).toBe(100);
    expect(records.map(({ title }) => title)).toContain('Neural Turing Machines');
    expect(records.filter(({ title }) => title.startsWith('['))).toEqual([]);
  });
});
