import { describe, expect, it } from 'vitest';
import { PapergraphError } from '../../../src/errors.ts';
import { paperRecord, type PaperRecord } from '../../../src/model/paper.ts';
import type { Found } from '../../../src/sources/reading.ts';
import { ris } from '../../../src/sources/ris.ts';

const found = (text: string): Found[] => [...ris.read(text, {})];

/** The record of the given lines, with a type, a title and an end around them. */
function read(...lines: string[]): PaperRecord {
  const [first] = found(['TY  - JOUR', 'TI  - A Kite', ...lines, 'ER  - '].join('\n'));
  if (first === undefined || !('record' in first)) throw new Error('expected a record');
  return paperRecord.parse(first.record);
}

const namesOf = (...lines: string[]) => read(...lines).authors.map(({ name }) => name);

describe('a record of RIS', () => {
  it('gives title, authors, date, ids, abstract, keywords and repositories, and the line on which it begins', () => {
    const text = `Provider: Kite Library
Content: text/plain; charset="UTF-8"

TY  - JOUR
AU  - Lovelace, Ada
AU  - Turing, Alan M.
TI  - Flying <i>Kites</i> &amp; Lines
JO  - Journal of Kites
PY  - 2017/06/12/
DO  - 10.1000/KITES_1
UR  - https://arxiv.org/abs/1706.03762v5
UR  - https://github.com/Kite/Lines
KW  - kites
KW  - wind
AB  - We fly kites. Code:
      https://github.com/kite/code.
N1  - Data at https://github.com/kite/data
ER  - 
`;
    expect(found(text)).toEqual([
      {
        position: 4,
        record: {
          source: 'ris',
          title: 'Flying Kites & Lines',
          abstract: 'We fly kites. Code: https://github.com/kite/code.',
          publishedOn: '2017-06-12',
          arxivId: '1706.03762',
          doi: '10.1000/kites_1',
          openAlexId: null,
          semanticScholarId: null,
          authorCount: 2,
          authors: [{ name: 'Ada Lovelace' }, { name: 'Alan M. Turing' }],
          projectPage: null,
          keywords: [
            { text: 'kites', source: 'KW' },
            { text: 'wind', source: 'KW' },
          ],
          repos: [
            expect.objectContaining({ url: 'https://github.com/kite/code', source: 'abstract' }),
            expect.objectContaining({ url: 'https://github.com/kite/data', source: 'comment' }),
            expect.objectContaining({ url: 'https://github.com/kite/lines', source: 'comment' }),
          ],
        },
      },
    ]);
  });

  it('may have the older tags: T1, A1, Y1 and N2', () => {
    const text = 'TY  - JOUR\nT1  - A Kite\nA1  - Lovelace, Ada\nY1  - 2017/06//\nN2  - We fly.\nER  - ';
    expect(found(text)).toMatchObject([
      {
        record: {
          title: 'A Kite',
          authors: [{ name: 'Ada Lovelace' }],
          publishedOn: '2017-06',
          abstract: 'We fly.',
        },
      },
    ]);
  });

  it('has the names of its authors as printed', () => {
    expect(
      namesOf(
        'AU  - King, Martin Luther, Jr.',
        'AU  - van Beethoven, Ludwig',
        'AU  - OpenAI',
        'AU  - Lovelace, A.; Turing, A.',
        'AU  - ',
      ),
    ).toEqual(['Martin Luther King Jr.', 'Ludwig van Beethoven', 'OpenAI', 'A. Lovelace', 'A. Turing']);
  });

  it('does not tell how many authors there are where it names some as others', () => {
    const record = read('AU  - Lovelace, Ada', 'AU  - et al.');
    expect(record).toMatchObject({ authorCount: null, authors: [{ name: 'Ada Lovelace' }] });
  });

  it.each([
    [['PY  - 2017'], '2017'],
    [['PY  - 2017///'], '2017'],
    [['PY  - 2017/6/2/online'], '2017-06-02'],
    [['PY  - 2017/02/30/'], '2017-02'],
    [['PY  - 2017///Spring'], '2017'],
    [['DA  - 2017-06-12'], '2017-06-12'],
    [['PY  - 2017', 'DA  - 2017/06/12'], '2017-06-12'],
    [['DA  - June 12, 2017', 'PY  - 2017'], '2017-06-12'],
    [['PY  - 2017', 'DA  - 2019/06/12'], '2017'],
    [['DA  - 06/12/2017'], '2017'],
    [['PY  - in press'], null],
  ])('with %j is of %s', (lines, publishedOn) => {
    expect(read(...lines).publishedOn).toBe(publishedOn);
  });

  it.each([
    'UR  - http://arxiv.org/pdf/1706.03762v1.pdf',
    'L1  - https://arxiv.org/pdf/1706.03762',
    'DO  - 10.48550/arXiv.1706.03762',
    'JO  - arXiv preprint arXiv:1706.03762',
    'AN  - arXiv:1706.03762',
    'N1  - arXiv:1706.03762 [cs]',
  ])('with %j has the arXiv id', (line) => {
    expect(read(line)).toMatchObject({ arxivId: '1706.03762', doi: null });
  });

  it.each([
    'DO  - https://doi.org/10.1000/182',
    'UR  - https://doi.org/10.1000/182',
    'M3  - doi: 10.1000/182',
  ])('with %j has the DOI', (line) => {
    expect(read(line).doi).toBe('10.1000/182');
  });

  it('has keywords that stand on lines of their own or between semicolons, each once', () => {
    const { keywords } = read('KW  - kites', 'wind, strong', '', 'lines', 'KW  - kites; tea');
    expect(keywords.map(({ text }) => text)).toEqual(['kites', 'wind, strong', 'lines', 'tea']);
  });

  it('has lines that look like tags in its abstract', () => {
    const { abstract } = read(
      'AB  - We find that what',
      'is - to us - kites',
      'AI - based or',
      'ID-based',
      'on - flies.',
    );
    expect(abstract).toBe('We find that what is - to us - kites AI - based or ID-based on - flies.');
  });
});

