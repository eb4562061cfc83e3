import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { paperRecord, type PaperRecord } from '../../../src/model/paper.ts';
import { openAlex } from '../../../src/sources/openalex.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/data/openalex/', import.meta.url));

const WORK = {
  id: 'https://openalex.org/W101',
  title: 'Growing <i>E. coli</i> &amp; H<sub>2</sub>O',
  publication_date: '2024-02-29',
  authorships: [
    {
      author: {
        id: 'https://openalex.org/A5',
        display_name: 'Ada  Lovelace',
        orcid: 'https://orcid.org/0000-0002-1825-009X',
      },
      institutions: [
        { display_name: 'Tea House (London)', ror: 'https://ror.org/03cve4549', country_code: 'gb' },
        { display_name: 'Kite Lab', ror: null, country_code: null },
      ],
    },
    {
      author: { id: null, display_name: null },
      raw_author_name: 'C. Babbage',
      institutions: [{ display_name: 'Kite Lab' }],
    },
  ],
};

function read(item: unknown): PaperRecord {
  return paperRecord.parse(openAlex.readItem(item)[0]);
}

describe('a work of OpenAlex', () => {
  test('gives its title without markup, its date and its authors in order', () => {
    const record = read(WORK);
    expect(record).toMatchObject({
      source: 'openalex',
      openAlexId: 'W101',
      title: 'Growing E. coli & H2O',
      publishedOn: '2024-02-29',
      authorCount: 2,
      abstract: null,
    });
    expect(record.authors).toMatchObject([
      { name: 'Ada Lovelace', orcid: '0000-0002-1825-009X', openAlexId: 'A5' },
      { name: 'C. Babbage', orcid: null, openAlexId: null },
    ]);
  });

  test('gives each institution of its authors once', () => {
    expect(read(WORK).orgs).toEqual([
      {
        slug: 'tea-house-london',
        name: 'Tea House (London)',
        ror: 'https://ror.org/03cve4549',
        country: 'GB',
        source: 'institution',
      },
      { slug: 'kite-lab', name: 'Kite Lab', ror: null, country: null, source: 'institution' },
    ]);
  });

  test('has its abstract put together from the positions of the words, with the repositories in it', () => {
    const record = read({
      ...WORK,
      abstract_inverted_index: {
        '42': [1],
        kites: [2, 4],
        'https://github.com/kite-lab/Strings.': [6],
        We: [0],
        '<jats:p>fly;': [3],
        at: [5],
      },
    });
    expect(record.abstract).toBe('We 42 kites fly; kites at https://github.com/kite-lab/Strings.');
    expect(record.repos).toMatchObject([
      { url: 'https://github.com/kite-lab/strings', source: 'abstract', confidence: 0.9 },
    ]);
  });

  test('is refused where a word stands at a position that no abstract has', () => {
    for (const position of [50_001, 4_294_967_295, 1e300, -1, 0.5]) {
      expect(() => read({ ...WORK, abstract_inverted_index: { far: [position] } })).toThrow(
        /abstract_inverted_index\.far\.0: expected/,
      );
    }
  });

  test.each([
    { doi: 'https://doi.org/10.48550/arXiv.2402.18700' },
    { locations: [{ landing_page_url: null, pdf_url: 'https://arxiv.org/pdf/2402.18700v2' }] },
    { primary_location: { landing_page_url: 'http://arxiv.org/abs/2402.18700' } },
  ])('has an arXiv id where arXiv is a place to find it: %j', (place) => {
    expect(read({ ...WORK, ...place })).toMatchObject({ arxivId: '2402.18700', doi: null });
  });

  test('keeps a DOI of a journal beside the arXiv id', () => {
    const locations = [{ landing_page_url: 'http://arxiv.org/abs/cs/0112017' }];
    expect(read({ ...WORK, doi: 'https://doi.org/10.1000/ABC', locations })).toMatchObject({
      arxivId: 'cs/0112017',
      doi: '10.1000/abc',
    });
  });

  test('has the year for a date where no day is known', () => {
    expect(read({ ...WORK, publication_date: null, publication_year: 1999 }).publishedOn).toBe('1999');
    expect(read({ ...WORK, publication_date: '2023-02-30', publication_year: 2023 }).publishedOn).toBe(
      '2023',
    );
  });

  test('keeps the keywords that OpenAlex is fairly sure of, each once', () => {
    const keywords = [
      { display_name: 'Kites', score: 0.5 },
      { display_name: 'Tea', score: 0.49 },
      { keyword: 'Strings' },
      { display_name: 'Kites', score: 0.9 },
    ];
    expect(read({ ...WORK, keywords }).keywords).toEqual([
      { text: 'Kites', source: 'openalex_keywords' },
      { text: 'Strings', source: 'openalex_keywords' },
    ]);
  });

  test('does not count authors where a list cuts them off', () => {
    expect(read({ ...WORK, is_authors_truncated: true }).authorCount).toBeNull();
  });

  test.each([{ title: null, display_name: null }, { title: undefined }, { title: '<i> </i>' }])(
    'is refused without a title: %j',
    (titles) => {
      expect(() => read({ ...WORK, ...titles })).toThrow('expected a title, but got none');
    },
  );

  test('is found alone, in a list answer and in an array', () => {
    expect(openAlex.itemsOf(WORK)).toEqual([WORK]);
    expect(openAlex.itemsOf({ meta: { count: 1 }, results: [WORK] })).toEqual([WORK]);
    expect(openAlex.itemsOf({ meta: { count: 0 }, results: [] })).toEqual([]);
    expect(openAlex.itemsOf([WORK])).toEqual([WORK]);
  });

  test('is told from the other objects of OpenAlex', () => {
    for (const letter of ['A', 'I', 'T', 'S', 'C', 'P', 'F']) {
      const other = { id: `https://openalex.org/${letter}101`, display_name: 'Kites' };
      expect(openAlex.itemsOf(other)).toBeNull();
      expect(openAlex.itemsOf({ meta: { count: 1 }, results: [other] })).toBeNull();
    }
  });
});

