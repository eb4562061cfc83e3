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
import { describedValues } from '../described-values.ts';
import { AuthorNode, OrgNode, PaperNode, RepoNode, TopicNode } from './nodes.ts';

const TYPE_DESCRIPTIONS: Record<NodeKind, string> = {
  PAPER: 'Papers, by title and abstract.',
  TOPIC: 'Topics, by all their names.',
  ORG: 'Orgs, by all their names and slugs.',
  AUTHOR: 'Authors, by all forms of their names.',
  REPO: 'Code repositories, by owner and name.',
};

/** What may be searched for. */
export const SearchType = builder.enumType('SearchType', {
  description: 'What to search for.',
  values: describedValues(TYPE_DESCRIPTIONS),
});

/** Any of the five kinds of node: what a search finds. */
export const SearchResult = builder.unionType('SearchResult', {
  description: 'Something that was found.',
  types: [PaperNode, TopicNode, OrgNode, AuthorNode, RepoNode],
});

/** What the names and texts of nodes are read from to show why they were found. */
type FoundNode = { PAPER: Paper; TOPIC: Topic; ORG: Org; AUTHOR: Author; REPO: Repo };
type Repo = z.infer<typeof reposByUrls.row>;

/** A node as it was loaded, with its kind. */
export type LoadedNode = { [Kind in NodeKind]: { kind: Kind; node: FoundNode[Kind] } }[NodeKind];

const NODES = { PAPER: PaperNode, TOPIC: TopicNode, ORG: OrgNode, AUTHOR: AuthorNode, REPO: RepoNode };

/**
 * Loads a node, together with all of its kind that are asked for: one statement a kind. Null where it has gone. GraphQL
 * knows its type from then on.
 */
export async function loadNode(
  { kind, key }: { kind: NodeKind; key: string },
  context: Context,
): Promise<LoadedNode | null> {
  const loader: { load: (key: string) => Promise<object | null> } = NODES[kind].getDataloader(context);
  const node = await loader.load(key);
  if (node === null) return null;
  brandWithType(node, NODES[kind]);
  return { kind, node } as LoadedNode;
}
