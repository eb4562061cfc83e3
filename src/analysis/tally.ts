/** Sums by number of the node, and which nodes have one, in order of first appearance. */
export type Tally = { sums: Float64Array; seen: Uint32Array; size: number };

/**
 * Gives an empty tally for so many nodes. It is the same one each time, so it is good until the next call: a tally has
 * room for every node, and a new one for each question would cost more than the question.
 */
export function reusedTally(): (nodeCount: number) => Tally {
  let tally: Tally = { sums: new Float64Array(0), seen: new Uint32Array(0), size: 0 };
  return (nodeCount) => {
    if (tally.sums.length < nodeCount) {
      const room = Math.ceil(nodeCount * 1.2);
      tally = { sums: new Float64Array(room), seen: new Uint32Array(room), size: 0 };
    }
    for (let index = 0; index < tally.size; index += 1) tally.sums[tally.seen[index] ?? 0] = 0;
    tally.size = 0;
    return tally;
  };
}

/** Adds an amount above 0 to a node's sum. */
export function addTo(tally: Tally, node: number, amount: number): void {
  const sum = tally.sums[node] ?? 0;
  if (sum === 0) {
    tally.seen[tally.size] = node;
    tally.size += 1;
  }
  tally.sums[node] = sum + amount;
}
