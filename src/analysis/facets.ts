import { SOURCES, type Source } from '../model/source.ts';
import { degreeOf } from './adjacency.ts';
import { derived } from './derived.ts';
import { everyPaper, numbersOf, type PaperSet } from './paper-set.ts';
import { dateOfDay, UNKNOWN, type NodeKind, type Projection } from './projection.ts';
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
  const isWholeGraph = set.kind === 'EVERY' && projection.counts === null;
  const counts = isWholeGraph ? projection.links[kind].backward.lengths : linkCounts(projection, set, kind);
  const ranking = isWholeGraph ? rankedNodes(projection, kind) : rankedByCount(projection, kind, counts);
  const { keys } = projection.nodes[kind];
  return ranking
    .slice(0, Math.min(first, ranking.count))
    .map((node) => ({ value: keys[node] ?? '', count: counts[node] ?? 0 }))
    .filter(({ count }) => count > 0);
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
  return set.kind === 'EVERY' ? derived(projection, yearsOfEveryPaper) : yearsOf(projection, set);
}

/** The sources that say something of papers of a set, those of most papers first. */
export function countSources(projection: Projection, set: PaperSet): Facet<Source>[] {
  return set.kind === 'EVERY' ? derived(projection, sourcesOfEveryPaper) : sourcesOf(projection, set);
}

/** How many papers of a set have a repository, and how many have none, what most papers have first. */
export function countHasRepo(projection: Projection, set: PaperSet): Facet<boolean>[] {
  return set.kind === 'EVERY' ? derived(projection, hasRepoOfEveryPaper) : hasRepoOf(projection, set);
}

const yearsOfEveryPaper = (projection: Projection) => yearsOf(projection, everyPaper(projection));
const sourcesOfEveryPaper = (projection: Projection) => sourcesOf(projection, everyPaper(projection));
const hasRepoOfEveryPaper = (projection: Projection) => hasRepoOf(projection, everyPaper(projection));

function yearsOf(projection: Projection, set: PaperSet): Facet<number>[] {
  const { publishedOn } = projection.papers;
  const days = Int32Array.from(numbersOf(projection, set), (paper) => publishedOn[paper] ?? UNKNOWN).sort();
  const counts = new Map<number, number>();
  // In order, papers of one day stand together: far fewer days than papers are to be taken apart.
  for (let place = 0; place < days.length;) {
    const start = place;
    while (place < days.length && days[place] === days[start]) place += 1;
    const date = dateOfDay(days[start] ?? UNKNOWN);
    if (date === null) continue;
    const year = Number(date.slice(0, 'YYYY'.length));
    counts.set(year, (counts.get(year) ?? 0) + place - start);
  }
  return facetsOf(counts, (a, b) => b.value - a.value);
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
