import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePaper } from '../../../src/ingest/describe-paper.ts';
import type { PaperRecordInput } from '../../../src/model/paper.ts';
import { SOURCES, type Source } from '../../../src/model/source.ts';
import { authorOf, orcidOf, orgOf, repoOf, shuffled, timedRecordOf } from '../../support/records.ts';

const descriptionOf = (...said: Partial<PaperRecordInput>[]) =>
  describePaper(said.map((one) => timedRecordOf({ arxivId: '2401.00001', ...one })));
const paperOf = (...said: Partial<PaperRecordInput>[]) => descriptionOf(...said).paper;

describe('what sources say together of a single fact', () => {
  /** From the most trusted source to the least, as the documentation has it. */
  const ORDER: Source[] = [
    'jsonl',
    'arxiv',
    'hf',
    'semanticscholar',
    'openalex',
    'csl',
    'bibtex',
    'ris',
    'listing',
  ];

  it.each([
    ['title', 'Title'],
    ['abstract', 'Abstract'],
    ['doi', '10.1000/'],
    ['openAlexId', 'W'],
    ['semanticScholarId', ''],
    ['projectPage', 'https://example.org/'],
  ] as const)('is the word of the most trusted source: %s', (fact, prefix) => {
    expect([...SOURCES]).toEqual(ORDER);
    for (const [rank, source] of ORDER.entries()) {
      const said = ORDER.slice(rank).map((each, index) => ({
        source: each,
        // The less trusted spoke later.
        at: `202${index}-01-01`,
        [fact]: `${prefix}${ORDER.indexOf(each)}`,
      }));
      const silent = ORDER.slice(0, rank).map((each) => ({ source: each }));
      if (fact !== 'title') expect(paperOf(...silent, ...said.toReversed())[fact]).toBe(`${prefix}${rank}`);
      expect(paperOf(...said)[fact], source).toBe(`${prefix}${rank}`);
    }
  });

  it('is the latest word of two records of that source', () => {
    const early = { doi: '10.1000/1', abstract: 'Early.', at: '2024-01-01' };
    const late = { arxivId: null, doi: '10.1000/1', abstract: 'Late.', at: '2025-01-01' };
    expect(paperOf(early, late).abstract).toBe('Late.');
    expect(paperOf({ ...early, times: { abstract: '2026-01-01' } }, late).abstract).toBe('Early.');
  });

  it('is not said where no source says it', () => {
    expect(paperOf({ title: 'Only a title', arxivId: null })).toEqual({
      title: 'Only a title',
      abstract: null,
      publishedOn: null,
      publishedPrecision: null,
      arxivId: null,
      doi: null,
      openAlexId: null,
      semanticScholarId: null,
      authorCount: null,
      authorNames: [],
      projectPage: null,
      keywords: [],
      upvotes: null,
      commentCount: null,
      starCount: null,
      upvotesPerDay: null,
    });
  });
});

describe('the date of a paper', () => {
  it.each([
    ['2023-05-06', 'DAY', '2023-05-06'],
    ['2023-05', 'MONTH', '2023-05-01'],
    ['2023', 'YEAR', '2023-01-01'],
  ])('%s is known to the %s', (publishedOn, publishedPrecision, day) => {
    expect(paperOf({ publishedOn })).toMatchObject({ publishedOn: day, publishedPrecision });
  });

  it('is the most exact one, and of equally exact ones that of the most trusted source', () => {
    const of = (source: Source, publishedOn: string) => ({ source, publishedOn });
    expect(paperOf(of('jsonl', '2023'), of('hf', '2023-05'), of('listing', '2023-05-06')).publishedOn).toBe(
      '2023-05-06',
    );
    expect(
      paperOf(of('listing', '2023-05-06'), of('hf', '2023-05-07'), of('jsonl', '2022')).publishedOn,
    ).toBe('2023-05-07');
    expect(paperOf(of('openalex', '2023-05'), of('arxiv', '2022')).publishedPrecision).toBe('MONTH');
  });
});

