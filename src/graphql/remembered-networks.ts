import { derived } from '../analysis/derived.ts';
import type { Projection } from '../analysis/projection.ts';
import type { Network } from '../analysis/co-occurrence/network.ts';
import { lastUsed } from '../collections.ts';
import { sharedComputation, type Shared } from './shared-computation.ts';

/** A network by the keys of its items. */
export type CountedNetwork = { keys: readonly string[]; network: Network };

/** A network that is computed when it is first asked for, and so is what follows from it. */
export type RememberedNetwork = {
  counted: Shared<CountedNetwork>;
  /** What follows from it: what was computed under the same name for the first who asked is there for all. */
  part: <Value>(name: string, compute: (signal: AbortSignal) => Promise<Value>) => Shared<Value>;
};

/** So many networks are remembered at most: one of 1,000 items and half a million links takes 8 MB. */
const MOST_NETWORKS = 16;
/** So much that follows from a network is. */
const MOST_PARTS = 16;

/** The network of a name, which says all that it depends on beside the projection; until the projection changes. */
export function rememberedNetwork(
  projection: Projection,
  name: string,
  count: (signal: AbortSignal) => Promise<CountedNetwork>,
): RememberedNetwork {
  return lastUsed(derived(projection, noNetworks), name, MOST_NETWORKS, () => {
    const parts = new Map<string, Shared<unknown>>();
    return {
      counted: sharedComputation(count),
      part: <Value>(partName: string, compute: (signal: AbortSignal) => Promise<Value>) =>
        // Under one name stand values of one type.
        lastUsed(parts, partName, MOST_PARTS, () => sharedComputation(compute)) as Shared<Value>,
    };
  });
}

const noNetworks = (): Map<string, RememberedNetwork> => new Map();
