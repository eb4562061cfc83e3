/**
 * G², the log-likelihood ratio of two things occurring together against independence (Dunning 1993): 2·Σ o·ln(o/e) over
 * the four cells of papers with both, the first only, the second only and neither, o being how many there are and e how many
 * chance would give. Signed as in corpus linguistics: negative where the two occur together less often than by chance.
 *
 * @param papers - How many papers have both.
 * @param occurrences - How many papers have each.
 * @param paperCount - How many papers there are.
 */
export function logLikelihoodOf(
  papers: number,
  occurrences: readonly [number, number],
  paperCount: number,
): number {
  const ratio = 2 * devianceOf(papers, occurrences[0], occurrences[1], paperCount);
  return papers * paperCount < occurrences[0] * occurrences[1] ? -ratio : ratio;
}

/**
 * How likely so many papers or more have both by chance: Fisher's exact test, one-sided, P(X ≥ papers) where X is
 * hypergeometric. Good to some 12 digits for counts up to a million; 0 stands for less than 1e-307.
 *
 * @param papers - How many papers have both.
 * @param occurrences - How many papers have each.
 * @param paperCount - How many papers there are.
 */
export function pValueOf(papers: number, occurrences: readonly [number, number], paperCount: number): number {
  const [a, b] = occurrences;
  if (papers <= Math.max(0, a + b - paperCount)) return 1;
  if (papers > Math.min(a, b)) return 0;
  // The tail away from the mean is summed: its terms only shrink, and no digits are lost in 1 − p.
  return papers * paperCount > a * b
    ? upperTail(papers, a, b, paperCount)
    : 1 - lowerTail(papers - 1, a, b, paperCount);
}

/** Terms below this part of their sum no longer change it. */
const NEGLIGIBLE = 2 ** -60;

/** P(X ≥ k). */
function upperTail(k: number, a: number, b: number, n: number): number {
  let [term, sum] = [1, 1];
  for (let x = k; term > sum * NEGLIGIBLE; x += 1) {
    term *= ((a - x) * (b - x)) / ((x + 1) * (n - a - b + x + 1));
    sum += term;
  }
  return sum * Math.exp(logProbability(k, a, b, n));
}

/** P(X ≤ k). */
function lowerTail(k: number, a: number, b: number, n: number): number {
  let [term, sum] = [1, 1];
  for (let x = k; term > sum * NEGLIGIBLE; x -= 1) {
    term *= (x * (n - a - b + x)) / ((a - x + 1) * (b - x + 1));
    sum += term;
  }
  return sum * Math.exp(logProbability(k, a, b, n));
}

/**
 * ln P(X = k). With Stirling's formula for each factorial, n·ln n − n and its like come to the deviance; the difference of
 * log factorials themselves would lose the digits that these have in common (Loader 2000, for binomial probabilities).
 */
function logProbability(k: number, a: number, b: number, n: number): number {
  const margins = stirlingRest(a) + stirlingRest(n - a) + stirlingRest(b) + stirlingRest(n - b);
  const cells = stirlingRest(k) + stirlingRest(a - k) + stirlingRest(b - k) + stirlingRest(n - a - b + k);
  return margins - cells - stirlingRest(n) - devianceOf(k, a, b, n);
}

/** Σ o·ln(o/e) over the four cells of the table of k with both, of a and b with each, of n. */
function devianceOf(k: number, a: number, b: number, n: number): number {
  // All cells differ from what chance gives by the same, which whole numbers tell without rounding.
  const excess = (k * n - a * b) / n;
  return (
    cellDeviance(k, (a * b) / n, excess) +
    cellDeviance(a - k, (a * (n - b)) / n, -excess) +
    cellDeviance(b - k, ((n - a) * b) / n, -excess) +
    cellDeviance(n - a - b + k, ((n - a) * (n - b)) / n, excess)
  );
}

/** o·ln(o/e) + e − o, which is never negative: in the sum over the cells, e − o vanishes. */
function cellDeviance(observed: number, expected: number, excess: number): number {
  if (observed === 0) return expected;
  const v = excess / (observed + expected);
  if (Math.abs(v) > 0.1) return observed * Math.log(observed / expected) - excess;
  // ln(o/e) = 2·(v + v³/3 + v⁵/5 + …), without what e − o takes away again.
  const w = v * v;
  const series =
    1 / 3 + w * (1 / 5 + w * (1 / 7 + w * (1 / 9 + w * (1 / 11 + w * (1 / 13 + w * (1 / 15 + w / 17))))));
  return v * (excess + 2 * observed * w * series);
}

/** From so many on, the series is exact to the last digit. */
const LEAST_FOR_SERIES = 16;

/** ln n! − (n·ln n − n) of small n. */
const SMALL_RESTS = smallRests();

/** ln n! − (n·ln n − n): ½·ln(2πn) and Stirling's series. */
function stirlingRest(n: number): number {
  if (n < LEAST_FOR_SERIES) return SMALL_RESTS[n] as number;
  const w = 1 / (n * n);
  const series = (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w / 1188)))) / n;
  return Math.log(2 * Math.PI * n) / 2 + series;
}

function smallRests(): Float64Array {
  const rests = new Float64Array(LEAST_FOR_SERIES);
  let factorial = 1;
  for (let n = 1; n < LEAST_FOR_SERIES; n += 1) {
    factorial *= n;
    rests[n] = Math.log(factorial) - n * Math.log(n) + n;
  }
  return rests;
}
