import { describe, expect, it } from 'vitest';
import { listingText } from '../../../src/sources/listing.ts';
import { readFormat, type FormatReading } from '../../support/read-format.ts';
import { listingEntry } from '../../support/listings.ts';

const ABSTRACT =
  'We study how graphs of papers grow, and find that topics tell more about them than the names of their authors do.';
const entry = (parts: Parameters<typeof listingEntry>[0] = {}) =>
  listingEntry({ abstract: ABSTRACT, ...parts });

const listing = (...entries: string[]) =>
  `new\n\nDaily Papers\n\nbyAK and the research community\n\nMay 8\n\n${entries.join('\n')}`;
const readListing = (text: string, options = {}): FormatReading => readFormat(listingText, text, options);
const records = (text: string, options = {}) =>
  readListing(text, options).records.map(({ record }) => record);
const comments = (value: number) => ({ metric: 'COMMENTS', value });

describe('a listing', () => {
  it('gives title, abstract, author count and date of a record, and the line on which it begins', () => {
    expect(readListing(listing(entry()))).toEqual({
      records: [
        {
          position: 9,
          record: {
            source: 'listing',
            title: 'Graphs of Papers',
            abstract: ABSTRACT,
            publishedOn: '2024-02-28',
            authorCount: 6,
          },
        },
      ],
      rejects: [],
    });
  });

  it('reads an org in place of the authors: its slug in lower case, and its display name', () => {
    const [record] = records(listing(entry({ who: 'TheFinAI The Fin AI' })));
    expect(record?.orgs).toEqual([{ slug: 'thefinai', name: 'The Fin AI', source: 'listing' }]);
    expect(record).not.toHaveProperty('authorCount');
  });

  it('reads an org of one word, and one whose name ends with a full stop', () => {
    const [plain, inc] = records(
      listing(entry({ who: 'openai' }), entry({ title: 'Other', who: 'acme Acme Inc.' })),
    );
    expect(plain?.orgs).toMatchObject([{ slug: 'openai', name: 'openai' }]);
    expect(inc?.orgs).toMatchObject([{ slug: 'acme', name: 'Acme Inc.' }]);
  });

  it.each([
    ['Feb 12, 2025 5', '2025-02-12', 5],
    ['Feb 12, 2025 1,204', '2025-02-12', 1204],
    ['February 12, 2025', '2025-02-12', null],
    ['Sept. 3, 2023', '2023-09-03', null],
    ['Feb 29, 2024', '2024-02-29', null],
  ])('reads the date line "%s"', (date, publishedOn, commentCount) => {
    const [record] = records(listing(entry({ date })));
    expect(record?.publishedOn).toBe(publishedOn);
    expect(record?.observations).toEqual(commentCount === null ? undefined : [comments(commentCount)]);
  });

  it('gives a date without a year that of the year after the newest dated paper', () => {
    const text = listing(
      entry({ date: 'May 4 2' }),
      entry({ title: 'B', date: 'Dec 30, 2025' }),
      entry({ title: 'C' }),
    );
    expect(records(text)[0]).toMatchObject({ publishedOn: '2026-05-04', observations: [comments(2)] });
  });

  it('gives a date without a year that of the day of the listing where it is told', () => {
    const text = listing(entry({ date: 'May 4' }), entry({ title: 'B', date: 'Dec 30, 2025' }));
    expect(records(text, { listedOn: '2027-01-02' })[0]?.publishedOn).toBe('2027-05-04');
  });

  it('rejects a date without a year where nothing tells it, and says what would', () => {
    expect(readListing(listing(entry({ date: 'May 4' }))).rejects).toMatchObject([
      { position: 15, reason: expect.stringContaining('--listed-on YYYY-MM-DD') },
    ]);
  });

  it('reads Windows and old Mac line ends, a byte order mark, and doubled or missing blank lines', () => {
    const expected = records(listing(entry(), entry({ title: 'Second' })));
    const text = listing(entry(), entry({ title: 'Second' }));
    expect(records(text.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(records(text.replaceAll('\n', '\r'))).toEqual(expected);
    expect(records(text.replaceAll('\n', '\n\n\n'))).toEqual(expected);
    expect(records(text.replaceAll(/\n+/g, '\n'))).toEqual(expected);
    expect(records(`\uFEFF${text}`)).toEqual(expected);
  });

  it('passes over navigation before, between and after records', () => {
    const text = `Models\nDatasets\nSign Up\n${entry()}\nPrevious\nNext\nView all papers\n${entry({ title: 'Second' })}\nCompany\n© Hugging Face\nTOS\n`;
    expect(readListing(text).rejects).toEqual([]);
    expect(records(text).map(({ title }) => title)).toEqual(['Graphs of Papers', 'Second']);
  });

  it('gives the same records whatever navigation and however many blank lines stand around them', () => {
    const titles = Array.from({ length: 12 }, (_, index) => `Paper number ${index}`);
    const expected = records(titles.map((title) => entry({ title })).join('\n')).map(
      (record) => record.title,
    );
    const navigation = [
      'View all papers',
      'Next',
      '12',
      'Upvote',
      '#community',
      '+3',
      'Submitted by someone',
      '· 3 comments',
      'https://huggingface.co/papers',
      '© Hugging Face',
    ];
    const random = randomNumbers(7);
    const some = (items: string[]) => items.filter(() => random() < 0.3).join('\n\n');
    for (let round = 0; round < 50; round += 1) {
      const text = titles
        .map(
          (title) =>
            `${some(navigation)}\n${entry({ title }).replace(/\n\n/g, () => '\n'.repeat(1 + Math.floor(random() * 3)))}`,
        )
        .join('\n');
      const reading = readListing(`${text}\n${some(navigation)}`);
      expect(reading.rejects).toEqual([]);
      expect(reading.records.map(({ record }) => record.title)).toEqual(expected);
    }
  });

  it('reads authors, separator and date that stand on one line', () => {
    expect(records(`Title\n${ABSTRACT}\n• 6 authors · Feb 28, 2024 3`)).toMatchObject([
      { title: 'Title', authorCount: 6, publishedOn: '2024-02-28', observations: [comments(3)] },
    ]);
  });

  it('reads upvotes, author names and the arXiv id where a richer capture has them', () => {
    const text = `36\n\nTitle\n\nhttps://huggingface.co/papers/2402.18700\n\nSubmitted by\nakhaliq\n\n${ABSTRACT}\n\n  • Ada Lovelace, Alan Turing and Grace Hopper\n·\nFeb 28, 2024\n`;
    // "Submitted by" has its name on a line of its own, which would be taken for the title.
    expect(records(text.replace('by\nakhaliq', 'by akhaliq'))).toMatchObject([
      {
        title: 'Title',
        observations: [{ metric: 'UPVOTES', value: 36 }],
        arxivId: '2402.18700',
        authors: [{ name: 'Ada Lovelace' }, { name: 'Alan Turing' }, { name: 'Grace Hopper' }],
        authorCount: 3,
      },
    ]);
  });

  it.each([
    '  • Ada Lovelace, Alan Turing and Grace Hopper',
    'Authors: Ada Lovelace , Alan Turing , Grace Hopper',
    'Ada Lovelace, Alan Turing, Grace Hopper\n\n  • 3 authors',
  ])('reads author names as they stand in "%s"', (who) => {
    expect(records(entry({ who }))).toMatchObject([
      {
        authors: [{ name: 'Ada Lovelace' }, { name: 'Alan Turing' }, { name: 'Grace Hopper' }],
        authorCount: 3,
      },
    ]);
  });

  it('reads a line of author names however long it is, and names that stand below the title', () => {
    const names = Array.from(
      { length: 12 },
      (_, index) => `Wolfgang Am. van Mozart-${'ABCDEFGHIJKL'[index]}`,
    );
    const who = `${names.join(', ')}\n  • 12 authors`;
    expect(records(entry({ who }))).toMatchObject([
      { title: 'Graphs of Papers', authors: names.map((name) => ({ name })) },
    ]);
    const below = `Title\n\n${names.join(', ')}\n\n${ABSTRACT}\n\n  • 12 authors\n·\nFeb 28, 2024`;
    expect(records(`Daily Papers\n\n${below}`)).toMatchObject([
      { title: 'Title', authors: names.map((name) => ({ name })) },
    ]);
  });

  it('takes a title that looks like names for the title unless the count of authors agrees', () => {
    const title = 'Attention Transfer, Model Compression and Knowledge Distillation';
    expect(records(listing(entry({ title })))).toEqual([
      expect.not.objectContaining({ authors: expect.anything() }),
    ]);
    expect(records(listing(entry({ title })))).toMatchObject([{ title }]);
  });

  it('reads author names on a line each, and several orgs', () => {
    expect(records(entry({ who: '• Ada Lovelace\n• Alan Turing' }))).toMatchObject([
      { authors: [{ name: 'Ada Lovelace' }, { name: 'Alan Turing' }], authorCount: 2 },
    ]);
    expect(records(entry({ who: 'acme Acme\nopen-lab Open Lab\n• 4 authors' }))).toMatchObject([
      { title: 'Graphs of Papers', authorCount: 4, orgs: [{ slug: 'acme' }, { slug: 'open-lab' }] },
    ]);
  });

  it.each([
    ['MIT-CSAIL MIT Computer Science and Artificial Intelligence Laboratory', 'mit-csail'],
    ['SJTU Shanghai Jiao Tong University, Computer Science', 'sjtu'],
  ])('takes "%s" for an org and not for two authors', (who, slug) => {
    expect(records(entry({ who }))).toMatchObject([{ orgs: [{ slug }] }]);
    expect(records(entry({ who }))[0]).not.toHaveProperty('authors');
  });

  it('takes an org whose name has a comma for an org', () => {
    expect(records(entry({ who: 'acme Acme Research, Inc.' }))).toMatchObject([
      { orgs: [{ slug: 'acme', name: 'Acme Research, Inc.' }] },
    ]);
  });

  it('reads an org and an author count of the same record', () => {
    expect(records(`Title\n${ABSTRACT}\ngoogle Google\n• 8 authors\n·\nFeb 28, 2024`)).toMatchObject([
      { title: 'Title', authorCount: 8, orgs: [{ slug: 'google', name: 'Google' }] },
    ]);
  });

  it('keeps LaTeX as it came and makes the text clean Unicode otherwise', () => {
    const text = entry({
      title: 'Sequence$^2$  Cafe\u0301\u200b',
      abstract: `${ABSTRACT} At\u00a0\t22.6\\% of tilde Omega(T^{1/3}).`,
    });
    expect(records(text)).toMatchObject([
      { title: 'Sequence$^2$ Caf\u00e9', abstract: `${ABSTRACT} At 22.6\\% of tilde Omega(T^{1/3}).` },
    ]);
  });

  it.each([
    ['at https://github.com/Own/Name.', 'https://github.com/own/name'],
    ['at https://github.com/Own/Name .', 'https://github.com/own/name'],
    ['(https://github.com/own/name) which helps', 'https://github.com/own/name'],
    ['see github.com/own/name, too', 'https://github.com/own/name'],
    ['in https://github.com/own/name to facilitate research', 'https://github.com/own/name'],
  ])('finds the repository %s', (words, url) => {
    expect(records(entry({ abstract: `${ABSTRACT} Code is ${words}` }))[0]?.repos).toMatchObject([
      { url, source: 'abstract' },
    ]);
  });

  it('takes a repository that is linked twice once, and a github.io page as the project page', () => {
    const links =
      'https://github.com/a/b and https://github.com/A/B.git, https://me.github.io/page/ is the project page.';
    expect(records(entry({ abstract: `${ABSTRACT} ${links}` }))).toMatchObject([
      { repos: [{ url: 'https://github.com/a/b' }], projectPage: 'https://me.github.io/page/' },
    ]);
  });

  it('gives both of two records of the same paper: to make them one is the work of the ingest', () => {
    expect(records(listing(entry(), entry()))).toHaveLength(2);
  });
});

describe('a record that can not be kept', () => {
  it.each([
    [
      'a day that the calendar lacks',
      { date: 'Feb 30, 2024' },
      15,
      'expected a day that the calendar has, but got "Feb 30, 2024"',
    ],
    [
      'a date of another form',
      { date: '28.02.2024' },
      15,
      'expected a date such as "Feb 28, 2024" or "May 4", but got "28.02.2024"',
    ],
    [
      'a month that is none',
      { date: 'Foo 3, 2024' },
      15,
      'expected a date such as "Feb 28, 2024" or "May 4", but got "Foo 3, 2024"',
    ],
    [
      'no authors',
      { who: '' },
      9,
      'expected "• N authors" or an org as "slug Display Name", but got "nothing"',
    ],
    [
      'zero authors',
      { who: '• 0 authors' },
      13,
      'expected "• N authors" or an org as "slug Display Name", but got "• 0 authors"',
    ],
    [
      'a count in words',
      { who: 'six authors' },
      13,
      'expected "• N authors" or an org as "slug Display Name", but got "six authors"',
    ],
    ['no letters in its title', { title: '???' }, 9, 'expected a title with letters, but got "???"'],
  ])('is told with its line and the reason: %s; the others are kept', (_case, parts, position, reason) => {
    const reading = readListing(listing(entry(parts), entry({ title: 'Kept' })));
    expect(reading.records.map(({ record }) => record.title)).toEqual(['Kept']);
    expect(reading.rejects).toEqual([{ position, reason, raw: expect.any(String) }]);
  });

  it('is given with its own lines', () => {
    const bad = entry({ date: 'Feb 30, 2024' });
    const { rejects } = readListing(listing(entry(), bad, entry({ title: 'Kept' })));
    expect(rejects.map(({ raw }) => raw)).toEqual([bad.trim()]);
  });

  it('is one without an abstract', () => {
    const { rejects, records: kept } = readListing(
      `${entry()}\nLonely Title?\n\n  • 2 authors\n·\nMay 3, 2024\n`,
    );
    expect(kept).toHaveLength(1);
    expect(rejects).toMatchObject([
      { position: 9, reason: 'expected a title and an abstract before the authors, but one is missing' },
    ]);
  });

  it('is one whose abstract is wrapped over several lines, of which no two make a title and an abstract', () => {
    for (const width of [30, 40, 60, 78, 100]) {
      const wrapped = `${ABSTRACT} ${ABSTRACT}`.replace(new RegExp(`(.{1,${width}}) `, 'g'), '$1\n');
      const reading = readListing(`${entry({ abstract: wrapped })}\n${entry({ title: 'Kept' })}`);
      expect(reading.records.map(({ record }) => record.title)).toEqual(['Kept']);
      expect(reading.rejects).toHaveLength(1);
    }
  });

  it('is one whose title is missing, so that the day of the page stands above', () => {
    const text = `Daily Papers\n\nMay 8\n\nOnly a Title Here\n\n  • 3 authors\n·\nFeb 3, 2025\n${entry()}`;
    const reading = readListing(text);
    expect(reading.records).toHaveLength(1);
    expect(reading.rejects).toMatchObject([{ reason: expect.stringContaining('one is missing') }]);
  });

  it('is one that the text breaks off in before its date, however short', () => {
    const reading = readListing(`${entry()}\nLost Title\n\nA short abstract.\n\n  • 4 authors\n`);
    expect(reading.records).toHaveLength(1);
    expect(reading.rejects).toMatchObject([{ position: 13 }]);
  });

  it('is one that the text breaks off in, or whose end is missing', () => {
    const long = ABSTRACT.repeat(3);
    const { records: kept, rejects } = readListing(`Cut\n\n${long}\n\n${entry()}\nBroken off\n\n${long}\n`);
    expect(kept.map(({ record }) => record.title)).toEqual(['Graphs of Papers']);
    expect(rejects.map(({ position }) => position)).toEqual([3, 15]);
    expect(rejects[0]?.reason).toMatch(/after what looks like an abstract or its authors, but got none/);
  });

  it('is one without a date, which does not take the next title for it', () => {
    const text = `${entry({ date: '' })}\n${entry({ title: 'Next One' })}`;
    const { records: kept, rejects } = readListing(text);
    expect(kept.map(({ record }) => record.title)).toEqual(['Next One']);
    expect(rejects).toMatchObject([
      { position: 1, reason: 'expected a date such as "Feb 28, 2024" or "May 4", but got nothing' },
    ]);
  });
});

describe('a listing with the URL of each link below its text', () => {
  const page = (id: string) => `https://huggingface.co/papers/${id}`;
  const linkedCard = (
    parts: { id?: string; votes?: string; who?: string; date?: string; after?: string } = {},
  ) => {
    const { id = '2410.05434', votes = '[-] 5', date = 'Oct 7, 2024', after = '' } = parts;
    const { who = `[\n\n2 authors](${page(id)})` } = parts;
    const login = `https://huggingface.co/login?next=%2Fpapers%2F${id}`;
    return ` ${votes}\n\n${login}\n\nGraphs of Papers\n\n${page(id)}\n\n${ABSTRACT}\n\n${page(id)}\n\n${who}\n\n·\n\n${date} \n\n${after}`;
  };
  const header =
    'Daily Papers\n\nby \n\nAK\n\nhttps://huggingface.co/akhaliq\n\n \n\nhttps://huggingface.co/papers/date/2026-03-24\n\nMar 25\n\n';
  const footer =
    'Previous\n\nhttps://huggingface.co/papers/date/2026-03-24\n\nAbout\n\nhttps://huggingface.co/huggingface\n';
  const linked = (...cards: string[]) =>
    `---\ntitle: "Daily Papers"\n---\n\n${header}${cards.join('')}${footer}`;

  it('gives the arXiv id, the upvotes and what else a listing tells', () => {
    const text = linked(linkedCard());
    expect(listingText.detect(text)).toBe(true);
    expect(readListing(text)).toEqual({
      records: [
        {
          position: 23,
          record: {
            source: 'listing',
            title: 'Graphs of Papers',
            abstract: ABSTRACT,
            publishedOn: '2024-10-07',
            arxivId: '2410.05434',
            authorCount: 2,
            observations: [{ metric: 'UPVOTES', value: 5 }],
          },
        },
      ],
      rejects: [],
    });
  });

  it('takes an org and its slug from the link to it, and the count above `#community` for the comments', () => {
    const id = '2510.21057';
    const who = ` \n\n${page(id)}\n\n Google\n\nhttps://huggingface.co/google`;
    const after = `1\n\n${page(id)}#community\n\n`;
    const [record, next] = records(linked(linkedCard({ id, who, after }), linkedCard({ votes: '[-] -' })));
    expect(record?.orgs).toEqual([{ slug: 'google', name: 'Google', source: 'listing' }]);
    expect(record?.observations).toEqual([{ metric: 'UPVOTES', value: 5 }, comments(1)]);
    expect(next).not.toHaveProperty('observations');
  });

  it('gives a date without a year that of the arXiv id, or the year before where the month comes later', () => {
    const read = (id: string, date: string) => records(linked(linkedCard({ id, date })))[0]?.publishedOn;
    expect(read('2606.00683', 'May 29')).toBe('2026-05-29');
    expect(read('2601.00683', 'Dec 31')).toBe('2025-12-31');
  });

  it('joins an abstract that is wrapped over several lines', () => {
    const wrapped = ABSTRACT.replaceAll(/(.{1,60}) /g, '$1\n');
    const text = linked(linkedCard().replace(ABSTRACT, wrapped));
    expect(wrapped).toContain('\n');
    expect(records(text)).toMatchObject([{ title: 'Graphs of Papers', abstract: ABSTRACT }]);
  });

  it('gives one record of a card that stands twice', () => {
    expect(records(linked(linkedCard(), linkedCard({ id: '2410.99999' }), linkedCard()))).toHaveLength(2);
  });
});

describe('a text that holds no paper', () => {
  it.each(['', '\n\n', 'Just some prose.\nOn two lines.', '{"papers": []}'])(
    'is an error, not an empty success: %j',
    (text) => {
      expect(() => readListing(text)).toThrow(/^no paper found: expected records of a title, an abstract/);
    },
  );
});

/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
