import { describe, expect, it } from 'vitest';
import { PapergraphError } from '../../../src/errors.ts';
import { paperRecord, type PaperRecord } from '../../../src/model/paper.ts';
import { bibtex } from '../../../src/sources/bibtex.ts';
import type { Found, FoundRecord, Reject } from '../../../src/sources/reading.ts';

const found = (text: string): Found[] => [...bibtex.read(text, {})];
const isRecord = (item: Found): item is FoundRecord => 'record' in item;
const records = (text: string): PaperRecord[] =>
  found(text)
    .filter(isRecord)
    .map(({ record }) => paperRecord.parse(record));
const rejects = (text: string): Reject[] => found(text).filter((item): item is Reject => 'reason' in item);
const titles = (text: string): string[] => records(text).map(({ title }) => title);

/** The record of an entry with the given fields, each a value in LaTeX. */
function read(fields: Record<string, string>): PaperRecord {
  const lines = Object.entries({ title: 'A Kite', ...fields }).map(
    ([name, value]) => `  ${name} = {${value}},`,
  );
  const [record] = records(`@article{kite,\n${lines.join('\n')}\n}`);
  if (record === undefined) throw new Error('expected a record');
  return record;
}

const namesOf = (author: string) => read({ author }).authors.map(({ name }) => name);

