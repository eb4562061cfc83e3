import { untilChanged } from '../analysis/derived.ts';
import { matchingOf } from '../analysis/matching-papers.ts';
import type { PaperSet } from '../analysis/paper-set.ts';
import { papersCitedBy, papersLinkedTo } from '../analysis/papers-of-node.ts';
import type { LinkKind, Projection } from '../analysis/projection.ts';
import type { Loaders } from '../loaders/create-loaders.ts';
import type { CountedPapers } from './paper-connection.ts';
import { resolvePaperFilter } from './resolve-paper-filter.ts';
import type { PaperFilterInput } from './types/paper-filter.ts';

type Filter = PaperFilterInput | null | undefined;

/** The papers that are linked to a node and pass a filter; those with a `CITATION` cite the paper. */
export function papersOfNode(
  loaders: Loaders,
  kind: LinkKind,
  key: string,
  filter: Filter,
): Promise<CountedPapers> {
  return countedPapers(loaders, loaders.papersOf[kind].load(key), filter, (projection) =>
    papersLinkedTo(projection, kind, key),
  );
}

/** The papers that a paper cites and that pass a filter. */
export function citedPapers(loaders: Loaders, id: string, filter: Filter): Promise<CountedPapers> {
  return countedPapers(loaders, loaders.papersOf.CITATION.load(id), filter, (projection) =>
    papersCitedBy(projection, id),
  );
}

async function countedPapers(
  loaders: Loaders,
  loading: Promise<Projection>,
  input: Filter,
  findAll: (projection: Projection) => PaperSet,
): Promise<CountedPapers> {
  const [filter, projection] = await Promise.all([resolvePaperFilter(input, loaders), loading]);
  const find = untilChanged(projection, () => matchingOf(projection, filter, findAll(projection)));
  return { projection, find };
}
