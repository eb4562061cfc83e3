import type { Projection } from '../analysis/projection.ts';
import type { NamedNode } from '../analysis/whole-numbering.ts';
import { PapergraphError } from '../errors.ts';

/** Throws `BAD_USER_INPUT` for the first node that is not in the graph. */
export function checkNodes({ nodes }: Projection, wanted: readonly NamedNode[]): void {
  const missing = wanted.find(({ kind, key }) => !nodes[kind].numberOf.has(key));
  if (missing === undefined) return;
  throw new PapergraphError(
    'BAD_USER_INPUT',
    `Expected ids of nodes in the graph, but got one of ${missing.kind.toLowerCase()} "${missing.key}", which is not there.`,
  );
}
