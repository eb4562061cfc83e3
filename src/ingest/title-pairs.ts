import type { TimedRecord } from '../model/timed-record.ts';
import { firstAuthorOf, yearOf } from './record-keys.ts';

/** A preprint of December is an article of January. */
export const MOST_YEARS_APART = 1;

const ANY = '*';
const NOT_TOLD = '-';

/**
 * Pairs of records of one title of which each agrees with the other in year and first author, as far as both tell them:
 * those of the first record in order, then those of the second with what follows it, and so on. Thousands of papers
 * have titles such as "Editorial", so records are looked up by what they say and not compared each with each. `idKindsOf`
 * tells, a bit a kind, which ids the paper of a record has by now: papers that both have an id of one kind are not
 * paired. While pairs are read, papers may become one, and so have more kinds of ids, never fewer.
 */
export function* titlePairs<Item extends { record: TimedRecord }>(
  group: readonly Item[],
  idKindsOf: (item: Item) => number,
): Generator<[Item, Item]> {
  const index = new Map<number, Map<string, number[]>>();
  for (const [position, item] of group.entries()) {
    const ofKinds = entryOf(index, idKindsOf(item), () => new Map<string, number[]>());
    for (const place of placesOf(item.record)) entryOf(ofKinds, place, () => []).push(position);
  }
  const find = (places: readonly string[], without: number, after: number) =>
    [...index]
      .filter(([kinds]) => (kinds & without) === 0)
      .flatMap(([, ofKinds]) => places.map((place) => ofKinds.get(place) ?? []))
      .flatMap((positions) => positions.slice(firstAfter(positions, after)))
      .sort((x, y) => x - y);
  for (const [position, a] of group.entries()) {
    const places = placesThatAgree(a.record);
    let [last, kinds] = [position, -1];
    // What its paper has become part of may have ids that rule out the rest.
    while (kinds !== idKindsOf(a)) {
      kinds = idKindsOf(a);
      for (const other of find(places, kinds, last)) {
        const b = group[other];
        if (b === undefined || (idKindsOf(b) & kinds) !== 0) continue;
        last = other;
        yield [a, b];
        if (kinds !== idKindsOf(a)) break;
      }
    }
  }
}

/** Where in a sorted list the first number is that is larger than a given one. */
function firstAfter(sorted: readonly number[], given: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) <= given) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Where a record is found: under its year and first author, and under any of them, which those ask for that tell none. */
function placesOf(record: TimedRecord): string[] {
  return placesBetween([ANY, told(yearOf(record))], [ANY, told(firstAuthorOf(record))]);
}

/** Where those are found that agree with a record, each at one place. */
function placesThatAgree(record: TimedRecord): string[] {
  const [year, author] = [yearOf(record), firstAuthorOf(record)];
  const offsets = Array.from({ length: 2 * MOST_YEARS_APART + 1 }, (_, index) => index - MOST_YEARS_APART);
  return placesBetween(
    year === null ? [ANY] : [NOT_TOLD, ...offsets.map((offset) => told(year + offset))],
    author === null ? [ANY] : [NOT_TOLD, told(author)],
  );
}

function placesBetween(years: readonly string[], authors: readonly string[]): string[] {
  return years.flatMap((year) => authors.map((author) => `${year} ${author}`));
}

function told(value: string | number | null): string {
  return value === null ? NOT_TOLD : `=${value}`;
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
