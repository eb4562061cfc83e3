import { connectionOf, type Connection, type ConnectionArguments } from './connection.ts';
import { newestFirst } from './orderings.ts';

type PaperLink = { id: string; publishedOn: string | null };
type PaperEdge<Link extends PaperLink> = Omit<Link, 'id'> & { node: string; publishedOn: string | null };

/** The page of papers that a connection's arguments ask for, the newest first, each with what its link knows. */
export function newestPapers<Link extends PaperLink>(
  rows: readonly { papers: readonly Link[] }[],
  args: ConnectionArguments,
): Connection<PaperEdge<Link>> {
  const edges = rows.flatMap(({ papers }) =>
    papers.map(({ id, ...link }): PaperEdge<Link> => ({ ...link, node: id })),
  );
  return connectionOf(edges, args, newestFirst);
}
