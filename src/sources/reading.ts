import type { PaperRecord, PaperRecordInput } from '../model/paper.ts';

/** A record that a reader found, with the line or item, counted from 1, at which it begins. */
export type FoundRecord = { position: number; record: PaperRecordInput };

/** What can't be kept: where it stands, what was expected there, and the source's own text of it. */
export type Reject = { position: number; reason: string; raw: string };

/** What a reader finds one after the other. */
export type Found = FoundRecord | Reject;

/** A checked record with its place. */
export type SourceRecord = { position: number; record: PaperRecord };

/** How to read sources. `listedOn` (`YYYY-MM-DD`) is the day of a listing and gives the year that its dates omit. */
export type ReadOptions = { listedOn?: string | undefined };

/**
 * A format of text that is read as a whole. `detect` is given the first 64 KiB (or all, if shorter). `read` throws
 * `BAD_SOURCE` where the text holds no paper at all of the format and was not meant to be empty.
 */
export type TextFormat = {
  name: string;
  detect: (head: string) => boolean;
  read: (text: string, options: ReadOptions) => Iterable<Found>;
};

/**
 * A format of JSON values. `itemsOf` answers with the papers' items in a whole document, or in one line of JSON lines;
 * null where the value is not of this format. `readItem` makes a record of an item and throws an `Error` that says
 * what was expected where the item can't be kept.
 */
export type JsonFormat = {
  name: string;
  itemsOf: (document: unknown) => unknown[] | null;
  readItem: (item: unknown) => PaperRecordInput[];
};