describe('the authors of a paper', () => {
  it('are those of the most trusted source that names any, in its order, with the ids that others know', () => {
    const { authors, paper } = descriptionOf(
      {
        source: 'openalex',
        authors: [authorOf('Noether, E.'), authorOf('JOSE GARCIA', { orcid: orcidOf(1), openAlexId: 'A1' })],
      },
      {
        source: 'hf',
        authors: [authorOf('José García', { hfUser: 'jose', orcid: null }), authorOf('Emmy Noether')],
      },
      { source: 'semanticscholar', authors: [authorOf('Jose Garcia', { semanticScholarId: '7' })] },
      { source: 'arxiv' },
    );
    expect(authors).toEqual([
      authorOf('José García', {
        hfUser: 'jose',
        semanticScholarId: '7',
        orcid: orcidOf(1),
        openAlexId: 'A1',
      }),
      authorOf('Emmy Noether'),
    ]);
    expect(paper).toMatchObject({ authorNames: ['José García', 'Emmy Noether'], authorCount: 2 });
  });

  it('keep the id of the more trusted source', () => {
    const { authors } = descriptionOf(
      { source: 'openalex', authors: [authorOf('Ada', { orcid: orcidOf(2) })] },
      { source: 'arxiv', authors: [authorOf('Ada', { orcid: orcidOf(1) })] },
    );
    expect(authors).toEqual([authorOf('Ada', { orcid: orcidOf(1) })]);
  });

  it('get no ids where a name stands twice, on either side', () => {
    const two = [authorOf('Wei Wang'), authorOf('Wei Wang')];
    const known = [authorOf('Wei Wang', { orcid: orcidOf(1) })];
    expect(
      descriptionOf({ source: 'hf', authors: two }, { source: 'openalex', authors: known }).authors,
    ).toEqual(two);
    const both = [...known, authorOf('Wei Wang', { orcid: orcidOf(2) })];
    const [one] = two;
    expect(
      descriptionOf({ source: 'hf', authors: two.slice(1) }, { source: 'openalex', authors: both }).authors,
    ).toEqual([one]);
  });

  it('are as many as a source says that names fewer', () => {
    expect(paperOf({ source: 'hf', authors: [authorOf('Ada')], authorCount: 12 }).authorCount).toBe(12);
    expect(paperOf({ source: 'listing', authorCount: 12 })).toMatchObject({
      authorCount: 12,
      authorNames: [],
    });
  });
});

describe('lists', () => {
  it('hold what all sources say, each once', () => {
    const keyword = (text: string, source: string) => ({ text, source });
    const { paper, orgs, references, citedBy } = descriptionOf(
      {
        source: 'hf',
        keywords: [keyword('b', 'ai_keywords'), keyword('a', 'ai_keywords')],
        orgs: [orgOf('acme', 'Acme')],
        references: ['arxiv:2'],
        citedBy: ['doi:10.1000/9'],
      },
      {
        source: 'openalex',
        keywords: [keyword('a', 'keywords')],
        orgs: [orgOf('acme', 'Acme'), orgOf('acme', 'Acme', { source: 'institution' })],
        references: ['openalex:W1', 'arxiv:2'],
      },
    );
    expect(paper.keywords).toEqual([
      keyword('a', 'ai_keywords'),
      keyword('b', 'ai_keywords'),
      keyword('a', 'keywords'),
    ]);
    expect(orgs).toEqual([orgOf('acme', 'Acme', { source: 'institution' }), orgOf('acme', 'Acme')]);
    expect(references).toEqual(['arxiv:2', 'openalex:W1']);
    expect(citedBy).toEqual(['doi:10.1000/9']);
  });

  it('hold each repository once, where it is surest, and of equally sure ones the most trusted', () => {
    const url = 'https://github.com/acme/code';
    const { repos } = descriptionOf(
      { source: 'listing', repos: [repoOf(url, { source: 'abstract', confidence: 0.9 })] },
      { source: 'jsonl', repos: [repoOf(url, { source: 'projectPage', confidence: 0.8 })] },
      {
        source: 'arxiv',
        repos: [repoOf(url, { source: 'comment', confidence: 0.9 }), repoOf('https://github.com/acme/a')],
      },
    );
    expect(repos.map((repo) => `${repo.url} ${repo.source} ${repo.confidence}`)).toEqual([
      'https://github.com/acme/a abstract 0.9',
      `${url} comment 0.9`,
    ]);
  });

  it('do not lose the ROR id or country of an organisation that another record of the source leaves out', () => {
    const ror = 'https://ror.org/03cve4549';
    const { orgs } = descriptionOf(
      { source: 'openalex', orgs: [orgOf('acme', 'Acme')] },
      {
        source: 'openalex',
        arxivId: null,
        doi: '10.1000/1',
        orgs: [orgOf('acme', 'Acme', { ror, country: 'CN' })],
      },
    );
    expect(orgs).toEqual([orgOf('acme', 'Acme', { ror, country: 'CN' })]);
  });
});

