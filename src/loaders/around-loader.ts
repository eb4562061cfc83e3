import DataLoader from 'dataloader';
import type { NodeKind, Projection } from '../analysis/projection.ts';
import type { Projector } from '../projection/projector.ts';

/**
 * A loader of a projection that holds a node and what is around it, by the node's key: however many nodes of a kind a
 * request asks for, they have one projection together. It is good until something else is awaited.
 */
export function aroundLoader(
  projector: Projector,
  kind: NodeKind,
  options: Parameters<Projector['around']>[1],
): DataLoader<string, Projection> {
  return new DataLoader(async (keys) => {
    const projection = await projector.around(
      keys.map((key) => ({ kind, key })),
      options,
    );
    return keys.map(() => projection);
  });
}
