import { z } from 'zod';
import { messageOf } from '../errors.ts';
import { checkRecord, rejectOf } from './check-record.ts';
import { describeIssue } from './describe-issue.ts';
import { describeValue } from './describe-value.ts';
import type { JsonFormat, Reject, SourceRecord } from './reading.ts';

/** The papers' items in a JSON value, and the format that reads them. */
type Claim = { format: JsonFormat; items: unknown[] };

/** Offers a JSON value to the formats in turn. Null where none claims it. */
export function claim(value: unknown, formats: readonly JsonFormat[]): Claim | null {
  for (const format of formats) {
    const items = format.itemsOf(value);
    if (items !== null) return { format, items };
  }
  return null;
}

/** Says that no format claims a value. */
export function unclaimed(value: unknown, formats: readonly JsonFormat[]): string {
  const names = [...new Set(formats.map(({ name }) => name))];
  return `expected papers as ${names.join(', ')}, but got ${describeValue(value)}`;
}

/** The records of an item, or a reject that says why it has none. */
export function* readItem(
  format: JsonFormat,
  item: unknown,
  position: number,
): Generator<SourceRecord | Reject> {
  const rawOf = () => JSON.stringify(item);
  let records;
  try {
    records = format.readItem(item);
  } catch (error) {
    yield rejectOf(position, error instanceof z.ZodError ? describeIssue(error) : messageOf(error), rawOf());
    return;
  }
  for (const record of records) yield checkRecord({ position, record }, rawOf);
}
