import { compareText } from '../collections.ts';
import type { Observation } from './observation.ts';
import type { Fact, PaperRecord } from './paper.ts';

/** A record of which everything has its time. */
export type TimedRecord = PaperRecord & { at: string };

/** Whether a record says something of a fact. */
export function says(record: PaperRecord, fact: Fact): boolean {
  const value = record[fact];
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

/** When a record's source said a fact. */
export function timeOf(record: TimedRecord, fact: Fact): string {
  return record.times[fact] ?? record.at;
}

/** All that was observed, in order; where a metric has two values at one moment, the larger one. */
export function mergeObservations<Seen extends Observation>(a: readonly Seen[], b: readonly Seen[]): Seen[] {
  const seen = new Map<string, Seen>();
  for (const observation of [...a, ...b]) {
    const key = `${observation.metric} ${observation.at}`;
    const known = seen.get(key);
    if (known === undefined || known.value < observation.value) seen.set(key, observation);
  }
  return [...seen.values()].sort(
    (x, y) => compareText(x.metric, y.metric) || compareText(x.at ?? '', y.at ?? ''),
  );
}
