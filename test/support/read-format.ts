import type { FoundRecord, ReadOptions, Reject, TextFormat } from '../../src/sources/reading.ts';

/** What a format reads of a text, records and rejects apart. */
export type FormatReading = { records: FoundRecord[]; rejects: Reject[] };

/** Reads a text by one format. */
export function readFormat(format: TextFormat, text: string, options: ReadOptions = {}): FormatReading {
  const found = [...format.read(text, options)];
  return {
    records: found.filter((one) => 'record' in one),
    rejects: found.filter((one) => 'reason' in one),
  };
}
