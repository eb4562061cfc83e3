import { describe, expect, it } from 'vitest';
import { firstAuthorOf, identityKeysOf, recordKeyOf } from '../../../src/ingest/record-keys.ts';
import { paperIds, titleKey } from '../../../src/model/paper-ids.ts';
import { authorOf, recordOf } from '../../support/records.ts';

const S2 = 'a'.repeat(40);

describe('the key of what a source says', () => {
  it('is made of its source and its strongest id', () => {
    const all = { arxivId: '2402.18700', doi: '10.1000/1', openAlexId: 'W1', semanticScholarId: S2 };
    const { arxivId: _, ...noArxiv } = all;
    const { doi: __, ...noDoi } = noArxiv;
    expect(recordKeyOf(recordOf(all))).toBe('hf|arxiv:2402.18700');
    expect(recordKeyOf(recordOf({ ...noArxiv, source: 'openalex' }))).toBe('openalex|doi:10.1000/1');
    expect(recordKeyOf(recordOf(noDoi))).toBe('hf|openalex:W1');
    expect(recordKeyOf(recordOf({ semanticScholarId: S2 }))).toBe(`hf|s2:${S2}`);
  });

  it('is made of title, year and first author where there is no id, so that namesakes have their own', () => {
    const keyOf = (title: string, publishedOn: string | null, author: string | null) =>
      recordKeyOf(recordOf({ title, publishedOn, authors: author === null ? [] : [authorOf(author)] }));
    const same = keyOf('Introduction', '2024-05-06', 'Ada Lovelace');
    expect(keyOf('INTRODUCTION.', '2024', 'A. Lovelace')).toBe(same);
    expect(
      new Set([
        same,
        keyOf('Introduction', '2015', 'Ada Lovelace'),
        keyOf('Introduction', '2024', 'Emmy Noether'),
        keyOf('Introduction', null, null),
      ]).size,
    ).toBe(4);
  });

  it('does not change when the record says more that is no id', () => {
    const said = { title: 'Introduction', publishedOn: '2024', authors: [authorOf('Ada Lovelace')] };
    expect(recordKeyOf(recordOf({ ...said, abstract: 'More.', authorCount: 3 }))).toBe(
      recordKeyOf(recordOf(said)),
    );
  });
});

describe('the keys by which a paper may be known', () => {
  it('are all of its ids, the strongest first, then its title', () => {
    const title = 'One title';
    const ids = paperIds({
      arxiv: 'https://arxiv.org/abs/2402.18700v3',
      doi: 'https://doi.org/10.1000/ABC',
      openAlex: 'w7',
      semanticScholar: S2,
    });
    expect(identityKeysOf(recordOf({ title, ...ids }))).toEqual([
      'arxiv:2402.18700',
      'doi:10.1000/abc',
      'openalex:W7',
      `s2:${S2}`,
      titleKey(title),
    ]);
  });

  it.each([
    '2402.18700v2',
    'arXiv:2402.18700',
    'https://arxiv.org/abs/2402.18700v1',
    'http://export.arxiv.org/pdf/2402.18700v1.pdf',
    'https://doi.org/10.48550/arXiv.2402.18700',
    '10.48550/ARXIV.2402.18700v2',
    'https://huggingface.co/papers/2402.18700?x=1',
  ])('are the same arXiv id for %s', (arxiv) => {
    expect(paperIds({ arxiv }).arxivId).toBe('2402.18700');
  });

  it('take an arXiv DOI for an arXiv id and not for a DOI', () => {
    expect(paperIds({ doi: 'https://doi.org/10.48550/arXiv.CS/0112017' })).toMatchObject({
      arxivId: 'cs/0112017',
      doi: null,
    });
  });
});

describe('the first author', () => {
  it('is compared by the last word of the name, without accents', () => {
    expect(firstAuthorOf({ authors: [authorOf('José García'), authorOf('Ada Lovelace')] })).toBe('garcia');
    expect(firstAuthorOf({ authors: [] })).toBe(null);
  });
});
