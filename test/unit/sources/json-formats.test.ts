import { describe, expect, test } from 'vitest';
import { paperRecord } from '../../../src/model/paper.ts';
import { cslJson } from '../../../src/sources/csl.ts';
import { hfDaily, hfPaper } from '../../../src/sources/hf-json.ts';
import { openAlex } from '../../../src/sources/openalex.ts';
import type { JsonFormat } from '../../../src/sources/reading.ts';
import { semanticScholar } from '../../../src/sources/semantic-scholar.ts';

const FORMATS = [openAlex, semanticScholar, cslJson, hfDaily, hfPaper];

const work = { id: 'https://openalex.org/W1', title: 'A Kite', type: 'article', authorships: [] };
const paper = { paperId: 'a'.repeat(40), title: 'A Kite', publicationTypes: ['Review'] };
const cslItem = { id: 'kite', type: 'article', title: 'A Kite', author: [{ literal: 'Ada Lovelace' }] };
const hfItem = {
  id: '2402.18700',
  title: 'A Kite',
  summary: 'It flies.',
  publishedAt: '2024-02-28T10:00:00.000Z',
  authors: [{ name: 'Ada Lovelace', hidden: false }],
};
const hfRow = { paper: hfItem, publishedAt: '2024-02-28T10:00:00.000Z', title: 'A Kite', numComments: 1 };
const ownRecord = { title: 'A Kite', source: 'jsonl', authors: [], references: ['openalex:W1'] };

const DOCUMENTS: [JsonFormat, unknown[]][] = [
  [openAlex, [work, [work, work], { meta: { count: 1 }, results: [work] }]],
  [semanticScholar, [paper, [null, paper], { total: 1, offset: 0, data: [paper] }]],
  [cslJson, [cslItem, [cslItem, cslItem], { items: [cslItem] }, { ...cslItem, id: 'W1' }]],
  [hfDaily, [[hfRow, hfRow]]],
  [hfPaper, [hfItem]],
];

describe.each(DOCUMENTS)('$name', (format, documents) => {
  test.each(documents.map((document) => ({ document })))(
    'is the only format that finds papers in $document',
    ({ document }) => {
      expect(FORMATS.filter(({ itemsOf }) => itemsOf(document) !== null)).toEqual([format]);
      const [item] = format.itemsOf(document) ?? [];
      expect(paperRecord.parse(format.readItem(item)[0]).title).toBe('A Kite');
    },
  );
});

describe.each(FORMATS)('$name', (format) => {
  const others = [null, 7, 'A Kite', {}, [[]], [null], { title: 'A Kite' }, ownRecord, [ownRecord]];

  test.each(others.map((document) => ({ document })))('does not find papers in $document', ({ document }) => {
    expect(format.itemsOf(document)).toBeNull();
  });

  test.each([null, 7, [], {}].map((item) => ({ item })))(
    'refuses $item as an item and says what was expected',
    ({ item }) => {
      expect(() => format.readItem(item)).toThrow(/expected/);
    },
  );
});

test('an empty array is the answer of a day without papers, and of no other format', () => {
  expect(FORMATS.filter(({ itemsOf }) => itemsOf([]) !== null)).toEqual([hfDaily]);
});