describe('what was counted of a paper', () => {
  const upvotes = (value: number, at: string) => ({ metric: 'UPVOTES' as const, value, at });

  it('is the newest count of any source', () => {
    const paper = paperOf(
      {
        source: 'hf',
        observations: [upvotes(9, '2024-01-03'), upvotes(5, '2024-01-01'), { metric: 'COMMENTS', value: 2 }],
      },
      {
        source: 'listing',
        observations: [upvotes(7, '2024-01-04'), { metric: 'STARS', value: 3, at: '2024-01-01' }],
      },
    );
    expect(paper).toMatchObject({ upvotes: 7, commentCount: 2, starCount: 3 });
  });

  it('grows by so many upvotes a day, between the first and the newest count', () => {
    const observations = [upvotes(30, '2024-01-11'), upvotes(10, '2024-01-01'), upvotes(12, '2024-01-02')];
    expect(paperOf({ observations, publishedOn: '2023' }).upvotesPerDay).toBe(2);
    const [a, b] = observations.slice(0, 2);
    expect(
      paperOf({ source: 'hf', observations: a ? [a] : [] }, { source: 'listing', observations: b ? [b] : [] })
        .upvotesPerDay,
    ).toBe(2);
  });

  it('grows since the paper was published where it was counted once, and less than a day counts as one', () => {
    const once = (at: string, publishedOn: string | null) =>
      paperOf({ observations: [upvotes(10, at)], publishedOn }).upvotesPerDay;
    expect(once('2024-01-06', '2024-01-01')).toBe(2);
    expect(once('2024-01-11', '2024')).toBe(1);
    expect(once('2024-01-01T06:00:00Z', '2024-01-01')).toBe(10);
    expect(once('2023-12-31', '2024-01-01')).toBe(10);
    expect(once('2024-01-06', null)).toBe(null);
  });
});

describe('the description of a paper', () => {
  it('does not depend on the order of its records', () => {
    const record = fc
      .record({
        source: fc.constantFrom(...SOURCES),
        id: fc.constantFrom({ arxivId: '2401.00001' }, { doi: '10.1000/1' }, { openAlexId: 'W1' }, {}),
        title: fc.constantFrom('One title', 'ONE TITLE', 'Another'),
        publishedOn: fc.constantFrom(null, '2023', '2023-05', '2023-05-06'),
        at: fc.constantFrom('2024-01-01', '2025-01-01'),
        authors: fc.subarray([
          authorOf('Ada'),
          authorOf('ADA', { orcid: orcidOf(1) }),
          authorOf('Emmy', { hfUser: 'e' }),
        ]),
        repos: fc.subarray([
          repoOf('https://github.com/acme/a'),
          repoOf('https://github.com/ACME/a', { confidence: 1 }),
        ]),
        orgs: fc.subarray([orgOf('acme', 'Acme'), orgOf('acme', 'Acme', { country: 'CN' })]),
        observations: fc.subarray([
          { metric: 'UPVOTES' as const, value: 1, at: '2024-01-01' },
          { metric: 'UPVOTES' as const, value: 2 },
        ]),
      })
      .map(({ id, ...said }) => timedRecordOf({ ...said, ...id }));
    // Records of one key never come to a description: they are merged.
    const records = fc.uniqueArray(record, {
      minLength: 1,
      maxLength: 6,
      selector: (one) => JSON.stringify([one.source, one.arxivId, one.doi, one.openAlexId]),
    });
    fc.assert(
      fc.property(
        records.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, order]) => {
          expect(describePaper(order)).toEqual(describePaper(list));
        },
      ),
      { numRuns: 500 },
    );
  });
});