describe('a RIS file', () => {
  it.each([
    ['CRLF and a byte order mark', '\uFEFFTY  - JOUR\r\nTI  - A Kite\r\nPY  - 2017\r\nER  - \r\n'],
    ['CR', 'TY  - JOUR\rTI  - A Kite\rPY  - 2017\rER  - '],
    ['no space at the end', 'TY  - JOUR\nTI  - A Kite\nPY  - 2017\nER  -'],
    ['one space before the hyphen', 'TY - JOUR\nTI - A Kite\nPY - 2017\nER -'],
    ['no space before the hyphen', 'TY- JOUR\nTI- A Kite\nPY- 2017\nER-'],
    ['no space behind the hyphen', 'TY  -JOUR\nTI  -A Kite\nPY  -2017\nER  -'],
    ['tags in small letters', 'ty  - jour\nti  - A Kite\npy  - 2017\ner  - '],
    ['both', 'ty - jour\nti - A Kite\npy - 2017\ner -'],
  ])('may have %s', (_, text) => {
    expect(ris.detect(text)).toBe(true);
    expect(found(text)).toMatchObject([{ position: 1, record: { title: 'A Kite', publishedOn: '2017' } }]);
  });

  it('loses no record beside one that can not be kept, and says where that begins', () => {
    const text = `TY  - JOUR
TI  - A
ER  - 

TY  - JOUR
PY  - 2017
ER  - 
TY  - JOUR
TI  - Without End

TY  - JOUR
TI  - B
ER  - 
TI  - Without Type
ER  - 
TY  - JOUR
TI  - Cut Off
`;
    expect(found(text)).toEqual([
      expect.objectContaining({ position: 1 }),
      { position: 5, reason: 'expected a title, but got none', raw: 'TY  - JOUR\nPY  - 2017\nER  - ' },
      {
        position: 8,
        reason: 'expected "ER  -" at the end of the record, but got another "TY  - "',
        raw: 'TY  - JOUR\nTI  - Without End',
      },
      expect.objectContaining({ position: 11 }),
      {
        position: 14,
        reason: 'expected a record to begin with "TY  - ", but got one without it',
        raw: 'TI  - Without Type\nER  - ',
      },
      {
        position: 16,
        reason: 'expected "ER  -" at the end of the record, but got the end of the text',
        raw: 'TY  - JOUR\nTI  - Cut Off',
      },
    ]);
  });

  it.each(['', ' \n', 'A text - without records'])('without a record (%j) is refused', (text) => {
    expect(() => ris.read(text, {})).toThrow(PapergraphError);
    expect(() => ris.read(text, {})).toThrow(/expected records from "TY {2}- "/);
  });

  it('is read in time that grows with its size', () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `word${index} and another`);
    expect(read('AB  - Long:', ...lines, 'PY  - 2017').publishedOn).toBe('2017');
    expect(read(`AB  - ${' '.repeat(100_000)}x`, `UR  -${' '.repeat(100_000)}-`).abstract).toBe('x');
  }, 10_000);
});

describe('a text', () => {
  it.each(['', '{"TY": 1}', '@article{key, title = {A}}', 'TY\n', 'Re: TY  - JOUR', 'TYPE - JOUR'])(
    'is told not to be RIS: %j',
    (text) => {
      expect(ris.detect(text)).toBe(false);
    },
  );
});
