import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES, JSON_FORMATS, TEXT_FORMATS } from '../../../src/sources/formats.ts';
import { readSource } from '../../../src/sources/read-source.ts';
import { bytesOf, readAll } from '../../support/source-bytes.ts';

const read = (...chunks: readonly (string | Uint8Array)[]) => readAll(readSource(bytesOf(...chunks)));
const titlesOf = async (...chunks: readonly (string | Uint8Array)[]) =>
  (await read(...chunks)).records.map(({ position, record }) => `${position}: ${record.title}`);

const ABSTRACT =
  'This is the made-up abstract of a paper that nobody wrote, and it is long enough to be one.';
const LISTING = `Graphs of Papers\n\n${ABSTRACT}\n\n  • 2 authors\n·\nFeb 28, 2024\n`;
const ROWS = ['{"title": "One"}', '{"title": "Two"}', '{"title": "Three"}'];
const LINES = ROWS.join('\n');

describe('JSON lines', () => {
  it('give a record for each line, numbered by lines with the blank ones counted', async () => {
    expect(await titlesOf(`\n${ROWS[0]}\r\n\n${ROWS[1]}\n${ROWS[2]}`)).toEqual([
      '2: One',
      '4: Two',
      '5: Three',
    ]);
  });

  it('may come in chunks of any size, which may end within a character', async () => {
    const bytes = Buffer.from(LINES.replace('One', 'Größe 𝔊'));
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(await titlesOf(...single)).toEqual(['1: Größe 𝔊', '2: Two', '3: Three']);
  });

  it('may begin with a line that is longer than what is looked at to tell formats', async () => {
    const long = JSON.stringify({ title: 'Long', abstract: 'long '.repeat(60_000) });
    expect(await titlesOf(`${long}\n${LINES}`)).toEqual(['1: Long', '2: One', '3: Two', '4: Three']);
  });

  it('may have papers of several formats, and several papers on a line', async () => {
    const work = { id: 'https://openalex.org/W12', title: 'A work of OpenAlex' };
    const lines = [JSON.stringify(work), ROWS[0], `{"papers": [${ROWS[1]}, ${ROWS[2]}]}`].join('\n');
    expect(await titlesOf(lines)).toEqual(['1: A work of OpenAlex', '2: One', '3: Two', '3: Three']);
  });

  it.each([
    [
      'cut off',
      '{"title": "Cu',
      /^expected JSON, but it ends at column 14 before it is complete: was the file/,
    ],
    [
      'not JSON',
      '{"title": NaN}',
      /^expected JSON, but got something else at column 11: Unexpected token 'N'/,
    ],
    [
      'of no known format',
      '{"name": "x"}',
      /^expected papers as .*jsonl, but got an object with the fields name$/,
    ],
    ['not valid', '{"title": "?!"}', /^title: expected a title with letters or digits, but got "\?!"$/],
    [
      'nested too deep',
      `${'['.repeat(300)}1${']'.repeat(300)}`,
      /at most 256 levels of nesting, but got more$/,
    ],
  ])('reject only the line that is %s', async (_case, line, reason) => {
    const expected = [{ position: 2, reason: expect.stringMatching(reason), raw: expect.any(String) }];
    const { records, rejects } = await read([ROWS[0], line, ROWS[1]].join('\n'));
    expect(records.map(({ position }) => position)).toEqual([1, 3]);
    expect(rejects).toEqual(expected);
    expect(rejects[0]?.raw.replaceAll(' ', '')).toBe(line.replaceAll(' ', ''));
  });

  it('are told as such though their first line is broken', async () => {
    const { records, rejects } = await read(`{"title": "Bro\n${LINES}`);
    expect(records).toHaveLength(3);
    expect(rejects).toMatchObject([{ position: 1, raw: '{"title": "Bro' }]);
  });
});

describe('a JSON document', () => {
  it.each([
    ['an array', `[${ROWS.join()}]`],
    [
      'a pretty-printed array',
      JSON.stringify(
        ROWS.map((row) => JSON.parse(row) as unknown),
        null,
        2,
      ),
    ],
    ['an array with an item on each line', `[\n${ROWS.join(',\n')}\n]`],
    ['an object with a list of papers', `{"papers": [\n${ROWS.join(',\n')}\n]}\n`],
  ])('is %s, whose items are numbered', async (_case, document) => {
    expect(await titlesOf(document)).toEqual(['1: One', '2: Two', '3: Three']);
  });

  it('is a single object, on one line or several', async () => {
    expect(await titlesOf(`${ROWS[0]}\n\n`)).toEqual(['1: One']);
    expect(await titlesOf('{\n  "title":\n"One"\n}')).toEqual(['1: One']);
    expect(await titlesOf(`{"papers": [\n${ROWS[0]}\n]}`)).toEqual(['1: One']);
  });

  it('rejects single items and keeps the others', async () => {
    const { records, rejects } = await read('[{"title": "One"}, {"title": 2}, {"title": "Three"}]');
    expect(records.map(({ position }) => position)).toEqual([1, 3]);
    expect(rejects).toEqual([
      { position: 2, reason: 'title: expected a text, but got 2', raw: '{"title":2}' },
    ]);
  });

  it('may hold no papers at all, as the answer of a day without any does', async () => {
    expect(await read('[]')).toEqual({ records: [], rejects: [] });
  });
});

