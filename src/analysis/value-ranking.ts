import { compareText } from '../collections.ts';
import type { NodeTable } from './projection.ts';
import { rankingOf, type Ranking } from './ranking.ts';

/**
 * Nodes with the highest value first, then by key. The items of the ranking are places in `nodes` and in `values`, which
 * are parallel; its keys are a value and the node's key.
 */
export function rankByValue(
  { keys }: NodeTable,
  nodes: Uint32Array,
  values: ArrayLike<number>,
): Ranking<number> {
  const keyOf = (place: number) => keys[nodes[place] ?? 0] ?? '';
  const valueOf = (place: number) => values[place] ?? 0;
  return rankingOf(
    nodes.map((_node, place) => place),
    {
      compare: (a, b) => valueOf(b) - valueOf(a) || compareText(keyOf(a), keyOf(b)),
      compareToKey: (place, [value, key]) =>
        Number(value) - valueOf(place) || compareText(keyOf(place), String(key)),
      keyOf: (place) => [valueOf(place), keyOf(place)],
    },
  );
}
