import { PapergraphError } from '../errors.ts';
import { checkRecord, rejectOf } from './check-record.ts';
import type { Found, ReadOptions, Reject, SourceRecord, TextFormat } from './reading.ts';

/** How many characters of a text its format is told from. */
export const HEAD_LENGTH = 65_536;

/**
 * Reads a text by the first of the formats that it looks like, or else by the last. Throws `BAD_SOURCE` where it holds
 * no paper. A record that can't be kept is a reject; its `raw` is then the record, as JSON.
 */
export function* readText(
  text: string,
  formats: readonly TextFormat[],
  options: ReadOptions,
): Generator<SourceRecord | Reject> {
  const head = text.slice(0, HEAD_LENGTH);
  const format = formats.find(({ detect }) => detect(head));
  for (const found of format?.read(text, options) ?? readAsLast(text, formats, options)) {
    yield 'record' in found
      ? checkRecord(found, () => JSON.stringify(found.record))
      : rejectOf(found.position, found.reason, found.raw);
  }
}

function* readAsLast(text: string, formats: readonly TextFormat[], options: ReadOptions): Generator<Found> {
  const last = formats.at(-1);
  if (last === undefined) throw new PapergraphError('BAD_SOURCE', 'expected JSON, but got another text');
  try {
    yield* last.read(text, options);
  } catch (error) {
    if (!(error instanceof PapergraphError) || formats.length === 1) throw error;
    const names = [...new Set(formats.map(({ name }) => name))].join(', ');
    throw new PapergraphError(
      'BAD_SOURCE',
      `expected a text as ${names}, but got one that looks like none of them; as ${last.name}: ${error.message}`,
      { cause: error },
    );
  }
}
