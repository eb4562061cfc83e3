import { SOURCES, type Source } from '../model/source.ts';
import { degreeOf } from './adjacency.ts';
import { numbersOf, type PaperSet } from './paper-set.ts';
import { UNKNOWN, type NodeKind, type Projection } from './projection.ts';
import { rankedByCount, rankedNodes } from './ranked-nodes.ts';

/** A value, and how many papers of a set have it. */
export type Facet<Value> = { value: Value; count: number };

/** The nodes that papers of a set are linked to, by key, those of most papers first, ties by key: at most `first`. */
export function countLinked(
  projection: Projection,
  set: PaperSet,
  kind: Exclude<NodeKind, 'PAPER'>,
  first: number,
): Facet<string>[] {
  return counted(set, `${kind} ${first}`, () => {
    const isWholeGraph = set.kind === 'EVERY' && projection.counts === null;
    const ranking = isWholeGraph
      ? rankedNodes(projection, kind)
      : rankedByCount(projection, kind, linkCounts(projection, set, kind));
    const { keys } = projection.nodes[kind];
    return ranking
      .slice(0, Math.min(first, ranking.count))
      .map((node) => ({ value: keys[node] ?? '', count: Number(ranking.keyOf(node)[0]) }))
      .filter(({ count }) => count > 0);
  });
}

/** How many papers of a set are linked to each node of a kind, by number of the node; counted once. Not to be changed. */
export function linkCountsOnce(
  projection: Projection,
  set: PaperSet,
  kind: Exclude<NodeKind, 'PAPER'>,
): Uint32Array {
  return counted(set, `links to ${kind}`, () => linkCounts(projection, set, kind));
}

/** How many papers of a set are linked to each node of a kind, by number of the node. */
export function linkCounts(
  projection: Projection,
  set: PaperSet,
  kind: Exclude<NodeKind, 'PAPER'>,
): Uint32Array {
  const counts = new Uint32Array(projection.nodes[kind].keys.length);
  const { slots, starts, lengths } = projection.links[kind].forward;
  for (const paper of numbersOf(projection, set)) {
    const start = starts[paper] ?? 0;
    const end = start + (lengths[paper] ?? 0);
    for (let slot = start; slot < end; slot += 1) {
      const node = slots[slot] ?? 0;
      counts[node] = (counts[node] ?? 0) + 1;
    }
  }
  return counts;
}

/** The years in which papers of a set were published, the newest first. */
export function countYears(projection: Projection, set: PaperSet): Facet<number>[] {
  return counted(set, 'years', () => yearsOf(projection, set));
}

/** The sources that say something of papers of a set, those of most papers first. */
export function countSources(projection: Projection, set: PaperSet): Facet<Source>[] {
  return counted(set, 'sources', () => sourcesOf(projection, set));
}

/** How many papers of a set have a repository, and how many have none, what most papers have first. */
export function countHasRepo(projection: Projection, set: PaperSet): Facet<boolean>[] {
  return counted(set, 'hasRepo', () => hasRepoOf(projection, set));
}

const known = new WeakMap<PaperSet, Map<string, unknown>>();

/** What is counted in a set, once: sets that are asked for again are the same. Names tell apart what is counted. */
export function counted<Value>(set: PaperSet, name: string, count: () => Value): Value {
  const facets = known.get(set) ?? new Map<string, unknown>();
  known.set(set, facets);
  if (!facets.has(name)) facets.set(name, count());
  return facets.get(name) as Value;
}

function yearsOf(projection: Projection, set: PaperSet): Facet<number>[] {
  const { publishedOn } = projection.papers;
  const counts = new Map<number, number>();
  for (const paper of numbersOf(projection, set)) {
    const day = publishedOn[paper] ?? UNKNOWN;
    if (day === UNKNOWN) continue;
    const year = yearOf(day);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return facetsOf(counts, (a, b) => b.value - a.value);
}

const DAYS_PER_YEAR = 365.2425;

/** The year of a day: too many days are asked for to make a date of each. */
function yearOf(day: number): number {
  const guess = 1970 + Math.floor(day / DAYS_PER_YEAR);
  if (day < firstDayOf(guess)) return guess - 1;
  return day < firstDayOf(guess + 1) ? guess : guess + 1;
}

/** The days from 1970-01-01 to the first day of a year of the Gregorian calendar. */
function firstDayOf(year: number): number {
  const leapDaysBefore = (to: number) => Math.floor(to / 4) - Math.floor(to / 100) + Math.floor(to / 400);
  return 365 * (year - 1970) + leapDaysBefore(year - 1) - leapDaysBefore(1969);
}

function sourcesOf(projection: Projection, set: PaperSet): Facet<Source>[] {
  const { sources } = projection.papers;
  const counts = new Uint32Array(SOURCES.length);
  for (const paper of numbersOf(projection, set)) {
    for (let bits = sources[paper] ?? 0; bits !== 0; bits &= bits - 1) {
      const source = 31 - Math.clz32(bits & -bits);
      counts[source] = (counts[source] ?? 0) + 1;
    }
  }
  return facetsOf(
    SOURCES.map((name, index) => [name, counts[index] ?? 0] as const),
    byCount,
  );
}

function hasRepoOf(projection: Projection, set: PaperSet): Facet<boolean>[] {
  let count = 0;
  for (const paper of numbersOf(projection, set)) {
    if (degreeOf(projection.links.REPO.forward, paper) > 0) count += 1;
  }
  return facetsOf(
    [
      [true, count],
      [false, set.size - count],
    ],
    byCount,
  );
}

function facetsOf<Value>(
  counts: Iterable<readonly [value: Value, count: number]>,
  compare: (a: Facet<Value>, b: Facet<Value>) => number,
): Facet<Value>[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .filter(({ count }) => count > 0)
    .sort(compare);
}

function byCount(a: Facet<unknown>, b: Facet<unknown>): number {
  return b.count - a.count;
}
