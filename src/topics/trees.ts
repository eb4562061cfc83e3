/**
 * A decision tree in which all nodes of one level ask the same question (an oblivious tree, as in CatBoost:
 * Prokhorenkova et al. 2018). The answers, first question first, are the bits of the leaf's place.
 */
export type Tree = {
  /** Whether the feature in this column is greater than the threshold. */
  questions: readonly (readonly [column: number, threshold: number])[];
  /** What the tree adds to the log-odds, by the answers. */
  leaves: readonly number[];
};

/** The sum of what each tree says of one row of features: log-odds. */
export function sumOfTrees(trees: readonly Tree[], features: ArrayLike<number>): number {
  let sum = 0;
  for (const { questions, leaves } of trees) {
    let leaf = 0;
    for (const [column, threshold] of questions) {
      leaf = leaf * 2 + ((features[column] ?? 0) > threshold ? 1 : 0);
    }
    sum += leaves[leaf] ?? 0;
  }
  return sum;
}
