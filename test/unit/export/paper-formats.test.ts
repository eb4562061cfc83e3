import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperContent } from '../../../src/export/papers/paper-content.ts';
import { PAPER_FORMATS } from '../../../src/export/papers/paper-formats.ts';
import { cleanLine } from '../../../src/model/words.ts';
import { bibtex } from '../../../src/sources/bibtex.ts';
import { ris } from '../../../src/sources/ris.ts';
import { parseCsvRows } from '../../support/csv.ts';
import { paperContent } from '../../support/paper-content.ts';
import { readFormat } from '../../support/read-format.ts';

async function written(format: keyof typeof PAPER_FORMATS, papers: readonly PaperContent[]): Promise<string> {
  const given = (async function* () {
    yield* papers;
  })();
  let text = '';
  for await (const piece of PAPER_FORMATS[format].write(given)) text += piece;
  return text;
}

const PAPERS = [
  paperContent({
    id: 'arxiv:2402.00001',
    title: 'Braces {x}, 100% of $\\alpha$-divergence & _under_score_ #1 ~ ^ \\ at $5 and $10',
    abstract: 'An "abstract" -- with --- dashes, ``quotes\'\' and\ttabs.',
    publishedOn: '2024-02-01',
    publishedPrecision: 'MONTH',
    arxivId: '2402.00001',
    doi: '10.1000/(sici)1_2<3:x>4.0.co;2-a',
    authors: ['Zoë "Z" Ó Briain', 'Ludwig van den Berg', 'Martin Luther King Jr.', 'Madonna', 'Erdős Pál'],
    repos: ['https://github.com/acme/p_runer'],
    keywords: [
      { text: 'pruning & sparsity', source: 'keywords' },
      { text: 'a, b', source: 'keywords' },
    ],
    topics: [{ key: 'pruning', name: 'pruning', score: 1 }],
    orgs: ['acme', 'labs'],
    upvotes: 3,
  }),
  paperContent({
    id: 'doi:10.1000/182',
    title: '=SUM(A1) of years',
    publishedOn: '2017-01-01',
    publishedPrecision: 'YEAR',
    doi: '10.1000/182',
  }),
  paperContent({
    id: 'arxiv:cs/0112017',
    title: 'An old one 🧬',
    publishedOn: '2001-12-09',
    publishedPrecision: 'DAY',
    arxivId: 'cs/0112017',
    authors: ['Rock and Roll, Inc.'],
  }),
  paperContent({ title: 'Nothing else is known' }),
];

const DATES = ['2024-02', '2017', '2001-12-09', null];

describe('BibTeX and RIS', () => {
  it.for([
    ['bib', bibtex],
    ['ris', ris],
  ] as const)(
    'are read again with the same titles, authors, dates, ids and repositories: %s',
    async ([extension, format]) => {
      const { records, rejects } = readFormat(format, await written(extension, PAPERS));
      expect(rejects).toEqual([]);
      const read = records.map(({ record }) => record);
      expect(read.map(({ title }) => title)).toEqual(PAPERS.map(({ title }) => title));
      expect(read.map(({ publishedOn }) => publishedOn)).toEqual(DATES);
      expect(read.map(({ arxivId }) => arxivId)).toEqual(PAPERS.map(({ arxivId }) => arxivId));
      expect(read.map(({ doi }) => doi)).toEqual(PAPERS.map(({ doi }) => doi));
      expect(read[0]?.authors?.map(({ name }) => name)).toEqual(PAPERS[0]?.authors);
      expect(read[0]?.repos?.map(({ url }) => url)).toEqual(PAPERS[0]?.repos);
      expect(read[0]?.keywords?.map(({ text }) => text)).toEqual(['pruning & sparsity', 'a, b']);
      expect(read[0]?.abstract).toBe(cleanLine(PAPERS[0]?.abstract ?? ''));
      // RIS has no name with a comma in it.
      const [name] = read[2]?.authors ?? [];
      if (extension === 'bib') expect(name?.name).toBe('Rock and Roll, Inc.');
    },
  );

  it('have keys that are unique and that BibTeX takes', async () => {
    const text = await written('bib', PAPERS);
    expect([...text.matchAll(/^@misc\{([^,]*),/gm)].map(([, key]) => key)).toEqual([
      'arxiv:2402.00001',
      'doi:10.1000/182',
      'arxiv:cs/0112017',
      'title:0123456789abcdef',
    ]);
    const odd = await written('bib', [
      paperContent({ id: 'doi:10.1/(a)', title: 'One' }),
      paperContent({ id: 'doi:10.1/+28a+29', title: 'Two' }),
    ]);
    const keys = [...odd.matchAll(/^@misc\{([^,]*),/gm)].map(([, key]) => key);
    expect(keys).toEqual(['doi:10.1/+28a+29', 'doi:10.1/+2b28a+2b29']);
  });

  const titles = fc
    .string({
      unit: fc.constantFrom(...Array.from('aZ 9{}$\\&#%_~^-`\'"!?:;,.()[]=@*+/|éΩ字')),
      minLength: 1,
      maxLength: 30,
    })
    .map((text) => cleanLine(`T${text}`))
    // Sources write what they mean as character references, so readers take them for what they stand for.
    .filter((text) => !/&#\d+;/.test(text));

  it.for([
    ['bib', bibtex],
    ['ris', ris],
  ] as const)('keep any title: %s', async ([extension, format]) => {
    await fc.assert(
      fc.asyncProperty(titles, async (title) => {
        const { records } = readFormat(format, await written(extension, [paperContent({ title })]));
        expect(records[0]?.record.title).toBe(title);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('CSV of papers', () => {
  it('has a row a paper with lists in one cell, and texts as they are', async () => {
    const [header = [], ...rows] = parseCsvRows(await written('csv', PAPERS));
    const cellsOf = (name: string) => rows.map((row) => row[header.indexOf(name)]);
    expect(cellsOf('title')).toEqual(PAPERS.map(({ title }) => title));
    expect(cellsOf('authors')[0]).toBe(PAPERS[0]?.authors.join('; '));
    expect(cellsOf('topics')[0]).toBe('pruning');
    expect(cellsOf('orgs')[0]).toBe('acme; labs');
    expect(cellsOf('upvotes')).toEqual(['3', '', '', '']);
    expect(cellsOf('url')).toEqual([
      'https://arxiv.org/abs/2402.00001',
      'https://doi.org/10.1000/182',
      'https://arxiv.org/abs/cs/0112017',
      '',
    ]);
  });
});
