import { logLikelihoodOf, pValueOf } from './co-occurrence/significance.ts';
import { rankingOf } from './ranking.ts';

/** How many papers a window has, and how many the time that it is compared with. */
export type PaperCounts = { papers: number; papersBefore: number };

/** Things whose share of the papers is larger in a window than before, the most significant first. */
export type Rises = {
  /** How many things were tested: those of enough papers in the window, risen or not. */
  tested: number;
  /** The places of these things in what was given. All other arrays are parallel to it. */
  places: Uint32Array;
  counts: Uint32Array;
  countsBefore: Uint32Array;
  logLikelihoods: Float64Array;
  pValues: Float64Array;
  qValues: Float64Array;
};

/**
 * Which things rise: at most `first` of those that at least `minCount` papers of the window have, and whose share is larger
 * in it than before. The highest G² comes first (Dunning 1993), then the highest count, then the first place. p is that of
 * Fisher's exact test, one-sided; q is that of Benjamini & Hochberg over all things tested.
 */
export function findRises(
  counts: Uint32Array,
  countsBefore: Uint32Array,
  papers: PaperCounts,
  { minCount, first }: { minCount: number; first: number },
): Rises {
  const tested = Uint32Array.from(counts.keys()).filter((place) => (counts[place] as number) >= minCount);
  const { tableOf, tables, times } = tablesOf(tested, counts, countsBefore, papers);
  const pValues = Float64Array.from(tables, ({ pValue }) => pValue);
  const qValues = qValuesOf(pValues, times);
  const compare = (a: number, b: number) => {
    const [x, y] = [tables[tableOf[a] as number], tables[tableOf[b] as number]];
    if (x === y || x === undefined || y === undefined) return a - b;
    return y.logLikelihood - x.logLikelihood || y.count - x.count || a - b;
  };
  const risen = Uint32Array.from(tested.keys()).filter((test) => tables[tableOf[test] as number]?.rises);
  const best = rankingOf(risen, { compare, compareToKey: () => 0, keyOf: (test) => [test] }).slice(0, first);
  const ofBest = (valueOf: (table: number) => number) =>
    Float64Array.from(best, (test) => valueOf(tableOf[test] as number));
  const places = Uint32Array.from(best, (test) => tested[test] as number);
  return {
    tested: tested.length,
    places,
    counts: places.map((place) => counts[place] as number),
    countsBefore: places.map((place) => countsBefore[place] as number),
    logLikelihoods: ofBest((table) => tables[table]?.logLikelihood ?? NaN),
    pValues: ofBest((table) => pValues[table] as number),
    qValues: ofBest((table) => qValues[table] as number),
  };
}

/** What is computed once for all things with the same two counts. */
type Table = { count: number; rises: boolean; logLikelihood: number; pValue: number };

/** The different pairs of counts that things have, which are few; of each thing which one it has, and how many have each. */
function tablesOf(
  tested: Uint32Array,
  counts: Uint32Array,
  countsBefore: Uint32Array,
  { papers, papersBefore }: PaperCounts,
): { tableOf: Uint32Array; tables: Table[]; times: number[] } {
  const known = new Map<number, number>();
  const tables: Table[] = [];
  const times: number[] = [];
  const tableOf = tested.map((place) => {
    const [count, countBefore] = [counts[place] as number, countsBefore[place] as number];
    const key = count * (papersBefore + 1) + countBefore;
    const table = known.get(key) ?? tables.length;
    times[table] = (times[table] ?? 0) + 1;
    if (table < tables.length) return table;
    known.set(key, table);
    const [margins, total] = [[count + countBefore, papers] as const, papers + papersBefore];
    tables.push({
      count,
      // Shares are compared without division: equal ones must not differ in their last digits.
      rises: count * papersBefore > countBefore * papers,
      logLikelihood: logLikelihoodOf(count, margins, total),
      pValue: pValueOf(count, margins, total),
    });
    return table;
  });
  return { tableOf, tables, times };
}

/**
 * What share of false discoveries has to be put up with to call a test significant: the least of p·m/rank over it and all
 * tests of larger p, m being how many there are (Benjamini & Hochberg 1995). A p stands for so many tests as `times` tells.
 */
export function qValuesOf(pValues: Float64Array, times: readonly number[]): Float64Array {
  const ascending = Uint32Array.from(pValues.keys()).sort(
    (a, b) => (pValues[a] as number) - (pValues[b] as number),
  );
  const tests = times.reduce((sum, count) => sum + count, 0);
  const qValues = new Float64Array(pValues.length);
  let [least, rank] = [1, tests];
  for (const test of ascending.toReversed()) {
    least = Math.min(least, ((pValues[test] as number) * tests) / rank);
    qValues[test] = least;
    rank -= times[test] ?? 0;
  }
  return qValues;
}

/**
 * How many times the odds of a paper to have something are in the window those before, with ½ added to each of the four
 * counts so that none is 0 (Haldane 1956, Anscombe 1956).
 */
export function oddsRatioOf(
  { count, countBefore }: { count: number; countBefore: number },
  { papers, papersBefore }: PaperCounts,
): number {
  const odds = (has: number, of: number) => (has + 0.5) / (of - has + 0.5);
  return odds(count, papers) / odds(countBefore, papersBefore);
}
