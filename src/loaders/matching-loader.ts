import DataLoader from 'dataloader';
import type { PaperFilter } from '../analysis/paper-filter.ts';
import type { Projection } from '../analysis/projection.ts';
import type { Projector } from '../projection/projector.ts';

/**
 * A loader of a projection with all papers that pass a filter: however many fields of a request ask under a filter, they
 * have one projection together. It is good until something else is awaited.
 */
export function matchingLoader(projector: Projector): DataLoader<PaperFilter, Projection, string> {
  return new DataLoader((filters) => Promise.all(filters.map((filter) => projector.matching(filter))), {
    cacheKeyFn: (filter) => JSON.stringify(filter),
  });
}
