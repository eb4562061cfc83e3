/** G², the log-likelihood ratio of two things occurring together against independence (Dunning 1993). */
export function logLikelihoodOf(
  _papers: number,
  _occurrences: readonly [number, number],
  _paperCount: number,
): number {
  throw new TypeError('not there yet');
}

/** How likely so many papers or more have both by chance: Fisher's exact test, one-sided. */
export function pValueOf(
  _papers: number,
  _occurrences: readonly [number, number],
  _paperCount: number,
): number {
  throw new TypeError('not there yet');
}
