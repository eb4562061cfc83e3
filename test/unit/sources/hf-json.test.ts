import { describe, expect, it } from 'vitest';
import type { PaperRecordInput } from '../../../src/model/paper.ts';
import { hfDaily, hfPaper } from '../../../src/sources/hf-json.ts';
import type { JsonFormat } from '../../../src/sources/reading.ts';

const inner = {
  id: '2402.00001',
  title: 'Graphs of\n  Papers',
  summary: 'We draw\ngraphs. Code: https://github.com/ada/graphs.',
  publishedAt: '2024-02-01T23:30:00.000Z',
  authors: [{ name: 'Ada Lovelace', hidden: false }],
  upvotes: 12,
};

function readAll(format: JsonFormat, document: unknown): PaperRecordInput[] {
  return (format.itemsOf(document) ?? []).flatMap(format.readItem);
}

/** What Python's `repr()` writes of plain values. */
function repr(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${repr(key)}: ${repr(item)}`);
    return `{${entries.join(', ')}}`;
  }
  if (typeof value === 'string') {
    const escaped = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
    const isDoubleQuoted = escaped.includes("'") && !escaped.includes('"');
    return isDoubleQuoted ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`;
  }
  return { null: 'None', true: 'True', false: 'False' }[String(value)] ?? JSON.stringify(value);
}

