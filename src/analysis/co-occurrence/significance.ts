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
const NEGLIGIBLE = 2 ** -56;

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
 * ln P(X = k). With Stirling's formula for each factorial, n! = √(2πn)·(n/e)ⁿ·eʳ, what is raised to a power comes to the
 * deviance; the difference of log factorials themselves would lose the digits that these have in common (Loader 2000, for
 * binomial probabilities).
 */
function logProbability(k: number, a: number, b: number, n: number): number {
  const neither = n - a - b + k;
  const margins = root(a) * root(n - a) * root(b) * root(n - b);
  const cells = root(k) * root(a - k) * root(b - k) * root(neither);
  const rests =
    stirlingRest(a) +
    stirlingRest(n - a) +
    stirlingRest(b) +
    stirlingRest(n - b) -
    (stirlingRest(k) + stirlingRest(a - k) + stirlingRest(b - k) + stirlingRest(neither) + stirlingRest(n));
  // One logarithm for nine square roots.
  return Math.log(margins / (cells * root(n))) / 2 + rests - devianceOf(k, a, b, n);
}

/** 2πn, the square of the root in Stirling's formula; 0! is 1 without one. */
function root(n: number): number {
  return n === 0 ? 1 : 2 * Math.PI * n;
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

/** So many are computed once: most counts of papers are small. */
const KNOWN_RESTS = restsBelow(4096);

/** ln n! − n·ln n + n − ½·ln(2πn): the rest r of Stirling's formula; 0 for 0. */
function stirlingRest(n: number): number {
  return n < KNOWN_RESTS.length ? (KNOWN_RESTS[n] as number) : restBySeries(n);
}

function restBySeries(n: number): number {
  const w = 1 / (n * n);
  return (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w / 1188)))) / n;
}

function restsBelow(count: number): Float64Array {
  const rests = new Float64Array(count);
  let factorial = 1;
  for (let n = 1; n < LEAST_FOR_SERIES; n += 1) {
    factorial *= n;
    rests[n] = Math.log(factorial) - n * Math.log(n) + n - Math.log(2 * Math.PI * n) / 2;
  }
  for (let n = LEAST_FOR_SERIES; n < count; n += 1) rests[n] = restBySeries(n);
  return rests;
}
