/** The kinds of node that questions are about. */
export const NODE_KINDS = ['PAPER', 'TOPIC', 'ORG', 'AUTHOR', 'REPO'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];
