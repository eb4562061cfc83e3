import { describe, expect, it } from 'vitest';
import { PapergraphError } from '../../../src/errors.ts';
import type { Batch, IngestSink } from '../../../src/ingest/ingest-sink.ts';
import { ingestSources, type Input } from '../../../src/ingest/ingest-sources.ts';

const READ_AT = '2026-01-01T00:00:00.000Z';
const BATCH_SIZE = 250;
const RECORDS = 3 * BATCH_SIZE + 10;

/** Long enough that what is looked at to find the format is a few lines and not the whole source. */
const lineOf = (index: number) =>
  `${JSON.stringify({ title: `Paper ${index}`, abstract: 'A word. '.repeat(250) })}\n`;
const LINES_PEEKED = 64;

/** A source of one part for each list of lines; `told` is told of each line when it is read. */
function inputOf(parts: string[][], told: (line: string) => void = () => {}): Input {
  return {
    name: 'papers.jsonl',
    resumable: { key: 'papers.jsonl', fingerprint: '1' },
    size: null,
    readAt: READ_AT,
    async *parts() {
      for (const [index, lines] of parts.entries()) {
        const bytes = (async function* () {
          for (const line of lines) {
            told(line);
            yield new TextEncoder().encode(line);
          }
        })();
        yield { bytes, format: 'jsonl', next: index + 1 < parts.length ? String(index + 1) : null };
      }
    },
  };
}

/** A sink that does with each batch what it is told. */
function sinkOf(write: (batch: Batch, number: number) => Promise<void>): IngestSink & { finished: number } {
  let written = 0;
  const sink = {
    address: 'nowhere',
    batchSize: BATCH_SIZE,
    finished: 0,
    checkpointOf: async () => null,
    forget: async () => {},
    async write(batch: Batch) {
      written += 1;
      await write(batch, written);
      return { created: batch.records.length, updated: 0, unchanged: 0 };
    },
    async finish() {
      sink.finished += 1;
    },
  };
  return sink;
}

describe('ingesting sources', () => {
  const lines = Array.from({ length: RECORDS }, (_, index) => lineOf(index));

  it('reads on while a batch is written, and writes one batch after the other, in order', async () => {
    let read = 0;
    let underWay = 0;
    const seen: { titles: string[]; readAtEnd: number; position: number | undefined }[] = [];
    const sink = sinkOf(async ({ records, checkpoint }) => {
      underWay += 1;
      expect(underWay).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 30));
      underWay -= 1;
      seen.push({
        titles: records.map(({ title }) => title),
        readAtEnd: read,
        position: checkpoint?.position,
      });
    });
    const report = await ingestSources(sink, [inputOf([lines], () => (read += 1))]);
    expect(report).toMatchObject({ read: RECORDS, papers: { created: RECORDS }, failed: [] });
    expect(sink.finished).toBe(1);
    expect(seen.flatMap(({ titles }) => titles)).toEqual(lines.map((_, index) => `Paper ${index}`));
    expect(seen.map(({ position }) => position)).toEqual([
      BATCH_SIZE,
      2 * BATCH_SIZE,
      3 * BATCH_SIZE,
      RECORDS,
    ]);
    // When the first batch was written, the second one had been read, and no more than that is ever held.
    expect(seen[0]?.readAtEnd).toBeGreaterThanOrEqual(2 * BATCH_SIZE);
    for (const [index, { readAtEnd }] of seen.entries()) {
      expect(readAtEnd).toBeLessThanOrEqual((index + 2) * BATCH_SIZE + LINES_PEEKED);
    }
  });

  it('fails with what went wrong in the store, and writes nothing behind the batch that failed', async () => {
    const positions: (number | undefined)[] = [];
    const sink = sinkOf(async ({ checkpoint }, number) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (number === 2) throw new Error('the disk is full');
      positions.push(checkpoint?.position);
    });
    await expect(ingestSources(sink, [inputOf([lines])])).rejects.toThrow('the disk is full');
    expect(positions).toEqual([BATCH_SIZE]);
    expect(sink.finished).toBe(0);
  });

  it('keeps what was read of a source before it broke off, and goes on with the next source', async () => {
    const titles: string[] = [];
    const sink = sinkOf(async ({ records }) => {
      titles.push(...records.map(({ title }) => title));
    });
    const broken = inputOf([lines], (line) => {
      if (line === lineOf(300)) throw new PapergraphError('BAD_SOURCE', 'broken off');
    });
    const report = await ingestSources(sink, [broken, inputOf([[lineOf(7)]])]);
    expect(titles).toEqual([...lines.slice(0, 300).map((_, index) => `Paper ${index}`), 'Paper 7']);
    expect(report).toMatchObject({ read: 301, failed: [{ source: 'papers.jsonl', reason: 'broken off' }] });
    expect(sink.finished).toBe(1);
  });

  it('says behind each part where to go on', async () => {
    const checkpoints: unknown[] = [];
    const sink = sinkOf(async ({ checkpoint }) => {
      checkpoints.push([checkpoint?.cursor, checkpoint?.position]);
    });
    await ingestSources(sink, [inputOf([[lineOf(0)], [lineOf(1), lineOf(2)]])]);
    expect(checkpoints).toEqual([
      ['1', 0],
      [null, 2],
    ]);
  });
});
