import { logLikelihoodOf, pValueOf } from './co-occurrence/significance.ts';

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
  { papers, papersBefore }: PaperCounts,
  { minCount, first }: { minCount: number; first: number },
): Rises {
  const tested = Uint32Array.from(counts.keys()).filter((place) => (counts[place] as number) >= minCount);
  const total = papers + papersBefore;
  const logLikelihoods = new Float64Array(tested.length);
  const pValues = new Float64Array(tested.length);
  const risen: number[] = [];
  for (let index = 0; index < tested.length; index += 1) {
    const place = tested[index] as number;
    const [count, countBefore] = [counts[place] as number, countsBefore[place] as number];
    const margins = [count + countBefore, papers] as const;
    pValues[index] = pValueOf(count, margins, total);
    logLikelihoods[index] = logLikelihoodOf(count, margins, total);
    // Shares are compared without division: equal ones must not differ in their last digits.
    if (count * papersBefore > countBefore * papers) risen.push(index);
  }
  const qValues = qValuesOf(pValues);
  const countOf = (index: number) => counts[tested[index] as number] as number;
  const best = risen
    .sort(
      (a, b) =>
        (logLikelihoods[b] as number) - (logLikelihoods[a] as number) || countOf(b) - countOf(a) || a - b,
    )
    .slice(0, first);
  const places = Uint32Array.from(best, (index) => tested[index] as number);
  const ofBest = (values: Float64Array) => Float64Array.from(best, (index) => values[index] as number);
  return {
    tested: tested.length,
    places,
    counts: places.map((place) => counts[place] as number),
    countsBefore: places.map((place) => countsBefore[place] as number),
    logLikelihoods: ofBest(logLikelihoods),
    pValues: ofBest(pValues),
    qValues: ofBest(qValues),
  };
}

/**
 * What share of false discoveries has to be put up with to call a test significant: the least of p·m/rank over it and all
 * tests of larger p, m being how many there are (Benjamini & Hochberg 1995).
 */
export function qValuesOf(pValues: Float64Array): Float64Array {
  const ascending = Uint32Array.from(pValues.keys()).sort(
    (a, b) => (pValues[a] as number) - (pValues[b] as number),
  );
  const qValues = new Float64Array(pValues.length);
  let least = 1;
  for (let rank = ascending.length; rank > 0; rank -= 1) {
    const test = ascending[rank - 1] as number;
    least = Math.min(least, ((pValues[test] as number) * pValues.length) / rank);
    qValues[test] = least;
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
