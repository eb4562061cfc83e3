import DataLoader from 'dataloader';
import type { LinkKind, NodeKind, Projection } from '../analysis/projection.ts';
import type { Projector } from '../projection/projector.ts';

/**
 * A loader of a projection that has all within so many links around a node of a kind, by the node's key: one projection
 * for all nodes that a request asks for.
 */
export function aroundLoader(
  projector: Projector,
  kind: NodeKind,
  options: { kinds: readonly LinkKind[]; steps: number },
): DataLoader<string, Projection> {
  return new DataLoader(async (keys) => {
    const projection = await projector.around(
      keys.map((key) => ({ kind, key })),
      options,
    );
    return keys.map(() => projection);
  });
}
