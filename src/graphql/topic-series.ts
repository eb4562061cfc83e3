import type { Interval } from '../analysis/intervals.ts';
import { matchingPapers } from '../analysis/matching-papers.ts';
import { seriesOf, type Series } from '../analysis/trend.ts';
import { PapergraphError } from '../errors.ts';
import type { Loaders } from '../loaders/create-loaders.ts';
import { resolvePaperFilter } from './resolve-paper-filter.ts';
import type { PaperFilterInput } from './types/paper-filter.ts';

/** So many intervals a series has at most: a century of months. */
export const MOST_INTERVALS = 1_200;

/** The papers under a filter by interval, and those of a topic among them. */
export async function topicSeries(
  key: string,
  { interval, filter: input }: { interval: Interval; filter?: PaperFilterInput | null | undefined },
  loaders: Loaders,
): Promise<Series> {
  const filter = await resolvePaperFilter(input, loaders);
  const projection = await loaders.matching.load(filter);
  return seriesOf(projection, matchingPapers(projection, filter), 'TOPIC', key, interval);
}

/** Throws `BAD_USER_INPUT` for a series that is too long. */
export function checkLength({ counts }: Series): void {
  if (counts.length <= MOST_INTERVALS) return;
  throw new PapergraphError(
    'BAD_USER_INPUT',
    `Expected at most ${MOST_INTERVALS} intervals, but got ${counts.length}: choose a longer interval, or a filter with ` +
      'publishedSince.',
  );
}
