import { randomUUID } from 'node:crypto';
import type { Projection } from '../analysis/projection.ts';
import { rememberedFor } from '../collections.ts';
import type { Context } from './context.ts';

/** Versions of a store and of a projection count from anew when the server starts. */
const THIS_RUN = randomUUID();

const nameOf = rememberedFor((_projection: Projection) => randomUUID());

/**
 * Names the state of the graph from which questions are answered: as long as it is the same, so are all answers. What is
 * read after this may be newer, never older.
 */
export async function graphState({
  store,
  projector,
}: Pick<Context, 'store' | 'projector'>): Promise<string> {
  const { version } = await store.changesSince(null);
  // No paper is asked for; where the graph is kept in memory this gives all of it.
  const projection = await projector.matching({ any: [] });
  // One in memory follows the store a little later; one that is made for a question is as new as the store.
  const follower = projection.counts === null ? [nameOf(projection), projection.version] : [];
  return [THIS_RUN, version, ...follower].join(' ');
}
