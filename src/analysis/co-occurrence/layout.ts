import type { Network } from './network.ts';

/** Where each item is drawn. */
export type Layout = { x: Float64Array; y: Float64Array };

/** Lays a network out in the plane. */
export function layOut(network: Network, _strengths: Float64Array, _seed: number): Layout {
  throw new TypeError(`not there yet: layout of ${network.itemCount} items`);
}
