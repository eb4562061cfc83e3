import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Reject, SourceRecord } from '../../../src/sources/reading.ts';
import { readSource } from '../../../src/sources/read-source.ts';
import { bytesOf, readAll } from '../../support/source-bytes.ts';

const MIB = 2 ** 20;
/** More than the largest document, its text and its pieces take, and much less than the sources below have. */
const MOST_MEMORY = 200 * MIB;

const read = (...chunks: readonly (string | Uint8Array)[]) => readAll(readSource(bytesOf(...chunks)));
const refusal = (message: RegExp) => ({ code: 'BAD_SOURCE', message: expect.stringMatching(message) });

describe('a source that is refused', () => {
  const afterLines = (bytes: Uint8Array) =>
    Buffer.concat([Buffer.from('{"title": "One"}\n'.repeat(5000)), bytes]);

  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /^expected papers, but got an empty source$/],
    ['white space', ' \n\t'.repeat(100_000), /empty source/],
    ['a gzip file of nothing', gzipSync(''), /empty source/],
    [
      'a ZIP archive',
      Buffer.from('PK\x03\x04\0\0'),
      /^expected text in UTF-8, but got .*: it looks like a ZIP archive/,
    ],
    ['a PDF', '%PDF-1.7\n', /looks like a PDF$/],
    ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /looks like an image$/],
    ['gzip in gzip', gzipSync(gzipSync('{}')), /looks like gzip data inside gzip data: unpack it first$/],
    [
      'UTF-16 without a mark',
      Buffer.from('[{"title": "One"}]', 'utf16le'),
      /looks like text in UTF-16 without/,
    ],
    ['NUL bytes', '{"title": "O\0ne"}', /it holds NUL bytes, the first one near byte 12$/],
    ['NUL bytes far behind', afterLines(Uint8Array.of(0)), /NUL bytes, the first one near byte 85000$/],
    [
      'Latin-1',
      Buffer.from('[{"title": "Caf\xe9"}]', 'latin1'),
      /: byte 15 is in another encoding, perhaps Windows-1252/,
    ],
    [
      'Latin-1 far behind',
      afterLines(Buffer.from('"\xe9"', 'latin1')),
      /: byte 85001 is in another encoding/,
    ],
    [
      'cut off in a character',
      Buffer.from('{"title": "é').subarray(0, 12),
      /ends within a character: was the file cut/,
    ],
    [
      'gzip data cut off',
      gzipSync('{"title": "One"}').subarray(0, 30),
      /^expected gzip data, but .*: was the file cut off/,
    ],
    [
      'damaged gzip data',
      Buffer.from([0x1f, 0x8b, 9, 9, 9, 9, 9, 9]),
      /^expected gzip data, but got data that can't/,
    ],
    [
      'cut-off JSON',
      '[\n{"title": "One"},\n{"ti',
      /^expected JSON, but it ends at line 3, column 5 before .*cut off\?$/,
    ],
    [
      'broken JSON',
      '[\n{"title": One}\n]',
      /^expected JSON, but got something else at line 2, column 11: Unexpected/,
    ],
    [
      'JSON nested too deep',
      '['.repeat(100_000),
      /^expected JSON with at most 256 levels of nesting, but got more$/,
    ],
    [
      'JSON of no format',
      '{"error": "no"}',
      /^expected papers as .*jsonl, but got an object with the fields error$/,
    ],
    ['a list of no format', '[{"name": "x"}, 2]', /^expected papers as .*jsonl, but got a list of 2$/],
    [
      'prose',
      'Just some prose.',
      /^expected a text as .*, but got one that looks like none of them; as .*: no paper found: expected/,
    ],
  ])('is %s', async (_case, bytes, message) => {
    await expect(read(bytes)).rejects.toMatchObject(refusal(message));
  });
});

describe('the memory that a source takes is bounded for', () => {
  /** A text of repeated parts of 1 MiB between a beginning and an end. */
  async function* large(
    begin: string,
    part: string,
    mebibytes: number,
    end: string,
  ): AsyncGenerator<Uint8Array> {
    yield Buffer.from(begin);
    const chunk = Buffer.from(part.repeat(Math.ceil(MIB / part.length)));
    for (let sent = 0; sent < mebibytes; sent++) yield chunk;
    yield Buffer.from(end);
  }

  const inUse = () => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };

  /** Reads a source, and sees at every chunk of it that the memory in use has stayed within bounds. */
  async function* readWithin(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<SourceRecord | Reject> {
    const before = inUse();
    const watched = async function* () {
      for await (const chunk of bytes) {
        expect(inUse() - before).toBeLessThan(MOST_MEMORY);
        yield chunk;
      }
    };
    yield* readSource(watched());
    expect(inUse() - before).toBeLessThan(MOST_MEMORY);
  }

  async function countOf(bytes: AsyncIterable<Uint8Array>): Promise<{ records: number; rejects: unknown[] }> {
    let records = 0;
    const rejects: unknown[] = [];
    for await (const found of readWithin(bytes)) {
      if ('record' in found) records++;
      else rejects.push(found);
    }
    return { records, rejects };
  }

  const line = `${JSON.stringify({ title: 'Large', abstract: 'abstract '.repeat(3640) })}\n`;

  it('300 MiB of JSON lines', { timeout: 60_000 }, async () => {
    const { records, rejects } = await countOf(large('', line, 300, ''));
    expect(records).toBeGreaterThan(9000);
    expect(rejects).toEqual([]);
  });

  it(
    'a line of 300 MiB, which is rejected, between others, which are read',
    { timeout: 60_000 },
    async () => {
      const bytes = large(`${line}{"title": "`, 'long ', 300, `"}\n${line}`);
      expect(await countOf(bytes)).toEqual({
        records: 2,
        rejects: [
          { position: 2, reason: 'expected a line of at most 16 MiB, but got a longer one', raw: '' },
        ],
      });
    },
  );

  it.each([
    ['a JSON document', '[{"title": "One"}', ', {"title": "One"}'],
    ['JSON on one line without an end', '{"title": "', 'long '],
    ['a text', 'Title\n', 'Some words. '],
  ])('%s of 300 MiB, which is refused', { timeout: 60_000 }, async (_case, begin, part) => {
    await expect(countOf(large(begin, part, 300, ''))).rejects.toMatchObject(
      refusal(/^expected a document of at most 64 MiB, but got a larger one: split it, or give JSON lines/),
    );
  });

  it('gzip bombs', { timeout: 60_000 }, async () => {
    const bomb = (text: string) => {
      const member = gzipSync(text.repeat(Math.ceil((10 * MIB) / text.length)));
      return bytesOf(...Array.from({ length: 30 }, () => member));
    };
    await expect(countOf(bomb('\0'))).rejects.toMatchObject(refusal(/NUL bytes/));
    await expect(countOf(bomb('x'))).rejects.toMatchObject(refusal(/at most 64 MiB/));
    await expect(countOf(bomb('[{},'))).rejects.toMatchObject(refusal(/at most 64 MiB/));
  });

  it('the rejects of JSON lines that hold no papers', { timeout: 60_000 }, async () => {
    const bad = `${JSON.stringify({ name: 'x', filler: 'filler '.repeat(9000) })}\n{"name": "kept"}\n`;
    const kept: string[] = [];
    for await (const found of readWithin(large('', bad, 300, ''))) {
      if ('raw' in found && found.raw.length < 100) kept.push(found.raw);
    }
    expect(kept.length).toBeGreaterThan(3000);
  });
});
