import { compareText } from '../collections.ts';
import { incidenceOf } from './co-occurrence/incidence.ts';
import { linkCountsOnce } from './facets.ts';
import type { PaperSet } from './paper-set.ts';
import type { Projection } from './projection.ts';
import { findRises, type Rises } from './rising.ts';
import type { PairsInTime } from './rising-pairs.ts';

/** The papers of a window, and those that it is compared with. */
export type ComparedPapers = { window: PaperSet; before: PaperSet };

type Options = { minCount: number; first: number };

/** Which topics rise, as `findRises` tells, with their keys; of equal ones the first key comes first. */
export function findRisingTopics(
  projection: Projection,
  { window, before }: ComparedPapers,
  options: Options,
): Rises & { keys: string[] } {
  const topics = frequentTopics(projection, window, options.minCount);
  const countsIn = (set: PaperSet) => {
    const counts = linkCountsOnce(projection, set, 'TOPIC');
    return topics.map((topic) => counts[topic] as number);
  };
  const papers = { papers: window.size, papersBefore: before.size };
  const rises = findRises(countsIn(window), countsIn(before), papers, options);
  const { keys } = projection.nodes.TOPIC;
  return { ...rises, keys: Array.from(rises.places, (place) => keys[topics[place] ?? 0] ?? '') };
}

/** What rising pairs of topics are to be looked for in, and the keys of its items, which are in order. */
export function pairsInTime(
  projection: Projection,
  { window, before }: ComparedPapers,
  { minCount, first }: Options,
): { pairs: PairsInTime; keys: string[] } {
  // A pair of so many papers has no topic of fewer.
  const topics = frequentTopics(projection, window, minCount);
  const { keys } = projection.nodes.TOPIC;
  return {
    pairs: {
      window: incidenceOf(projection, 'TOPIC', window, topics),
      before: incidenceOf(projection, 'TOPIC', before, topics),
      minCount,
      first,
    },
    keys: Array.from(topics, (topic) => keys[topic] ?? ''),
  };
}

/** The topics that so many papers of a set have, by key: in the same order on every store. */
function frequentTopics(projection: Projection, set: PaperSet, minCount: number): Uint32Array {
  const counts = linkCountsOnce(projection, set, 'TOPIC');
  const { keys } = projection.nodes.TOPIC;
  return Uint32Array.from(counts.keys())
    .filter((topic) => (counts[topic] as number) >= minCount)
    .sort((a, b) => compareText(keys[a] ?? '', keys[b] ?? ''));
}
