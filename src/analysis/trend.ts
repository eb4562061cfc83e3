import { neighboursOf } from './adjacency.ts';
import { counted } from './facets.ts';
import { countByInterval, type Interval } from './intervals.ts';
import { listedIn, numbersOf, type PaperSet } from './paper-set.ts';
import { UNKNOWN, type Projection } from './projection.ts';
import type { LinkedKind } from './shared-papers.ts';

/** Papers of a set by interval of publication, without gaps: the first interval's number, and the counts from it on. */
export type Series = {
  interval: Interval;
  first: number;
  /** How many papers each interval has that are linked to a node. */
  counts: Uint32Array;
  /** How many papers each interval has in all. */
  paperCounts: Uint32Array;
};

/**
 * How many papers of a set each interval has, and how many of them are linked to a node, by its key: over all intervals from
 * the first to the last in which a paper of the set was published. Papers without a date are in none.
 */
export function seriesOf(
  projection: Projection,
  set: PaperSet,
  kind: LinkedKind,
  key: string,
  interval: Interval,
): Series {
  const { first, counts: paperCounts } = counted(set, `by ${interval}`, () =>
    countByInterval(daysOf(projection, numbersOf(projection, set)), interval),
  );
  const node = projection.nodes[kind].numberOf.get(key);
  const papers =
    node === undefined
      ? new Uint32Array(0)
      : numbersOf(projection, listedIn(projection, set, neighboursOf(projection.links[kind].backward, node)));
  const own = countByInterval(daysOf(projection, papers), interval);
  const counts = new Uint32Array(paperCounts.length);
  if (own.counts.length > 0) counts.set(own.counts, own.first - first);
  return { interval, first, counts, paperCounts };
}

/** The same from the first interval on that has a paper which is linked to the node; nothing where none has. */
export function sinceFirstPaper({ interval, first, counts, paperCounts }: Series): Series {
  const start = counts.findIndex((count) => count > 0);
  const from = start === -1 ? counts.length : start;
  return {
    interval,
    first: first + from,
    counts: counts.subarray(from),
    paperCounts: paperCounts.subarray(from),
  };
}

function daysOf({ papers }: Projection, numbers: Uint32Array): Int32Array {
  const days = new Int32Array(numbers.length);
  let size = 0;
  for (const paper of numbers) {
    const day = papers.publishedOn[paper] ?? UNKNOWN;
    if (day === UNKNOWN) continue;
    days[size] = day;
    size += 1;
  }
  return days.subarray(0, size);
}
