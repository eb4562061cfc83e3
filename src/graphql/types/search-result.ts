import { brandWithType } from '@pothos/core';
import type { z } from 'zod';
import type { NodeKind } from '../../analysis/projection.ts';
import { reposByUrls } from '../../graph/statements/repos.ts';
import type { Author } from '../../model/author.ts';
import type { Org } from '../../model/org.ts';
import type { Paper } from '../../model/paper.ts';
import type { Topic } from '../../model/topic.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { NODE_TYPES, TYPE_OF_KIND } from './kinds.ts';

/** Any of the five kinds of node: what a search finds. */
export const SearchResult = builder.unionType('SearchResult', {
  description: 'Something that was found.',
  types: NODE_TYPES,
});

/** What the names and texts of nodes are read from to show why they were found. */
type FoundNode = { PAPER: Paper; TOPIC: Topic; ORG: Org; AUTHOR: Author; REPO: Repo };
type Repo = z.infer<typeof reposByUrls.row>;

/** A node as it was loaded, with its kind. */
export type LoadedNode = { [Kind in NodeKind]: { kind: Kind; node: FoundNode[Kind] } }[NodeKind];

/**
 * Loads a node, together with all of its kind that are asked for: one statement a kind. Null where it has gone. GraphQL
 * knows its type from then on.
 */
export async function loadNode(
  { kind, key }: { kind: NodeKind; key: string },
  context: Context,
): Promise<LoadedNode | null> {
  const loader: { load: (key: string) => Promise<object | null> } = TYPE_OF_KIND[kind].getDataloader(context);
  const node = await loader.load(key);
  if (node === null) return null;
  brandWithType(node, TYPE_OF_KIND[kind]);
  return { kind, node } as LoadedNode;
}