describe('hfDaily', () => {
  const read = (paper: object, row: object = {}) =>
    readAll(hfDaily, [{ paper: { ...inner, ...paper }, ...row }])[0];

  it('reads what a row says, with unwrapped lines and the day of the paper itself', () => {
    const record = read({ githubStars: 3 }, { publishedAt: '2024-02-02T04:30:00.000Z', numComments: 2 });
    expect(record).toEqual({
      source: 'hf',
      title: 'Graphs of Papers',
      abstract: 'We draw graphs. Code: https://github.com/ada/graphs.',
      publishedOn: '2024-02-01',
      arxivId: '2402.00001',
      doi: null,
      openAlexId: null,
      semanticScholarId: null,
      authorCount: 1,
      authors: [{ name: 'Ada Lovelace', hfUser: null }],
      projectPage: null,
      keywords: [],
      orgs: [],
      repos: [
        expect.objectContaining({
          url: 'https://github.com/ada/graphs',
          source: 'abstract',
          confidence: 0.9,
        }),
      ],
      observations: [
        { metric: 'UPVOTES', value: 12 },
        { metric: 'COMMENTS', value: 2 },
        { metric: 'STARS', value: 3 },
      ],
    });
  });

  it('takes the day of publication in UTC', () => {
    expect(read({ publishedAt: '2024-02-01T23:30:00-05:00' })?.publishedOn).toBe('2024-02-02');
  });

  it('observes nothing that a row leaves out', () => {
    expect(read({ upvotes: undefined })?.observations).toEqual([]);
    expect(read({ upvotes: 0 }, { numComments: null })?.observations).toEqual([
      { metric: 'UPVOTES', value: 0 },
    ]);
  });

  it('gives authors the logins that they or the admins stated', () => {
    const authors = [
      { name: ' Ada  Lovelace ', status: 'claimed_verified', user: { user: 'ada' } },
      { name: 'Alan Turing', status: 'admin_assigned', user: { name: 'turing' } },
      { name: 'Grace Hopper', status: 'extracted_pending', user: { user: 'grace-the-model' } },
      { name: 'Kurt Gödel', status: 'claimed_verified', hidden: true, user: { user: 'kurt' } },
      { name: ' ' },
    ];
    expect(read({ authors })).toMatchObject({
      authorCount: 4,
      authors: [
        { name: 'Ada Lovelace', hfUser: 'ada' },
        { name: 'Alan Turing', hfUser: 'turing' },
        { name: 'Grace Hopper', hfUser: null },
        { name: 'Kurt Gödel', hfUser: null },
      ],
    });
    expect(read({ authors: [] })).toMatchObject({ authorCount: null, authors: [] });
  });

  it('keeps a project page only where it is neither a repository nor the paper', () => {
    const pages = [
      'https://ada.github.io/graphs/ ',
      'https://github.com/ada/graphs-page',
      'https://huggingface.co/papers/2402.00001',
      'ada.github.io',
      'javascript:alert(1)',
      '',
    ];
    expect(pages.map((projectPage) => read({ projectPage })?.projectPage)).toEqual([
      'https://ada.github.io/graphs/',
      ...Array<null>(5).fill(null),
    ]);
    expect(read({ projectPage: pages[1], summary: '' })).toMatchObject({
      abstract: null,
      repos: [{ url: 'https://github.com/ada/graphs-page', source: 'projectPage' }],
    });
  });

  it('believes the curated repository most', () => {
    expect(read({ githubRepo: 'https://github.com/Ada/Graphs/tree/main' })?.repos).toMatchObject([
      { url: 'https://github.com/ada/graphs', source: 'githubRepo', confidence: 1 },
    ]);
  });

  it('gives an organization the slug of its login, from the paper or else from the row', () => {
    const organization = { name: 'ETHZurich', fullname: 'ETH Zürich ' };
    const expected = [{ slug: 'ethzurich', name: 'ETH Zürich', source: 'organization' }];
    expect(read({ organization })?.orgs).toEqual(expected);
    expect(read({}, { organization })?.orgs).toEqual(expected);
    expect(read({ organization: { name: 'SJTU' } })?.orgs).toMatchObject([{ slug: 'sjtu', name: 'SJTU' }]);
  });

  it('gives each of the keywords once', () => {
    expect(read({ ai_keywords: ['graphs', ' graphs', '', 'papers'] })?.keywords).toEqual([
      { text: 'graphs', source: 'ai_keywords' },
      { text: 'papers', source: 'ai_keywords' },
    ]);
  });

  it('reads rows that Python wrote as strings, and a wrapper around the rows, like any others', () => {
    const row = { paper: { ...inner, summary: `It's "so"\n` }, numComments: 2, thumbnail: null, isPro: true };
    const expected = readAll(hfDaily, [row]);
    expect(expected).toHaveLength(1);
    expect(readAll(hfDaily, [repr(row)])).toEqual(expected);
    expect(readAll(hfDaily, { status: 'success', date: '2025-01-10', count: 1, data: [repr(row)] })).toEqual(
      expected,
    );
    expect(readAll(hfDaily, row)).toEqual(expected);
    expect(readAll(hfDaily, repr(row))).toEqual(expected);
  });

  it('takes a day without papers for an empty answer', () => {
    expect(hfDaily.itemsOf([])).toEqual([]);
    expect(hfDaily.itemsOf({ status: 'success', date: '2025-01-11', count: 0, data: [] })).toEqual([]);
  });

  it('does not take other JSON for its own', () => {
    const others = [
      null,
      1,
      'text',
      '{"paper": {}}',
      {},
      inner,
      [inner],
      [[]],
      { data: [] },
      { total: 0, data: [inner] },
    ];
    expect(others.map(hfDaily.itemsOf)).toEqual(others.map(() => null));
  });

  it('says what was expected where a row cannot be kept', () => {
    expect(() => hfDaily.readItem({ paper: { ...inner, title: undefined } })).toThrow(
      'expected a title, but got none',
    );
    expect(() => hfDaily.readItem({ paper: { ...inner, publishedAt: 'soon' } })).toThrow(
      'paper.publishedAt: expected a moment',
    );
    expect(() => hfDaily.readItem({ paper: { ...inner, id: 7 } })).toThrow('paper.id: ');
    expect(() => hfDaily.readItem("{'paper': ")).toThrow(
      'expected a Python literal at character 11, but got the end',
    );
  });
});

describe('hfPaper', () => {
  it('reads one paper, whatever else it holds', () => {
    const document = {
      ...inner,
      comments: [{ id: 1 }],
      linkedModels: [],
      organization: { name: 'ada-lab', fullname: 'Ada Lab' },
    };
    expect(readAll(hfPaper, document)).toMatchObject([
      {
        source: 'hf',
        arxivId: '2402.00001',
        orgs: [{ slug: 'ada-lab', name: 'Ada Lab' }],
        observations: [{ metric: 'UPVOTES', value: 12 }],
      },
    ]);
    expect(readAll(hfPaper, [inner, inner])).toHaveLength(2);
  });

  it('does not take other JSON for its own', () => {
    const others = [
      null,
      [],
      {},
      { paper: inner },
      [{ paper: inner }],
      { error: 'Paper not found' },
      { ...inner, id: 'https://openalex.org/W1' },
    ];
    expect(others.map(hfPaper.itemsOf)).toEqual(others.map(() => null));
  });
});
