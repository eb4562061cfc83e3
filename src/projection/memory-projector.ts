import type { Projection } from '../analysis/projection.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import type { Projector } from './projector.ts';
import { readProjection } from './read-projection.ts';

/** Keeps the projection of the whole graph in memory. */
export function memoryProjector(store: GraphStore): Projector {
  let whole: Promise<Projection> | null = null;
  const get = () => (whole ??= readProjection(store));
  return { matching: get, relatedTo: get, around: get, all: get, mentioning: get };
}
