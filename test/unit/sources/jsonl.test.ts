import { describe, expect, it } from 'vitest';
import { paperRecord } from '../../../src/model/paper.ts';
import { ownJson } from '../../../src/sources/jsonl.ts';

const read = (item: unknown) => ownJson.readItem(item).map((record) => paperRecord.parse(record));

describe("a record of one's own", () => {
  it('needs a title only', () => {
    expect(read({ title: ' On  Graphs ' })).toEqual([
      paperRecord.parse({ title: 'On Graphs', source: 'jsonl' }),
    ]);
  });

  it('takes authors, keywords, orgs and repositories by name, text or URL alone', () => {
    const record = {
      title: 'On Graphs',
      authors: ['Ada Lovelace', { name: 'Alan Turing', orcid: '0000-0002-1825-0097' }],
      keywords: ['graphs', { text: 'trees', source: 'index' }, { text: 'forests' }],
      orgs: [
        'Acme Labs',
        { name: 'Tsinghua University' },
        { name: 'Google', slug: 'Google-AI', source: 'page' },
      ],
      repos: [
        'https://github.com/Own/Name.git',
        { url: 'gitlab.com/a/b', source: 'abstract', confidence: 0.5 },
      ],
    };
    expect(read(record)).toMatchObject([
      {
        authors: [
          { name: 'Ada Lovelace', orcid: null },
          { name: 'Alan Turing', orcid: '0000-0002-1825-0097' },
        ],
        keywords: [
          { text: 'graphs', source: 'jsonl' },
          { text: 'trees', source: 'index' },
          { text: 'forests', source: 'jsonl' },
        ],
        orgs: [
          { slug: 'acme-labs', name: 'Acme Labs', source: 'jsonl' },
          { slug: 'tsinghua-university', name: 'Tsinghua University', source: 'jsonl' },
          { slug: 'google-ai', name: 'Google', source: 'page' },
        ],
        repos: [
          {
            url: 'https://github.com/own/name',
            owner: 'Own',
            host: 'GITHUB',
            source: 'jsonl',
            confidence: 1,
          },
          { url: 'https://gitlab.com/a/b', host: 'GITLAB', source: 'abstract', confidence: 0.5 },
        ],
      },
    ]);
  });

  it("takes ids in any spelling, and arXiv's own DOI for an arXiv id", () => {
    const ids = {
      arxivId: 'https://arxiv.org/abs/2402.18700v2',
      doi: 'https://doi.org/10.1000/ABC',
      openAlexId: 'https://openalex.org/w12',
      semanticScholarId: 'AB'.repeat(20),
    };
    expect(read({ title: 'On Graphs', ...ids })).toMatchObject([
      { arxivId: '2402.18700', doi: '10.1000/abc', openAlexId: 'W12', semanticScholarId: 'ab'.repeat(20) },
    ]);
    expect(read({ title: 'On Graphs', doi: '10.48550/arXiv.2402.18700' })).toMatchObject([
      { arxivId: '2402.18700', doi: null },
    ]);
  });

  it('does not say what it gives as null or empty', () => {
    const blank = { abstract: '', doi: null, arxivId: ' ', authors: null, repos: null, projectPage: '' };
    expect(read({ title: 'On Graphs', ...blank })).toEqual(read({ title: 'On Graphs' }));
  });

  it('keeps what another source said, and when', () => {
    const record = {
      source: 'hf',
      title: 'On Graphs',
      at: '2026-05-08T09:30:00Z',
      times: { abstract: '2026-05-09' },
      observations: [{ metric: 'UPVOTES', value: 3, at: '2026-05-08' }],
    };
    expect(read(record)).toMatchObject([
      { source: 'hf', at: '2026-05-08T09:30:00.000Z', observations: [{ metric: 'UPVOTES', value: 3 }] },
    ]);
  });

  it.each([
    [{ authors: ['Ada', {}, { orcid: null }] }, 'authors.1.name: expected a text, but got nothing'],
    [{ authors: 'Ada' }, 'authors: expected a list, but got "Ada"'],
    [{ title: null }, 'title: expected a text, but got null'],
    [{ doi: 'unknown' }, 'doi: expected a DOI such as 10.1000/182, but got "unknown"'],
    [{ arxivId: '24' }, 'arxivId: expected an arXiv id such as 2402.18700, but got "24"'],
    [
      { publishedOn: '2024-02-30' },
      'publishedOn: expected a date as YYYY-MM-DD, YYYY-MM or YYYY, but got "2024-02-30"',
    ],
    [{ authorCount: 0 }, 'authorCount: expected a number of at least 1, but got 0'],
    [{ authorCount: 1.5 }, 'authorCount: expected a whole number, but got 1.5'],
    [{ projectPage: 'none' }, 'projectPage: expected a url, but got "none"'],
    [{ source: 'web' }, /^source: expected one of jsonl, .*, but got "web"$/],
    [{ titel: 'x', year: 1 }, 'expected known fields only, but got titel, year'],
    [{ repos: [{ url: 'https://example.org/x' }] }, /^repos\.0\.\w+: expected a .*, but got /],
    [{ references: ['2402.18700'] }, /^references\.0: expected a text like .*arxiv.*, but got "2402.18700"$/],
  ])('is refused with the path of what is wrong: %j', (fields, reason) => {
    expect(() => read({ title: 'On Graphs', ...fields })).toThrow(
      typeof reason === 'string' ? new Error(reason) : reason,
    );
  });
});

describe('a paper of an export', () => {
  it('gives its records, and nothing of what is made of them', () => {
    const exported = {
      id: 'arxiv:2402.18700',
      title: 'What the sources say together',
      topics: [{ key: 'graph' }],
      apart: ['doi:10.1000/182'],
      records: [
        { source: 'arxiv', title: 'On Graphs' },
        { source: 'hf', title: 'On graphs' },
      ],
    };
    expect(ownJson.itemsOf(exported)).toEqual([exported]);
    expect(read(exported).map(({ source, title }) => [source, title])).toEqual([
      ['arxiv', 'On Graphs'],
      ['hf', 'On graphs'],
    ]);
  });

  it('is refused with the number of the record that is wrong', () => {
    expect(() => read({ records: [{ title: 'On Graphs' }, { title: 1 }] })).toThrow(
      'records.1.title: expected a text, but got 1',
    );
  });
});

describe("what is one's own JSON", () => {
  const record = { title: 'On Graphs', abstract: 'On them.' };

  it.each([
    ['a record', record, 1],
    ['a record of a known source, whatever else it has', { ...record, source: 'hf', extra: 1 }, 1],
    ['an array', [record, { titel: 'x' }], 2],
    ['an object with papers', { papers: [record] }, 1],
    ['an empty array', [], 0],
  ])('is %s', (_case, document, count) => {
    expect(ownJson.itemsOf(document)).toHaveLength(count);
  });

  it.each([
    [{ title: 'On Graphs', paperId: '1' }],
    [{ abstract: 'x' }],
    [[1, 2]],
    [{ papers: [1] }],
    ['x'],
    [null],
  ])('is not %j', (document) => {
    expect(ownJson.itemsOf(document)).toBeNull();
  });
});
