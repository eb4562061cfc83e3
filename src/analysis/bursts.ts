/** A run of batches in which something is more frequent than else: the first and the last of them, by place. */
export type Burst = {
  from: number;
  to: number;
  /** By how much the batches cost less as a burst than as none: the higher, the stronger. */
  weight: number;
};

export type BurstOptions = {
  /** How many times as frequent it is in a burst, above 1. */
  s: number;
  /** What it costs to begin a burst, in ln of the number of batches: at least 0. */
  gamma: number;
};

/** More than this no share in a burst is. Marinsek's `burst_detection` for Python has the same bound. */
const LARGEST_SHARE = 0.99999;

/**
 * The bursts of something that `counts[t]` of the `totals[t]` members of batch t have: Kleinberg's two-state automaton over
 * batches (Bursty and hierarchical structure in streams, 2003, section 4). With p₀ the share over all batches and
 * p₁ = min(s·p₀, 0.99999), batch t costs −ln(C(d, r)·pᵢʳ·(1−pᵢ)ᵈ⁻ʳ) in state i, going from 0 up to 1 costs γ·ln n for n
 * batches, and going down nothing. It begins in 0. The bursts are the runs of state 1 on the cheapest path of states
 * (Viterbi's algorithm); of paths that cost the same, one that is in state 0 earlier.
 */
export function findBursts(counts: Uint32Array, totals: Uint32Array, { s, gamma }: BurstOptions): Burst[] {
  const share = sumOf(counts) / sumOf(totals);
  const burstShare = Math.min(s * share, LARGEST_SHARE);
  if (!(burstShare > share)) return [];
  // Only the difference counts for the path, and in it the binomial coefficients cancel.
  const perMember = Math.log(burstShare / share);
  const perOther = Math.log((1 - burstShare) / (1 - share));
  const gains = Float64Array.from(
    counts,
    (count, batch) => count * perMember + ((totals[batch] ?? 0) - count) * perOther,
  );
  const states = cheapestStates(gains, gamma * Math.log(counts.length));
  return runsOf(states, gains);
}

/** By batch whether a burst is cheaper, if each batch gains so much in it and beginning one costs so much. */
function cheapestStates(gains: Float64Array, costOfStart: number): Uint8Array {
  const length = gains.length;
  // Whether the cheapest path to each state of a batch comes from a burst.
  const fromBurst = [new Uint8Array(length), new Uint8Array(length)] as const;
  let [calm, burst] = [0, Infinity];
  for (let batch = 0; batch < length; batch += 1) {
    const staysInBurst = burst < calm + costOfStart;
    const endsBurst = burst < calm;
    fromBurst[0][batch] = Number(endsBurst);
    fromBurst[1][batch] = Number(staysInBurst);
    const nextBurst = (staysInBurst ? burst : calm + costOfStart) - (gains[batch] as number);
    if (endsBurst) calm = burst;
    burst = nextBurst;
  }
  const states = new Uint8Array(length);
  let state: 0 | 1 = burst < calm ? 1 : 0;
  for (let batch = length - 1; batch >= 0; batch -= 1) {
    states[batch] = state;
    state = fromBurst[state][batch] === 1 ? 1 : 0;
  }
  return states;
}

function runsOf(states: Uint8Array, gains: Float64Array): Burst[] {
  const bursts: Burst[] = [];
  for (let batch = 0; batch < states.length; batch += 1) {
    if (states[batch] === 0) continue;
    if (states[batch - 1] !== 1) bursts.push({ from: batch, to: batch, weight: 0 });
    const burst = bursts.at(-1);
    if (burst === undefined) continue;
    burst.to = batch;
    burst.weight += gains[batch] as number;
  }
  return bursts;
}

function sumOf(values: Uint32Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
