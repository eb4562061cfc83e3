import { compareText, unique } from '../collections.ts';
import { FACTS, type Fact, type PaperRecord } from '../model/paper.ts';
import type { Observation } from '../model/observation.ts';

/** A record of which everything has its time. */
export type TimedRecord = PaperRecord & { at: string };

/**
 * Gives a record the moment at which it was read, where it does not say when its source spoke, and the form in which
 * merged records are: the same words give the same record, be they said once or twice.
 */
export function stampRecord(record: PaperRecord, readAt: string): TimedRecord {
  const at = record.at ?? readAt;
  const observations = record.observations.map((seen) => ({ ...seen, at: seen.at ?? at }));
  const stamped = { ...record, at, observations };
  return mergeRecords(stamped, stamped);
}

/** Whether a record says something of a fact. */
export function says(record: PaperRecord, fact: Fact): boolean {
  const value = record[fact];
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

/** When a record's source said a fact. */
export function timeOf(record: TimedRecord, fact: Fact): string {
  return record.times[fact] ?? record.at;
}

/**
 * What a source says of a paper after it has spoken twice: of each fact the word that is later, and what only one of
 * them says. Whatever the order in which any number of records are merged, the outcome is the same.
 */
export function mergeRecords(a: TimedRecord, b: TimedRecord): TimedRecord {
  const at = a.at > b.at ? a.at : b.at;
  const merged: TimedRecord = {
    ...a,
    at,
    times: {},
    observations: mergeObservations(a.observations, b.observations),
    apart: unique([...a.apart, ...b.apart]).sort(),
  };
  for (const fact of FACTS) {
    const spoken = laterOf(a, b, fact);
    Object.assign(merged, { [fact]: spoken[fact] });
    const time = timeOf(spoken, fact);
    if (says(spoken, fact) && time !== at) merged.times[fact] = time;
  }
  return merged;
}

function laterOf(a: TimedRecord, b: TimedRecord, fact: Fact): TimedRecord {
  if (!says(b, fact)) return a;
  if (!says(a, fact)) return b;
  const order =
    compareText(timeOf(a, fact), timeOf(b, fact)) || compareText(textOf(a[fact]), textOf(b[fact]));
  return order < 0 ? b : a;
}

/** Of two that say different things at one moment, the choice must not depend on which came first. */
function textOf(value: PaperRecord[Fact]): string {
  return JSON.stringify(value);
}

/** All that was observed, in order; where a metric has two values at one moment, the larger one. */
export function mergeObservations(a: readonly Observation[], b: readonly Observation[]): Observation[] {
  const seen = new Map<string, Observation>();
  for (const observation of [...a, ...b]) {
    const key = `${observation.metric} ${observation.at}`;
    const known = seen.get(key);
    if (known === undefined || known.value < observation.value) seen.set(key, observation);
  }
  return [...seen.values()].sort(
    (x, y) => compareText(x.metric, y.metric) || compareText(x.at ?? '', y.at ?? ''),
  );
}