describe('an entry of BibTeX', () => {
  it('gives title, authors, date, ids, abstract, keywords and repositories, and the line on which it begins', () => {
    const text = String.raw`Exported for testing.

@String{proc = "Proceedings of "}
@article{lovelace2017kites,
  title         = {Flying {K}ites with {NASA}},
  author        = {Lovelace, Ada and Alan M. Turing},
  journal       = proc # {Kites},
  year          = 2017,
  month         = jun # "~12",
  doi           = {10.1000/KITES\_1},
  eprint        = {1706.03762v5},
  archivePrefix = {arXiv},
  abstract      = {We fly kites. Code: https://github.com/Kite/Lines.},
  keywords      = {kites, wind},
  note          = {Data at \url{https://github.com/kite/wind_data}},
}`;
    expect(found(text)).toEqual([
      {
        position: 4,
        record: {
          source: 'bibtex',
          title: 'Flying Kites with NASA',
          abstract: 'We fly kites. Code: https://github.com/Kite/Lines.',
          publishedOn: '2017-06-12',
          arxivId: '1706.03762',
          doi: '10.1000/kites_1',
          openAlexId: null,
          semanticScholarId: null,
          authorCount: 2,
          authors: [{ name: 'Ada Lovelace' }, { name: 'Alan M. Turing' }],
          projectPage: null,
          keywords: [
            { text: 'kites', source: 'keywords' },
            { text: 'wind', source: 'keywords' },
          ],
          repos: [
            expect.objectContaining({
              url: 'https://github.com/kite/lines',
              source: 'abstract',
              confidence: 0.9,
            }),
            expect.objectContaining({
              url: 'https://github.com/kite/wind_data',
              source: 'comment',
              confidence: 0.9,
            }),
          ],
        },
      },
    ]);
  });

  it.each([
    [String.raw`G{\"o}del, G\"{o}del and G\"odel`, 'Gödel, Gödel and Gödel'],
    [
      String.raw`\'etude \'{E}t{\'e} na\"\i ve fa{\c c}ade \v{S}koda \v Skoda`,
      'étude Été naïve façade Škoda Škoda',
    ],
    [
      String.raw`Stra{\ss}e, {\O}re, {\aa}ngstr\"om, \L{}ód\'z, Erd{\H{o}}s, {\'{\i}}`,
      'Straße, Øre, ångström, Łódź, Erdős, í',
    ],
    [String.raw`Ti\'{\^e}ng Vi\d{\^e}t`, 'Tiếng Việt'],
    [String.raw`{{All {of {it}} in}} Braces`, 'All of it in Braces'],
    [String.raw`R\&D at 50\% of \$5, \#1~\_x`, 'R&D at 50% of $5, #1 _x'],
    ['R&D at 50% of <mask>, p < 0.05', 'R&D at 50% of <mask>, p < 0.05'],
    [
      String.raw`\emph{Kites} in \textbf{Wind}, CO\textsubscript{2}, {\bf bold} \LaTeX`,
      'Kites in Wind, CO2, bold LaTeX',
    ],
    ["Kite--Wind ``Models'' --- 1--2", 'Kite–Wind “Models” — 1–2'],
    [
      String.raw`Bounds of $O(n^{2})$ and {$\alpha$}-stable \method{}`,
      String.raw`Bounds of $O(n^{2})$ and $\alpha$-stable \method`,
    ],
    ['A Title\n      over  two lines', 'A Title over two lines'],
    ['Growing <i>E. coli</i> &amp; Kites', 'Growing E. coli & Kites'],
  ])('has the title %j as text', (title, text) => {
    expect(read({ title }).title).toBe(text);
  });

  it('has its subtitle behind its title', () => {
    expect(read({ subtitle: 'On Wind' }).title).toBe('A Kite: On Wind');
  });

  it.each([
    ['Lovelace, Ada and Alan Turing', ['Ada Lovelace', 'Alan Turing']],
    [String.raw`{\'E}mile Zola AND G{\"o}del, Kurt`, ['Émile Zola', 'Kurt Gödel']],
    ['van Beethoven, Ludwig and Jean-Luc van den Berg', ['Ludwig van Beethoven', 'Jean-Luc van den Berg']],
    [
      'King, Jr., Martin Luther and King, Martin Luther, Jr.',
      ['Martin Luther King Jr.', 'Martin Luther King Jr.'],
    ],
    ['Martin Luther King, Jr.', ['Martin Luther King Jr.']],
    ['{Barnes and Noble, Inc.} and {OpenAI}', ['Barnes and Noble, Inc.', 'OpenAI']],
    ['Donald~E. Knuth\n   and\n   Alexander Anderson', ['Donald E. Knuth', 'Alexander Anderson']],
    ['family=Humboldt, given=Alexander, prefix=von', ['Alexander von Humboldt']],
    ['Ada Lovelace, Alan Turing, Kurt Gödel', ['Ada Lovelace', 'Alan Turing', 'Kurt Gödel']],
  ])('by %j has their names as printed', (author, names) => {
    expect(namesOf(author)).toEqual(names);
    expect(read({ author }).authorCount).toBe(names.length);
  });

  it.each(['Lovelace, Ada and others', 'Lovelace, Ada and et al.', 'Lovelace, Ada and A, B., C, D.'])(
    'by %j does not tell how many authors there are',
    (author) => {
      expect(namesOf(author)).toEqual(['Ada Lovelace']);
      expect(read({ author }).authorCount).toBeNull();
    },
  );

  it.each([
    [{ year: '2017' }, '2017'],
    [{ year: '2017', month: 'June' }, '2017-06'],
    [{ year: '2017', month: '6' }, '2017-06'],
    [{ year: '2017', month: '6', day: '2' }, '2017-06-02'],
    [{ year: '2017', month: '12~Sept.' }, '2017-09-12'],
    [{ year: '2017', month: 'June 12--15' }, '2017-06'],
    [{ year: '2017', month: 'May/June' }, '2017'],
    [{ year: '2017', month: 'Spring' }, '2017'],
    [{ year: '2017', month: 'February', day: '30' }, '2017-02'],
    [{ year: '{\\noopsort{b}}2017a' }, '2017'],
    [{ year: 'in press' }, null],
    [{ date: '2017-06-12' }, '2017-06-12'],
    [{ date: '2017-06/2017-08' }, '2017-06'],
    [{ date: '2017-21' }, '2017'],
    [{ date: '2016', year: '2017', month: 'June' }, '2016'],
  ])('with %j is of %s', (fields, publishedOn) => {
    expect(read(fields).publishedOn).toBe(publishedOn);
  });

  it('knows the macros of the months, of @string, and none that nobody defines', () => {
    const text = `@STRING(ada = {Lovelace, } # "Ada")
      @misc{a, title = "Kites", author = ada, year = 2017, month = SEP}
      @misc{b, title = "More " # {Kites}, author = unknown, year = "2018"}`;
    expect(records(text)).toMatchObject([
      { authors: [{ name: 'Ada Lovelace' }], publishedOn: '2017-09' },
      { title: 'More Kites', authors: [], authorCount: null, publishedOn: '2018' },
    ]);
  });

  it.each([
    [{ eprint: '1706.03762', archiveprefix: 'arXiv' }],
    [{ EPRINT: '1706.03762', eprinttype: 'arxiv' }],
    [{ eprint: 'arXiv:1706.03762' }],
    [{ url: 'https://arxiv.org/abs/1706.03762v5' }],
    [{ url: 'http://arxiv.org/pdf/1706.03762.pdf' }],
    [{ journal: 'arXiv preprint arXiv:1706.03762' }],
    [{ journal: 'CoRR', volume: 'abs/1706.03762' }],
    [{ note: 'arXiv:1706.03762 [cs]' }],
    [{ howpublished: String.raw`\url{https://arxiv.org/abs/1706.03762}` }],
    [{ doi: '10.48550/arXiv.1706.03762' }],
  ])('with %j has the arXiv id', (fields) => {
    expect(read(fields as Record<string, string>)).toMatchObject({ arxivId: '1706.03762', doi: null });
  });

  it.each([
    [{ eprint: '1706.03762', eprinttype: 'jstor' }],
    [{ note: 'Extends arXiv:1706.03762' }],
    [{ journal: 'Journal of Kites', volume: '1706' }],
  ])('with %j has none', (fields) => {
    expect(read(fields as Record<string, string>).arxivId).toBeNull();
  });

  it('has the DOI of its URL where it gives no other', () => {
    expect(read({ url: 'https://doi.org/10.1000/ABC' }).doi).toBe('10.1000/abc');
    expect(read({ url: 'https://doi.org/10.1000/abc', doi: 'https://doi.org/10.1000/182' }).doi).toBe(
      '10.1000/182',
    );
  });

  it('has keywords between semicolons, which may hold commas, or between commas', () => {
    const keywords = (text: string) => read({ keywords: text }).keywords.map(({ text }) => text);
    expect(keywords(String.raw`graphs, {\'e}toiles, graphs,`)).toEqual(['graphs', 'étoiles']);
    expect(keywords('graphs, large; kites')).toEqual(['graphs, large', 'kites']);
  });

  it('has the repository and the project page of its URL and of how it was published', () => {
    expect(read({ url: String.raw`https://github.com/kite/a{\_}b\_c` }).repos).toMatchObject([
      { url: 'https://github.com/kite/a_b_c', source: 'comment' },
    ]);
    const record = read({ howpublished: String.raw`\url{https://kite.github.io/lines/~ada}` });
    expect(record.projectPage).toBe('https://kite.github.io/lines/~ada');
  });
});

