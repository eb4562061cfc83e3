import { countPairs } from './co-occurrence/count-pairs.ts';
import type { Incidence } from './co-occurrence/incidence.ts';
import type { Pairs } from './co-occurrence/pairs.ts';
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
  const pairs = frequentPairs(countPairs(window), minCount);
  const countsBefore = countsOfSame(pairs, countPairs(before));
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

/** How many papers have each of some pairs, by the counts of others; both are in order of sources and targets. */
function countsOfSame({ sources, targets }: CountedPairs, others: CountedPairs): Uint32Array {
  const counts = new Uint32Array(sources.length);
  let other = 0;
  for (let pair = 0; pair < counts.length; pair += 1) {
    const [source, target] = [sources[pair] as number, targets[pair] as number];
    while (
      (others.sources[other] as number) < source ||
      (others.sources[other] === source && (others.targets[other] as number) < target)
    ) {
      other += 1;
    }
    const isSame = others.sources[other] === source && others.targets[other] === target;
    if (isSame) counts[pair] = others.papers[other] as number;
  }
  return counts;
}
