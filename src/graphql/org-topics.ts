import { linkCounts, linkCountsOnce } from '../analysis/facets.ts';
import { matchingPapers } from '../analysis/matching-papers.ts';
import { listedIn, numbersOf, type PaperSet } from '../analysis/paper-set.ts';
import { papersLinkedTo } from '../analysis/papers-of-node.ts';
import { degreeInGraph, paperCountOf } from '../analysis/projection.ts';
import { rankByValue } from '../analysis/value-ranking.ts';
import type { Loaders } from '../loaders/create-loaders.ts';
import { checkRange } from './check-range.ts';
import { connectionOfRanking, type Connection, type ConnectionArguments } from './connection.ts';
import { resolvePaperFilter } from './resolve-paper-filter.ts';
import type { PaperFilterInput } from './types/paper-filter.ts';

/** That papers of an org have a topic, by key. */
export type OrgTopicEdge = { node: string; paperCount: number; share: number; specialisation: number };

/** What the topics of an org are ordered by. */
export type OrgTopicOrder = 'COUNT' | 'SPECIALISATION';

type OrgTopicArguments = ConnectionArguments & {
  filter?: PaperFilterInput | null | undefined;
  orderBy: OrgTopicOrder;
  minCount?: number | null | undefined;
};

/** What few papers have is specialised by chance. */
const LEAST_COUNT: Record<OrgTopicOrder, number> = { COUNT: 1, SPECIALISATION: 3 };

/** The page of topics of an org, by its slug. Throws `BAD_USER_INPUT` for a `minCount` out of range. */
export async function orgTopicsConnection(
  slug: string,
  args: OrgTopicArguments,
  loaders: Loaders,
): Promise<Connection<OrgTopicEdge>> {
  const minCount = args.minCount ?? LEAST_COUNT[args.orderBy];
  checkRange('minCount', minCount, [1, 1_000_000]);
  const { table, counts, paperCount, countOfAll, paperCountOfAll } = await profileOf(
    slug,
    args.filter,
    loaders,
  );
  const topics = Uint32Array.from(counts.keys()).filter((topic) => (counts[topic] as number) >= minCount);
  const shareOf = (topic: number) => (counts[topic] ?? 0) / paperCount;
  // Florence's location quotient: the share here to the share everywhere.
  const specialisationOf = (topic: number) => shareOf(topic) / (countOfAll(topic) / paperCountOfAll);
  const byCount = args.orderBy === 'COUNT';
  const values = Float64Array.from(topics, (topic) =>
    byCount ? (counts[topic] ?? 0) : specialisationOf(topic),
  );
  return connectionOfRanking(rankByValue(table, topics, values), args, {
    name: byCount ? 'mostPapersFirst' : 'mostSpecialisedFirst',
    keyLength: 2,
    edgesOf: (places) =>
      places.map((place) => {
        const topic = topics[place] ?? 0;
        return {
          node: table.keys[topic] ?? '',
          paperCount: counts[topic] ?? 0,
          share: shareOf(topic),
          specialisation: specialisationOf(topic),
        };
      }),
  });
}

/** How many papers of an org have each topic, by number, and how many of all papers: those under the filter if there is one. */
async function profileOf(slug: string, input: PaperFilterInput | null | undefined, loaders: Loaders) {
  if (input == null) {
    const projection = await loaders.topicsOfOrg.load(slug);
    const papers = papersLinkedTo(projection, 'ORG', slug);
    return {
      table: projection.nodes.TOPIC,
      counts: linkCounts(projection, papers, 'TOPIC'),
      paperCount: papers.size,
      countOfAll: (topic: number) => degreeInGraph(projection, 'TOPIC', topic),
      paperCountOfAll: paperCountOf(projection),
    };
  }
  const filter = await resolvePaperFilter(input, loaders);
  const projection = await loaders.matching.load(filter);
  const all = matchingPapers(projection, filter);
  const papers: PaperSet = listedIn(
    projection,
    all,
    numbersOf(projection, papersLinkedTo(projection, 'ORG', slug)),
  );
  const countsOfAll = linkCountsOnce(projection, all, 'TOPIC');
  return {
    table: projection.nodes.TOPIC,
    counts: linkCounts(projection, papers, 'TOPIC'),
    paperCount: papers.size,
    countOfAll: (topic: number) => countsOfAll[topic] ?? 0,
    paperCountOfAll: all.size,
  };
}
