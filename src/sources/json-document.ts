import { messageOf, PapergraphError } from '../errors.ts';
import { claim, readItem, unclaimed } from './json-items.ts';
import { parseJson } from './parse-json.ts';
import type { Formats } from './formats.ts';
import type { ReadOptions, Reject, SourceRecord } from './reading.ts';
import { rawOfRejected, readRejected } from './rejected.ts';

/**
 * Reads a whole JSON document, whose items are numbered from 1. Throws `BAD_SOURCE` where it is no JSON or no format
 * claims it.
 */
export function* readJsonDocument(
  text: string,
  formats: Formats,
  options: ReadOptions,
): Generator<SourceRecord | Reject> {
  const value = parseDocument(text);
  const raw = rawOfRejected(value);
  if (raw !== undefined) {
    yield* readRejected(raw, 1, formats, options);
    return;
  }
  const claimed = claim(value, formats.json);
  if (claimed === null) throw new PapergraphError('BAD_SOURCE', unclaimed(value, formats.json));
  for (const [index, item] of claimed.items.entries()) yield* readItem(claimed.format, item, index + 1);
}

function parseDocument(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw new PapergraphError('BAD_SOURCE', messageOf(error), { cause: error });
  }
}
