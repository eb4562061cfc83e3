import type { PaperRecord } from '../model/paper.ts';

/** A paper as a source tells it. `position` is the line, counted from 1, on which it begins. */
export type SourceRecord = { position: number; record: PaperRecord };

/** A record that can't be kept: where it stands, and what was expected there. */
export type Reject = { position: number; reason: string };

/** All that one source holds: what could be read, and what could not. */
export type Reading = { records: SourceRecord[]; rejects: Reject[] };
