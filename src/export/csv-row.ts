import { stringify } from 'csv-stringify/sync';

/** A row of CSV (RFC 4180) with its line break. Texts are written as they are, also those that a spreadsheet takes for formulas. */
export function csvRow(cells: readonly (string | number | null | undefined)[]): string {
  return stringify([cells], { record_delimiter: 'windows' });
}
