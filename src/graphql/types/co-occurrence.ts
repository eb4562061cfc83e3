import { PapergraphError } from '../../errors.ts';
import { builder } from '../builder.ts';
import { checkRange } from '../check-range.ts';
import { coOccurrenceNetwork, type NetworkAnswer, type NetworkKind } from '../co-occurrence-network.ts';
import { MOST_ITEMS, networkTypes } from './network.ts';
import { checkNetworkArgs, networkArgs } from './network-args.ts';
import { OrgNode, TopicNode } from './nodes.ts';

const MOST_NAMES = 1000;

const topicNetwork = networkTypes({ prefix: 'CoOccurrence', one: 'topic', many: 'topics' });
const orgNetwork = networkTypes({ prefix: 'OrgCollaboration', one: 'org', many: 'orgs' });

builder.objectField(topicNetwork.Node, 'topic', (t) =>
  t.field({
    type: TopicNode,
    description: 'The topic itself.',
    resolve: ({ answer, item }) => answer.keys[item] ?? '',
  }),
);

builder.objectField(orgNetwork.Node, 'org', (t) =>
  t.field({
    type: OrgNode,
    description: 'The org itself.',
    resolve: ({ answer, item }) => answer.keys[item] ?? '',
  }),
);

const topArg = builder.args((t) => ({
  top: t.int({
    required: true,
    defaultValue: 100,
    description: `How many nodes at most, those of most papers: 1 to ${MOST_ITEMS}.`,
  }),
}));

export type NetworkFieldArguments = Omit<NetworkAnswer['args'], 'among'> & {
  among: readonly string[] | null | undefined;
};

/** What the largest networks take makes them dear, whatever is asked of them. */
const networkComplexity = ({ top }: { top: number }) => ({ field: 50 + 5 * Math.max(0, top), multiplier: 1 });

builder.queryFields((t) => ({
  coOccurrence: t.field({
    type: topicNetwork.Network,
    description:
      'Which topics occur together in papers: the network that science mapping draws, with its measures, clusters and layout. ' +
      'Counts are exact for the papers under the filter. Example: `coOccurrence(filter: {publishedSince: "2024-01-01"}, top: ' +
      '50) { nodes { label occurrences cluster x y } links(first: 200) { source { index } target { index } count } }`.',
    args: {
      topics: t.arg.stringList({
        description: `Only among these topics, each by any of its names: at most ${MOST_NAMES}. Among all by default.`,
      }),
      ...topArg,
      ...networkArgs,
    },
    complexity: networkComplexity,
    resolve: (_root, { topics, ...args }, context) =>
      networkOf('TOPIC', 'topics', { ...args, among: topics }, context),
  }),
  orgCollaboration: t.field({
    type: orgNetwork.Network,
    description:
      'Which orgs papers come from together: the same network for orgs as `coOccurrence` is for topics. Example: ' +
      '`orgCollaboration(filter: {topic: "diffusion model"}) { clusters { label nodes { label } } }`.',
    args: {
      orgs: t.arg.stringList({
        description: `Only among these orgs, each by any of its slugs: at most ${MOST_NAMES}. Among all by default.`,
      }),
      ...topArg,
      ...networkArgs,
    },
    complexity: networkComplexity,
    resolve: (_root, { orgs, ...args }, context) =>
      networkOf('ORG', 'orgs', { ...args, among: orgs }, context),
  }),
}));

/** The network that the arguments of a field mean. Throws `BAD_USER_INPUT` for one that is out of range. */
export function networkOf(
  kind: NetworkKind,
  argument: string,
  { among, ...args }: NetworkFieldArguments,
  context: Parameters<typeof coOccurrenceNetwork>[2],
): Promise<NetworkAnswer> {
  if (among != null && among.length > MOST_NAMES) {
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected at most ${MOST_NAMES} names in "${argument}", but got ${among.length}.`,
    );
  }
  checkRange('top', args.top, [1, MOST_ITEMS]);
  checkNetworkArgs(args);
  return coOccurrenceNetwork(kind, { ...args, among: among ?? null }, context);
}
