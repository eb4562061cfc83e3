/**
 * Floating-point sums depend in their last digit on the order of what is summed, and so would answers on the store that
 * gave it. Whole numbers up to 2^53 are added exactly: squares of weights, rounded to multiples of this, are in any order.
 */
const STEPS = 2 ** 32;

/** A number as so many steps, for exact sums. */
export function toSteps(value: number): number {
  return Math.round(value * STEPS);
}

/** For each sum of squares, in steps, the inverse of its root, which is the length of the vector; 0 for an empty vector. */
export function invertLengths(sums: Float64Array): Float64Array {
  for (const [index, sum] of sums.entries()) sums[index] = sum > 0 ? 1 / Math.sqrt(sum / STEPS) : 0;
  return sums;
}
