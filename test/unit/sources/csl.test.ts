import { describe, expect, test } from 'vitest';
import { paperRecord, type PaperRecord } from '../../../src/model/paper.ts';
import { cslJson } from '../../../src/sources/csl.ts';

const ITEM = { id: 'kite2024', type: 'article-journal', title: 'A Kite' };

function read(fields: object): PaperRecord {
  return paperRecord.parse(cslJson.readItem({ ...ITEM, ...fields })[0]);
}

describe('an item of CSL', () => {
  test('gives title and abstract without markup, and the DOI', () => {
    const record = read({
      title: 'Growing <i>E. coli</i> in <span class="nocase">Oxford</span>',
      abstract:
        '<jats:title>Abstract</jats:title><jats:p>We grow H<jats:sub>2</jats:sub>O.</jats:p><jats:p>Well.</jats:p>',
      DOI: 'https://doi.org/10.1000/ABC',
    });
    expect(record).toMatchObject({
      source: 'csl',
      title: 'Growing E. coli in Oxford',
      abstract: 'We grow H2O. Well.',
      doi: '10.1000/abc',
      arxivId: null,
      publishedOn: null,
      authorCount: null,
    });
  });

  test.each([
    [{ 'date-parts': [[2017, 6, 12]] }, '2017-06-12'],
    [{ 'date-parts': [['2017', '6']] }, '2017-06'],
    [{ 'date-parts': [[2017], [2019]] }, '2017'],
    [{ 'date-parts': [[2017, 21]] }, '2017'],
    [{ 'date-parts': [[2017, 2, 30]] }, '2017-02'],
    [{ 'date-parts': [[null]] }, null],
    [{ raw: '2017-06-12T10:00:00Z' }, '2017-06-12'],
    [{ raw: '12 June 2017' }, '2017'],
    [{ raw: 'in press' }, null],
    [{ literal: '2017/6/2' }, '2017-06-02'],
    ['2017-06/2017-08', '2017-06'],
    ['2017/2018', '2017'],
  ])('issued %j is of %s', (issued, publishedOn) => {
    expect(read({ issued }).publishedOn).toBe(publishedOn);
  });

  test('has the names of its authors as printed', () => {
    const { authors, authorCount } = read({
      author: [
        { family: 'Lovelace', given: 'Ada', ORCID: 'http://orcid.org/0000-0002-1825-0097' },
        { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
        { family: 'Humboldt', given: 'Alexander', 'dropping-particle': 'von', suffix: 'Jr.' },
        { family: 'Alembert', given: 'Jean', 'non-dropping-particle': "d'" },
        { literal: 'The Kite Collaboration' },
        { name: 'Tea House' },
      ],
    });
    expect(authorCount).toBe(6);
    expect(authors.map(({ name }) => name)).toEqual([
      'Ada Lovelace',
      'Ludwig van Beethoven',
      'Alexander von Humboldt Jr.',
      "Jean d'Alembert",
      'The Kite Collaboration',
      'Tea House',
    ]);
    expect(authors[0]?.orcid).toBe('0000-0002-1825-0097');
  });

  test.each([
    { URL: 'http://arxiv.org/abs/2402.18700' },
    { DOI: '10.48550/arXiv.2402.18700' },
    { number: 'arXiv:2402.18700' },
    { archive: 'arXiv:2402.18700v2' },
    { archive: 'arXiv', archive_location: '2402.18700' },
    { note: 'Read twice\narXiv: 2402.18700 [cs]' },
    { 'container-title': 'arXiv preprint arXiv:2402.18700' },
  ])('has an arXiv id in %j', (fields) => {
    expect(read(fields)).toMatchObject({ arxivId: '2402.18700', doi: null });
  });

  test.each([{ number: 12 }, { number: '2402.18700' }, { note: 'A reply to arXiv:2402.18700' }])(
    'has no arXiv id in %j',
    (fields) => {
      expect(read(fields).arxivId).toBeNull();
    },
  );

  test('has keywords between semicolons or commas', () => {
    const texts = (keyword: string) => read({ keyword }).keywords.map(({ text }) => text);
    expect(texts('kites, tea,, kites')).toEqual(['kites', 'tea']);
    expect(texts('kites, red; tea')).toEqual(['kites, red', 'tea']);
    expect(read({ keyword: 'tea' }).keywords).toEqual([{ text: 'tea', source: 'keyword' }]);
  });

  test('has the repositories in abstract, note and URL', () => {
    const { repos } = read({
      abstract: 'See https://github.com/kite-lab/one.',
      note: 'Code: https://github.com/kite-lab/two',
      URL: 'https://github.com/kite-lab/three',
    });
    expect(repos.map(({ url, confidence }) => [url.slice(28), confidence])).toEqual([
      ['one', 0.9],
      ['two', 0.9],
      ['three', 0.8],
    ]);
  });

  test('is refused without a title or with another kind of value', () => {
    expect(() => read({ title: null })).toThrow('expected a title, but got none');
    expect(() => read({ DOI: 5 })).toThrow(/^DOI: .*expected string/);
  });

  test('is found alone, in an array and in the answer of Zotero', () => {
    expect(cslJson.itemsOf(ITEM)).toEqual([ITEM]);
    expect(cslJson.itemsOf([ITEM, {}])).toEqual([ITEM, {}]);
    expect(cslJson.itemsOf({ items: [ITEM] })).toEqual([ITEM]);
    expect(cslJson.itemsOf({ ...ITEM, type: 'kite' })).toBeNull();
  });
});