describe('a BibTeX file', () => {
  it('holds no papers in comments, preambles, macros and settings of styles', () => {
    const text = `% @article{old, title = {Commented Out}}
@comment{@article{older, title = {Commented Out Too}}}
@Comment{jabref-meta: databaseType:bibtex;}
@preamble{"\\newcommand{\\x}{y}"}
@string{a = "b"}
@control{apsrev, title = "0"}
ada@example.org wrote @all of this
@article{kite, title = {Kite}, % the title
  % year = 2000,
  year = 2017}`;
    expect(found(text)).toMatchObject([{ position: 8, record: { title: 'Kite', publishedOn: '2017' } }]);
  });

  it('may have entries in parentheses, several on a line, without key or commas, and any line ends', () => {
    const text =
      '\uFEFF@ARTICLE(a,\r\n TITLE = "A (small) Kite")\r\n@misc{b,title={B}}@misc{c,title={C}}\r@misc{title = {D}\nyear = 2017}';
    expect(found(text)).toMatchObject([
      { position: 1, record: { title: 'A (small) Kite' } },
      { position: 3, record: { title: 'B' } },
      { position: 3, record: { title: 'C' } },
      { position: 4, record: { title: 'D', publishedOn: '2017' } },
    ]);
  });

  it('loses no entry beside one whose braces are not balanced', () => {
    const bad = '@article{bad,\n  title = {Unbalanced { Kite},\n  year = 2017\n}';
    const text = `@misc{a, title = {A}}\n\n${bad}\n\n@misc{b, title = {B}}`;
    expect(titles(text)).toEqual(['A', 'B']);
    expect(rejects(text)).toEqual([
      {
        position: 3,
        reason: 'expected "@article" to be closed behind its last field, but got another entry',
        raw: bad,
      },
    ]);
  });

  it('loses no entry on the same line either', () => {
    expect(found('@misc{bad, title = {X @misc{good, title = {Good}}')).toMatchObject([
      { position: 1, raw: '@misc{bad, title = {X' },
      { position: 1, record: { title: 'Good' } },
    ]);
  });

  it('rejects an entry that a brace too many closes before its last fields', () => {
    const bad = '@misc{bad, title = {Kite}},\n  year = {2017}}';
    expect(found(`${bad}\n@misc{good, title = {Good}}`)).toEqual([
      {
        position: 1,
        reason: 'expected "@misc" to be closed behind its last field, but got its end before one',
        raw: bad,
      },
      expect.objectContaining({ position: 3 }),
    ]);
    expect(titles('@misc{a, title = {A}}, @misc{b, title = {B}},\n')).toEqual(['A', 'B']);
  });

  it('rejects an entry at its end that is cut off', () => {
    expect(rejects('@misc{a, title = {A}}\n@misc{b, title = {B}')).toEqual([
      {
        position: 2,
        reason: 'expected "@misc" to be closed behind its last field, but got the end of the text',
        raw: '@misc{b, title = {B}',
      },
    ]);
  });

  it.each([
    ['@misc{a, year = 2017}', 'expected a title, but got none'],
    ['@misc{a, title = {--}}', 'expected a title with letters or digits, but got "--"'],
    ['@misc{a}', 'expected a title, but got none'],
    ['@misc{a, title {A}}', 'expected a field as name = value, but got "title {A}"'],
    ['@misc{a, title = }', 'expected a value of "title", but got nothing'],
    ['@misc{a, title = "A "B" C"}', 'expected a field as name = value, but got "B" C""'],
    ['@misc{a, title = "A}', 'expected the value of "title" to be closed, but got the end of the entry'],
    ['@string{a "b"}', 'expected a field as name = value, but got "a "b""'],
  ])('rejects %s', (raw, reason) => {
    expect(found(`${raw}\n@misc{good, title = {Good}}`)).toEqual([
      { position: 1, reason, raw },
      expect.objectContaining({ position: 2 }),
    ]);
  });

  it.each([
    '',
    ' \n',
    'Just text about someone@example.org.',
    '@comment{nothing} @string{a = "b"}',
    '% @misc{a, title={A}}',
  ])('without an entry (%j) is refused', (text) => {
    expect(() => bibtex.read(text, {})).toThrow(PapergraphError);
    expect(() => bibtex.read(text, {})).toThrow(/expected entries such as @article/);
  });

  it('rejects macros that double themselves without end', () => {
    const text = `@string{a = "kite"}\n${'@string{a = a # a}\n'.repeat(60)}@misc{b, title = {B}}`;
    expect(titles(text)).toEqual(['B']);
    expect(rejects(text)[0]?.reason).toBe('expected at most 1000000 characters of "a", but got more');
  });

  it('is read in time that grows with its size, however its braces and entries nest', () => {
    const many = 200_000;
    const nested = `@misc{deep, title = {${'{'.repeat(many)}Deep${'}'.repeat(many)}}}`;
    expect(titles(nested)).toEqual(['Deep']);
    expect(rejects(`@misc{open, title = ${'{'.repeat(many)}`)).toHaveLength(1);
    expect(titles(`@misc{close, title = {Closed}}${'}'.repeat(many)}`)).toEqual(['Closed']);
    for (const start of [
      '@misc{a, title = {A}}, b = {',
      '@misc{a, title = {',
      '@misc{',
      '@comment{',
      '@comment{\n',
      '@misc(a, ',
      '\n@misc{a,\n',
      '% @misc{a,',
    ]) {
      const text = `${start.repeat(20_000)}\n@misc{last, title = {Last}}`;
      expect(titles(text)).toEqual(['Last']);
    }
    for (const piece of [
      '\\',
      "\\'",
      '$',
      '~',
      '{\\"o} ',
      '\\url{',
      '\\cite{',
      '\\v ',
      ' and ',
      ' ',
      '\n',
      '"',
      '%',
      '#',
      'a@b{',
      '<',
    ]) {
      found(`@misc{a, title = {Kite ${piece.repeat(20_000)}}, author = {${piece.repeat(20_000)}}}`);
      found(`${piece.repeat(20_000)}\n@misc{a, title = {Kite}}${piece.repeat(20_000)}`);
    }
  }, 10_000);
});

describe('a text', () => {
  it.each([
    '@article{key,\n title={A}}',
    '% Exported by a program\n\n  @InProceedings{DBLP:conf/kites/X17,',
    '@article(key, title = "A")',
    '@string{acm = "ACM"}',
  ])('is told to be BibTeX: %j', (text) => {
    expect(bibtex.detect(text)).toBe(true);
  });

  it.each([
    '',
    '{"title": "@article"}',
    'Write to ada@kite.org{x,',
    '@dataclass(frozen=True)',
    '@media screen {\n a, b',
    'TY  - JOUR',
  ])('is told not to be: %j', (text) => {
    expect(bibtex.detect(text)).toBe(false);
  });
});
