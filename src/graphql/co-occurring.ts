import {
  observedToExpected,
  strengthOf,
  type LinkCounts,
  type LinkMeasure,
} from '../analysis/co-occurrence/link-measures.ts';
import { linkCountsOnce } from '../analysis/facets.ts';
import { linkTotals } from '../analysis/link-totals.ts';
import type { ListedPaper } from '../analysis/listed-paper.ts';
import { matchingPapers } from '../analysis/matching-papers.ts';
import type { PaperFilter } from '../analysis/paper-filter.ts';
import { degreeInGraph, paperCountOf, type Projection } from '../analysis/projection.ts';
import { countSharedPapers } from '../analysis/shared-papers.ts';
import { rankByValue } from '../analysis/value-ranking.ts';
import type { Loaders } from '../loaders/create-loaders.ts';
import { connectionOfRanking, type Connection, type ConnectionArguments } from './connection.ts';
import { resolvePaperFilter } from './resolve-paper-filter.ts';
import { papersInCommon } from './shared-papers.ts';
import type { PaperFilterInput } from './types/paper-filter.ts';

/** That a topic, by key, occurs together with another one. */
type CoOccurrenceEdge = {
  node: string;
  paperCount: number;
  counts: LinkCounts;
  observedToExpected: () => Promise<number>;
  papers: () => { node: ListedPaper }[];
};

type CoOccurringArguments = ConnectionArguments & {
  measure: LinkMeasure;
  filter?: PaperFilterInput | null | undefined;
};

/** The page of topics that occur together with one, the strongest link by a measure first. */
export async function coOccurringConnection(
  key: string,
  args: CoOccurringArguments,
  loaders: Loaders,
): Promise<Connection<CoOccurrenceEdge>> {
  const { measure } = args;
  const filter = await resolvePaperFilter(args.filter, loaders);
  const loadExpectation = () => expectationUnder(filter, key, loaders);
  const [expectation, projection] = await Promise.all([
    measure === 'OBSERVED_TO_EXPECTED' ? loadExpectation() : null,
    args.filter == null ? loaders.aroundTopic.load(key) : loaders.matching.load(filter),
  ]);
  const table = projection.nodes.TOPIC;
  const { nodes, counts, countsOf } = countsWith(projection, key, args.filter == null ? null : filter);
  const valueOf = (place: number) => {
    if (expectation !== null) return expectation(table.keys[nodes[place] ?? 0] ?? '', counts[place] ?? 0);
    return measure === 'COUNT' || measure === 'OBSERVED_TO_EXPECTED'
      ? (counts[place] ?? 0)
      : strengthOf(measure, countsOf(place));
  };
  const values = measure === 'COUNT' ? counts : Float64Array.from(nodes, (_node, place) => valueOf(place));
  return connectionOfRanking(rankByValue(table, nodes, values), args, {
    name: measure === 'COUNT' ? 'mostPapersFirst' : measure,
    keyLength: 2,
    edgesOf: (places) =>
      places.map((place) => {
        const other = table.keys[nodes[place] ?? 0] ?? '';
        const paperCount = counts[place] ?? 0;
        return {
          node: other,
          paperCount,
          counts: countsOf(place),
          observedToExpected: async () => (await loadExpectation())(other, paperCount),
          papers: () => papersInCommon(projection, 'TOPIC', [key, other], filter),
        };
      }),
  });
}

/** The topics that have papers under a filter, or any at all for null, in common with one, and what their measures follow from. */
function countsWith(projection: Projection, key: string, filter: PaperFilter | null) {
  const node = projection.nodes.TOPIC.numberOf.get(key);
  const within = filter === null ? null : matchingPapers(projection, filter);
  const { nodes, counts } =
    node === undefined
      ? { nodes: new Uint32Array(0), counts: new Uint32Array(0) }
      : countSharedPapers(projection, 'TOPIC', node, within);
  const papersOf = within === null ? null : linkCountsOnce(projection, within, 'TOPIC');
  const occurrencesOf = (topic: number) =>
    papersOf === null ? degreeInGraph(projection, 'TOPIC', topic) : (papersOf[topic] ?? 0);
  const occurrences = occurrencesOf(node ?? 0);
  const paperCount = within === null ? paperCountOf(projection) : within.size;
  const countsOf = (place: number): LinkCounts => ({
    count: counts[place] ?? 0,
    papers: counts[place] ?? 0,
    occurrences: [occurrences, occurrencesOf(nodes[place] ?? 0)],
    paperCount,
  });
  return { nodes, counts, countsOf };
}

/** Tells how often a topic and another one occur together to how often they would by chance, in the network of all topics. */
async function expectationUnder(
  filter: PaperFilter,
  key: string,
  loaders: Loaders,
): Promise<(other: string, count: number) => number> {
  const projection = await loaders.matching.load(filter);
  const { numberOf } = projection.nodes.TOPIC;
  const { degrees, total } = linkTotals(projection, matchingPapers(projection, filter), 'TOPIC');
  // What was written a moment ago may be in one of the two projections only.
  const degreeOf = (topic: string, count: number) => Math.max(count, degrees[numberOf.get(topic) ?? -1] ?? 0);
  return (other, count) =>
    observedToExpected(count, [degreeOf(key, count), degreeOf(other, count)], Math.max(count, total));
}
