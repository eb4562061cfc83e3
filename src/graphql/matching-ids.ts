import { matchingPapers } from '../analysis/matching-papers.ts';
import { orderedPapers, type PaperOrder } from '../analysis/paper-orders.ts';
import { bitsOf, isMarked } from '../analysis/paper-set.ts';
import { PapergraphError } from '../errors.ts';
import { MOST_PAPERS } from '../projection/database-projector.ts';
import type { Context } from './context.ts';
import { resolvePaperFilter } from './resolve-paper-filter.ts';
import type { PaperFilterInput } from './types/paper-filter.ts';

export type PapersArguments = { filter?: PaperFilterInput | null | undefined; orderBy: PaperOrder };

/**
 * The ids of all papers that pass a filter, in order. Throws `LIMIT_EXCEEDED` where the database was asked and found so
 * many that some may be missing.
 */
export async function matchingIds(
  { filter: input, orderBy }: PapersArguments,
  { projector, loaders }: Pick<Context, 'projector' | 'loaders'>,
): Promise<string[]> {
  const filter = await resolvePaperFilter(input, loaders);
  const projection = await projector.matching(filter);
  const { keys, numberOf } = projection.nodes.PAPER;
  if (projection.counts !== null && numberOf.size >= MOST_PAPERS) {
    throw new PapergraphError(
      'LIMIT_EXCEEDED',
      `The filter leaves ${MOST_PAPERS} papers or more, but fewer can be exported while ANALYSIS is "database": part it by date of publication.`,
      { details: { limit: 'papers', cost: numberOf.size, maximum: MOST_PAPERS - 1 } },
    );
  }
  const bits = bitsOf(projection, matchingPapers(projection, filter));
  const ids: string[] = [];
  for (const paper of orderedPapers(projection, orderBy).papers) {
    if (isMarked(bits, paper)) ids.push(keys[paper] ?? '');
  }
  return ids;
}
