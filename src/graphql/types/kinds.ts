import type { LinkKind as Link, NodeKind as Node } from '../../analysis/projection.ts';
import { builder } from '../builder.ts';
import { describedValues } from '../described-values.ts';
import { AuthorNode, OrgNode, PaperNode, RepoNode, TopicNode } from './nodes.ts';

const LINK_DESCRIPTIONS: Record<Link, string> = {
  TOPIC: 'A paper has a topic.',
  ORG: 'A paper comes from an org.',
  AUTHOR: 'A paper is by an author.',
  REPO: 'A paper has its code in a repository.',
  CITATION: 'A paper cites another one.',
};

const NODE_DESCRIPTIONS: Record<Node, string> = {
  PAPER: 'A paper; it is searched by title and abstract.',
  TOPIC: 'A topic; it is searched by all its names.',
  ORG: 'An org; it is searched by all its names and slugs.',
  AUTHOR: 'An author; searched by all forms of the name.',
  REPO: 'A code repository; it is searched by owner and name.',
};

export const LinkKind = builder.enumType('LinkKind', {
  description: 'A kind of link between a paper and something else. Links are followed in both directions.',
  values: describedValues(LINK_DESCRIPTIONS),
});

export const NodeKind = builder.enumType('NodeKind', {
  description: 'A kind of node.',
  values: describedValues(NODE_DESCRIPTIONS),
});

/** The type of each kind of node. */
export const TYPE_OF_KIND = {
  PAPER: PaperNode,
  TOPIC: TopicNode,
  ORG: OrgNode,
  AUTHOR: AuthorNode,
  REPO: RepoNode,
} as const;

/** All types that have a global id. */
export const NODE_TYPES = Object.values(TYPE_OF_KIND);

/** The node that a global id stands for. */
export function namedNodeOf({ typename, id }: { typename: string; id: string }): { kind: Node; key: string } {
  return { kind: typename.toUpperCase() as Node, key: id };
}