describe.skipIf(!existsSync(FOLDER))('the answers of OpenAlex in ../shared (skipped where absent)', () => {
  const load = (name: string): unknown => JSON.parse(readFileSync(FOLDER + name, 'utf8'));

  type Raw = {
    authorships: { institutions: { display_name: string; country_code: string | null }[] }[];
    abstract_inverted_index: Record<string, number[]>;
    referenced_works: string[];
    keywords: { score: number }[];
  };

  test.each([
    ['W2741809807.json', { openAlexId: 'W2741809807', doi: '10.7717/peerj.4375', publishedOn: '2018-02-13' }],
    [
      'W-api-response.json',
      { openAlexId: 'W2755950973', doi: '10.1103/physrevlett.118.091101', publishedOn: '2017-06-01' },
    ],
  ])('%s has all authors, institutions, references and words', (name, facts) => {
    const raw = load(name) as Raw;
    const items = openAlex.itemsOf(raw) ?? [];
    expect(items).toHaveLength(1);
    const record = read(items[0]);

    const institutions = raw.authorships.flatMap((a) => a.institutions.map((i) => i.display_name));
    const countries = raw.authorships.flatMap((a) => a.institutions.map((i) => i.country_code));
    const words = Object.entries(raw.abstract_inverted_index).flatMap(([word, at]) => at.map(() => word));
    expect(record).toMatchObject({ ...facts, arxivId: null, authorCount: raw.authorships.length });
    expect(record.authors).toHaveLength(raw.authorships.length);
    expect(record.authors.every((author) => author.openAlexId !== null)).toBe(true);
    expect(record.orgs).toHaveLength(new Set(institutions).size);
    expect(record.orgs.every((org) => org.ror !== null)).toBe(true);
    expect(new Set(record.orgs.map((org) => org.country))).toEqual(new Set(countries));
    expect(record.references).toHaveLength(raw.referenced_works.length);
    expect(record.references[0]).toBe(raw.referenced_works[0]?.replace('https://openalex.org/', 'openalex:'));
    expect(record.keywords).toHaveLength(raw.keywords.filter((k) => k.score >= 0.5).length);
    expect(record.abstract?.split(' ').toSorted()).toEqual(words.toSorted());
  });

  test.each(['I27837315.json', 'T11636.json'])('%s is no work', (name) => {
    expect(openAlex.itemsOf(load(name))).toBeNull();
  });
});
