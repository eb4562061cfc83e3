import { compareText, unique } from '../collections.ts';
import { FACTS, type Fact, type PaperRecord } from '../model/paper.ts';
import { mergeObservations, says, timeOf, type TimedRecord } from '../model/timed-record.ts';

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
