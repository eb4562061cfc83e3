import { matchingPapers } from '../analysis/matching-papers.ts';
import type { PaperFilter } from '../analysis/paper-filter.ts';
import { dateOf, dayOf, type Projection } from '../analysis/projection.ts';
import type { PaperCounts, Rises } from '../analysis/rising.ts';
import { findRisingTopics, pairsInTime, type ComparedPapers } from '../analysis/rising-topics.ts';
import { PapergraphError } from '../errors.ts';
import { checkRange } from './check-range.ts';
import type { Context } from './context.ts';
import { resolvePaperFilter } from './resolve-paper-filter.ts';
import type { PaperFilterInput } from './types/paper-filter.ts';
import { checkPeriod, type PeriodInput } from './types/period.ts';

/** What a request asks of what rises. */
export type RisingArguments = {
  window: PeriodInput;
  against?: PeriodInput | null | undefined;
  filter?: PaperFilterInput | null | undefined;
  minCount: number;
  first: number;
};

/** That something has a larger share of the papers of a window than before. */
export type Rise = PaperCounts & {
  count: number;
  countBefore: number;
  logLikelihood: number;
  pValue: number;
  qValue: number;
};

/** What rises, and what it was chosen from. */
export type Risen<Item> = PaperCounts & { tested: number; items: Item[] };

/** The topics that rise, by key. Throws `BAD_USER_INPUT` for periods that overlap and for arguments out of range. */
export async function risingTopics(
  args: RisingArguments,
  context: Pick<Context, 'loaders'>,
): Promise<Risen<Rise & { topic: string }>> {
  const { projection, compared } = await findCompared(args, context);
  const { keys, ...rises } = findRisingTopics(projection, compared, args);
  const papers = countsOf(compared);
  return risen(rises, papers, (index) => ({ topic: keys[index] ?? '' }));
}

/** The pairs of topics that rise, by key. Throws as `risingTopics` does. */
export async function risingPairs(
  args: RisingArguments,
  context: Pick<Context, 'loaders' | 'analyst' | 'signal'>,
): Promise<Risen<Rise & { source: string; target: string }>> {
  const { projection, compared } = await findCompared(args, context);
  const { pairs, keys } = pairsInTime(projection, compared, args);
  const papers = countsOf(compared);
  const rises = await context.analyst('risingPairs', pairs, context.signal);
  return risen(rises, papers, (index) => ({
    source: keys[rises.sources[index] ?? 0] ?? '',
    target: keys[rises.targets[index] ?? 0] ?? '',
  }));
}

function countsOf({ window, before }: ComparedPapers): PaperCounts {
  return { papers: window.size, papersBefore: before.size };
}

function risen<Item>(
  { tested, counts, countsBefore, logLikelihoods, pValues, qValues }: Omit<Rises, 'places'>,
  papers: PaperCounts,
  itemOf: (index: number) => Item,
): Risen<Rise & Item> {
  const items = Array.from(counts, (count, index) => ({
    ...itemOf(index),
    ...papers,
    count,
    countBefore: countsBefore[index] ?? 0,
    logLikelihood: logLikelihoods[index] ?? 0,
    pValue: pValues[index] ?? 1,
    qValue: qValues[index] ?? 1,
  }));
  return { ...papers, tested, items };
}

async function findCompared(
  args: RisingArguments,
  { loaders }: Pick<Context, 'loaders'>,
): Promise<{ projection: Projection; compared: ComparedPapers }> {
  checkRange('first', args.first, [1, 100]);
  checkRange('minCount', args.minCount, [1, 1_000_000]);
  const [window, before] = periodsOf(args);
  const filter = await resolvePaperFilter(args.filter, loaders);
  const projection = await loaders.matching.load({ all: [...spanOf(window, before), filter] });
  const papersOf = (period: PeriodInput) =>
    matchingPapers(projection, { all: [...conditionsOf(period), filter] });
  return { projection, compared: { window: papersOf(window), before: papersOf(before) } };
}

/** The window, and the period that it is compared with. */
function periodsOf({ window, against }: RisingArguments): [PeriodInput, PeriodInput] {
  checkPeriod('window', window);
  if (against == null) {
    if (window.since != null) return [window, { until: dateOf(dayOf(window.since) - 1) }];
    throw new PapergraphError(
      'BAD_USER_INPUT',
      'Expected "window" to have "since" or "against" to be given, but got neither.',
    );
  }
  checkPeriod('against', against);
  if (isBefore(against, window) || isBefore(window, against)) return [window, against];
  throw new PapergraphError(
    'BAD_USER_INPUT',
    `Expected "window" and "against" not to overlap, but got ${describe(window)} and ${describe(against)}.`,
  );
}

function isBefore({ until }: PeriodInput, { since }: PeriodInput): boolean {
  return until != null && since != null && until < since;
}

function describe({ since, until }: PeriodInput): string {
  return `${since ?? 'the first day'} to ${until ?? 'the last'}`;
}

function conditionsOf({ since, until }: PeriodInput): PaperFilter[] {
  return [...(since == null ? [] : [{ since }]), ...(until == null ? [] : [{ until }])];
}

/** What papers of either of two periods fulfil, so that no others have to be read. */
function spanOf(a: PeriodInput, b: PeriodInput): PaperFilter[] {
  const since = a.since != null && b.since != null ? [a.since, b.since].sort()[0] : null;
  const until = a.until != null && b.until != null ? [a.until, b.until].sort()[1] : null;
  return conditionsOf({ since, until });
}
