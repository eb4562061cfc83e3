import { listedPaper, type ListedPaper } from '../analysis/listed-paper.ts';
import type { PaperOrder } from '../analysis/paper-orders.ts';
import { directionsOf } from '../analysis/paper-orders.ts';
import type { PaperSet } from '../analysis/paper-set.ts';
import type { Projection } from '../analysis/projection.ts';
import { rankedPapers } from '../analysis/ranked-papers.ts';
import { connectionOfRanking, type Connection, type ConnectionArguments } from './connection.ts';

/** Papers that are counted in facets: `find` gives them in the projection as it is now. */
export type CountedPapers = { projection: Projection; find: () => PaperSet };

/** A page of papers, with all those of the list for its facets. */
export type PaperConnection<Edge = { node: ListedPaper }> = Connection<Edge> & { facets: CountedPapers };

/** The page of papers that a connection's arguments ask for. */
export function paperConnection(
  papers: CountedPapers,
  args: ConnectionArguments & { orderBy: PaperOrder },
): PaperConnection {
  return paperConnectionWith(papers, args, () => ({}));
}

/** The same where each edge tells something beside the paper. */
export function paperConnectionWith<Properties extends object>(
  papers: CountedPapers,
  args: ConnectionArguments & { orderBy: PaperOrder },
  propertiesOf: (paper: number) => Properties,
): PaperConnection<Properties & { node: ListedPaper }> {
  const { projection, find } = papers;
  const page = connectionOfRanking(rankedPapers(projection, find(), args.orderBy), args, {
    name: args.orderBy,
    keyLength: directionsOf(args.orderBy).length,
    edgesOf: (numbers) =>
      numbers.map((paper) => ({ ...propertiesOf(paper), node: listedPaper(projection, paper) })),
  });
  return { ...page, facets: { projection, find } };
}
