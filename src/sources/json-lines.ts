import { messageOf } from '../errors.ts';
import { rejectOf } from './check-record.ts';
import { claim, readItem, unclaimed } from './json-items.ts';
import { parseJson } from './parse-json.ts';
import type { Formats } from './formats.ts';
import type { ReadOptions, Reject, SourceRecord } from './reading.ts';
import { rawOfRejected, readRejected } from './rejected.ts';
import { linesIn } from './text-lines.ts';

const LONGEST_LINE_MIB = 16;

/**
 * Reads JSON lines: a value, such as a paper, on each line that is not blank. A line that is no JSON, that no format
 * claims or that is longer than 16 MiB is a reject with its number, and the lines behind it are read all the same.
 */
export async function* readJsonLines(
  pieces: AsyncIterable<string>,
  formats: Formats,
  options: ReadOptions,
): AsyncGenerator<SourceRecord | Reject> {
  for await (const { number, text } of linesIn(pieces, LONGEST_LINE_MIB * 2 ** 20)) {
    if (text === null) {
      yield rejectOf(number, `expected a line of at most ${LONGEST_LINE_MIB} MiB, but got a longer one`, '');
    } else {
      yield* readLine(text, number, formats, options);
    }
  }
}

function* readLine(
  text: string,
  number: number,
  formats: Formats,
  options: ReadOptions,
): Generator<SourceRecord | Reject> {
  let value;
  try {
    value = parseJson(text);
  } catch (error) {
    yield rejectOf(number, messageOf(error), text);
    return;
  }
  const raw = rawOfRejected(value);
  const claimed = claim(value, formats.json);
  if (raw !== undefined) yield* readRejected(raw, number, formats, options);
  else if (claimed === null) yield rejectOf(number, unclaimed(value, formats.json), text);
  else for (const item of claimed.items) yield* readItem(claimed.format, item, number);
}
