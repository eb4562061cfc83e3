import { z } from 'zod';
import { messageOf } from '../errors.ts';
import { rejectOf } from './check-record.ts';
import { claim, readItem, unclaimed } from './json-items.ts';
import { isJson, parseJson } from './parse-json.ts';
import { readText } from './read-text.ts';
import type { Formats } from './formats.ts';
import type { ReadOptions, Reject, SourceRecord } from './reading.ts';

/** A line of the file that `--rejects` writes. */
const rejected = z.object({ position: z.number(), reason: z.string(), raw: z.unknown() });

/** The text or item that was rejected, where a value is a line of a file of rejects; undefined where it is none. */
export function rawOfRejected(value: unknown): unknown {
  const checked = rejected.safeParse(value);
  return checked.success ? checked.data.raw : undefined;
}

/**
 * Reads what was rejected once and has been mended since: an item, or the text of it. Everything that is found has the
 * given position. What can't be read still is a reject.
 */
export function* readRejected(
  raw: unknown,
  position: number,
  formats: Formats,
  options: ReadOptions,
): Generator<SourceRecord | Reject> {
  const text = typeof raw === 'string' ? raw : JSON.stringify(raw);
  try {
    if (text.trim() === '') throw new Error('expected the text of a rejected record, but its raw is empty');
    if (typeof raw === 'string' && !isJson(raw) && !raw.startsWith('"')) {
      for (const found of readText(raw, formats.text, options)) yield { ...found, position };
      return;
    }
    const value = typeof raw === 'string' ? parseJson(raw) : raw;
    // An item of a list may be of a kind that is known only as such.
    const claimed = claim(value, formats.json) ?? claim([value], formats.json);
    if (claimed === null) throw new Error(unclaimed(value, formats.json));
    for (const item of claimed.items) yield* readItem(claimed.format, item, position);
  } catch (error) {
    yield rejectOf(position, messageOf(error), text);
  }
}