describe('other text', () => {
  it('is a listing where it looks like nothing else, also where it begins with a bracket', async () => {
    expect(await titlesOf(LISTING)).toEqual(['1: Graphs of Papers']);
    expect(await titlesOf(`[-] 36\n${LISTING}`)).toEqual(['2: Graphs of Papers']);
  });

  it('is read with the options of its format', async () => {
    const listing = LISTING.replace(', 2024', '');
    const { records } = await readAll(readSource(bytesOf(listing), { listedOn: '2025-03-01' }));
    expect(records).toMatchObject([{ record: { publishedOn: '2025-02-28' } }]);
  });
});

describe('the bytes of a source', () => {
  it('may be packed by gzip, also in several members', async () => {
    const packed = gzipSync(`${LINES}\n`);
    expect(await titlesOf(packed.subarray(0, 5), packed.subarray(5))).toEqual([
      '1: One',
      '2: Two',
      '3: Three',
    ]);
    expect(await titlesOf(packed, gzipSync(ROWS[0]!))).toHaveLength(4);
    expect(await titlesOf(gzipSync(LISTING))).toEqual(['1: Graphs of Papers']);
  });

  it('may begin with a byte order mark, in UTF-8 or UTF-16', async () => {
    const littleEndian = Buffer.from(`\uFEFF${LINES}`, 'utf16le');
    const bigEndian = Buffer.from(littleEndian).swap16();
    for (const bytes of [Buffer.from(`\uFEFF${LINES}`), littleEndian, bigEndian]) {
      expect(await titlesOf(bytes)).toEqual(['1: One', '2: Two', '3: Three']);
    }
  });

  it('are closed where their reader stops early, packed or not', async () => {
    for (const pack of [(text: string) => Buffer.from(text), gzipSync]) {
      let isClosed = false;
      const chunk = pack(`${LINES}\n`);
      const endless = async function* () {
        try {
          for (;;) yield chunk;
        } finally {
          isClosed = true;
        }
      };
      for await (const found of readSource(endless())) {
        expect(found).toMatchObject({ position: 1 });
        break;
      }
      await expect.poll(() => isClosed).toBe(true);
    }
  });

  it('are closed where they turn out to be no source', async () => {
    let isClosed = false;
    const endless = async function* () {
      try {
        for (;;) yield Buffer.from('%PDF-1.7 ');
      } finally {
        isClosed = true;
      }
    };
    await expect(readAll(readSource(endless()))).rejects.toThrow(/a PDF/);
    expect(isClosed).toBe(true);
  });

  it('may fail to come, which is told as it is', async () => {
    const failing = async function* () {
      yield gzipSync(LINES).subarray(0, 20);
      throw new Error('the disk is gone');
    };
    await expect(readAll(readSource(failing()))).rejects.toThrow('the disk is gone');
  });
});

describe('a format that is named', () => {
  const readAs = (format: string, text: string) => readAll(readSource(bytesOf(text), { format }));

  it('is one of a list, and another is refused with that list', async () => {
    expect(FORMAT_NAMES).toHaveLength(
      new Set([...TEXT_FORMATS, ...JSON_FORMATS].map(({ name }) => name)).size,
    );
    await expect(readAs('docx', LINES)).rejects.toMatchObject({
      code: 'BAD_SOURCE',
      message: expect.stringMatching(/^expected a format of .*jsonl, but got "docx"$/),
    });
  });

  it('is the only one that is tried', async () => {
    await expect(readAs('openalex', '[{"title": "One"}]')).rejects.toThrow(
      /^expected papers as openalex, but got/,
    );
    await expect(readAs('openalex', LISTING)).rejects.toThrow(/^expected JSON, but got something else/);
  });

  it('reads JSON lines whose first lines are all broken, and documents too, as jsonl', async () => {
    expect(await readAs('jsonl', `{"title": "Bro\n{"title": "ken\n${LINES}`)).toMatchObject({
      records: { length: 3 },
      rejects: { length: 2 },
    });
    expect((await readAs('jsonl', `{\n"papers": [${ROWS.join(',\n')}]}`)).records).toHaveLength(3);
  });
});

describe('a file of rejects', () => {
  const rejected = (raw: unknown) =>
    JSON.stringify({ source: 'papers.jsonl', position: 7, reason: 'title: expected a text, but got 2', raw });

  it('is read by the format of what was rejected once it is mended', async () => {
    const work = { id: 'https://openalex.org/W12', title: 'A work of OpenAlex' };
    const lines = [
      rejected('{"title": "Mended"}'),
      rejected({ title: 'An object' }),
      rejected(JSON.stringify(work)),
    ];
    expect(await titlesOf(lines.join('\n'))).toEqual(['1: Mended', '2: An object', '3: A work of OpenAlex']);
    expect(await titlesOf(lines[0]!)).toEqual(['1: Mended']);
  });

  it('may hold texts, which are read by the formats of text', async () => {
    expect(await titlesOf(`${rejected(LISTING)}\n${rejected(ROWS[1])}`)).toEqual([
      '1: Graphs of Papers',
      '2: Two',
    ]);
  });

  it('rejects again what is still not mended, with the raw as it was', async () => {
    const raws = ['{"title": 2}', '{"title": ', '', 'no paper', '{"name": "x"}'];
    const { records, rejects } = await read(raws.map(rejected).join('\n'));
    expect(records).toEqual([]);
    expect(rejects.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    expect(rejects.map(({ raw }) => raw.replace(/ (?=\d)/, ''))).toEqual(
      raws.map((raw) => raw.replace(/ (?=\d)/, '')),
    );
    expect(rejects[2]?.reason).toBe('expected the text of a rejected record, but its raw is empty');
  });
});
