import { paperRecord } from '../model/paper.ts';
import { describeIssue } from './describe-issue.ts';
import type { FoundRecord, Reject, SourceRecord } from './reading.ts';

const LARGEST_RAW = 2 ** 20;

/** The checked record, or a reject with the field that is not as expected. `rawOf` gives the source's own text of it. */
export function checkRecord({ position, record }: FoundRecord, rawOf: () => string): SourceRecord | Reject {
  const checked = paperRecord.safeParse(record, { reportInput: true });
  return checked.success
    ? { position, record: checked.data }
    : rejectOf(position, describeIssue(checked.error), rawOf());
}

/** A reject. Of a text of more than 1 MiB it says only how large it is. */
export function rejectOf(position: number, reason: string, raw: string): Reject {
  const size = Buffer.byteLength(raw);
  if (size > LARGEST_RAW) {
    return {
      position,
      reason: `${reason} (its text of ${size} bytes is too large to be kept here)`,
      raw: '',
    };
  }
  // A part of a text keeps all of it in memory; a copy does not.
  return { position, reason, raw: Buffer.from(raw).toString() };
}
