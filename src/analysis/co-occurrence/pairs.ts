/** How a paper counts for the pairs of what it has. */
export const COUNTINGS = ['FULL', 'FRACTIONAL'] as const;
export type Counting = (typeof COUNTINGS)[number];

/** All pairs of items that at least one paper has, each once, `sources` being below `targets`, in order of both. */
export type Pairs = {
  sources: Uint32Array;
  targets: Uint32Array;
  /** How many papers have both. */
  papers: Uint32Array;
  /**
   * The same in full counting; in fractional counting the sum of 1/(n − 1) over these papers, n being how many items of the
   * kind a paper has (Perianes-Rodriguez, Waltman & van Eck 2016): then each paper counts 1 for each of its items.
   */
  counts: Uint32Array | Float64Array;
};
