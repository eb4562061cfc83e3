import { countPairs, type Pairs } from './co-occurrence/count-pairs.ts';
import type { Incidence } from './co-occurrence/incidence.ts';
import { findRises, type Rises } from './rising.ts';

/** Pairs that rise, by the two items of each: all other arrays are parallel, `places` among them tells nothing more. */
export type RisingPairs = Omit<Rises, 'places'> & { sources: Uint32Array; targets: Uint32Array };

/** What pairs are looked for in: both incidences have the same items. */
export type PairsInTime = { window: Incidence; before: Incidence; minCount: number; first: number };

/**
 * Which pairs of items have a larger share of the papers of a window than of those before, as `findRises` tells; of equal
 * ones that of the lower numbers comes first.
 */
export function findRisingPairs({ window, before, minCount, first }: PairsInTime): RisingPairs {
  const pairs = inOrder(frequentPairs(countPairs(window), minCount));
  const countsBefore = countsOfSame(pairs, countPairs(before), window.itemCount);
  const papers = { papers: window.paperCount, papersBefore: before.paperCount };
  const { places, ...rises } = findRises(pairs.papers, countsBefore, papers, { minCount, first });
  return {
    ...rises,
    sources: places.map((place) => pairs.sources[place] as number),
    targets: places.map((place) => pairs.targets[place] as number),
  };
}

type CountedPairs = Pick<Pairs, 'sources' | 'targets' | 'papers'>;

function frequentPairs({ sources, targets, papers }: Pairs, minCount: number): CountedPairs {
  const isKept = (_: number, pair: number) => (papers[pair] as number) >= minCount;
  return { sources: sources.filter(isKept), targets: targets.filter(isKept), papers: papers.filter(isKept) };
}

/** Pairs come in order of sources; of the same source their targets come in no order. */
function inOrder({ sources, targets, papers }: CountedPairs): CountedPairs {
  const order = Uint32Array.from(sources.keys()).sort(
    (a, b) =>
      (sources[a] as number) - (sources[b] as number) || (targets[a] as number) - (targets[b] as number),
  );
  const ordered = (values: Uint32Array) => order.map((pair) => values[pair] as number);
  return { sources: ordered(sources), targets: ordered(targets), papers: ordered(papers) };
}

/** How many papers have each of some pairs, by the counts of others; both are in order of sources. */
function countsOfSame(
  { sources, targets }: CountedPairs,
  others: CountedPairs,
  itemCount: number,
): Uint32Array {
  const counts = new Uint32Array(sources.length);
  // Of one source at a time, the counts by target.
  const countOf = new Uint32Array(itemCount);
  let other = 0;
  for (let pair = 0; pair < sources.length;) {
    const source = sources[pair] as number;
    while (other < others.sources.length && (others.sources[other] as number) < source) other += 1;
    const start = other;
    for (; other < others.sources.length && others.sources[other] === source; other += 1) {
      countOf[others.targets[other] as number] = others.papers[other] as number;
    }
    for (; pair < sources.length && sources[pair] === source; pair += 1) {
      counts[pair] = countOf[targets[pair] as number] as number;
    }
    for (let seen = start; seen < other; seen += 1) countOf[others.targets[seen] as number] = 0;
  }
  return counts;
}
