import { orgSlug } from '../../model/org.ts';
import { builder } from '../builder.ts';
import { connectionComplexity, type Connection } from '../connection.ts';
import { orgTopicsConnection, type OrgTopicEdge } from '../org-topics.ts';
import { OrgNode, TopicNode } from './nodes.ts';
import { PaperFilter } from './paper-filter.ts';

const OrgTopicOrder = builder.enumType('OrgTopicOrder', {
  description: 'The order of the topics of an org; those that are equal in it stand by key.',
  values: {
    COUNT: { description: 'Those that most papers of the org have first.' },
    SPECIALISATION: { description: 'Those that the org is most specialised in first.' },
  } as const,
});

const OrgTopicsEdge = builder.edgeObject<typeof TopicNode, Connection<OrgTopicEdge>>({
  type: TopicNode,
  name: 'OrgTopicsConnectionEdge',
  description: 'That papers of an org have a topic.',
  fields: (edge) => ({
    count: edge.exposeInt('paperCount', { description: 'How many papers of the org have the topic.' }),
    share: edge.exposeFloat('share', {
      description: 'The share of the papers of the org that have it, above 0 up to 1.',
    }),
    specialisation: edge.exposeFloat('specialisation', {
      description:
        'How many times as large that share is as among all papers: the location quotient (Florence 1939), in ' +
        'scientometrics the activity index (Frame 1977). Above 1 the org does more of it than others.',
    }),
  }),
});

const OrgTopics = builder.connectionObject<typeof TopicNode, Connection<OrgTopicEdge>>(
  { type: TopicNode, name: 'OrgTopicsConnection', description: 'The topics of an org.' },
  OrgTopicsEdge,
);

const orgTopicArgs = builder.args((t) => ({
  filter: t.field({
    type: PaperFilter,
    description: 'Only papers that pass it count, those of the org as well as all others; all by default.',
  }),
  orderBy: t.field({
    type: OrgTopicOrder,
    required: true,
    defaultValue: 'COUNT',
    description: 'In which order; the most frequent topic first by default.',
  }),
  minCount: t.int({
    description:
      'Only topics that so many papers of the org have: by default 1, and 3 in the order of specialisation, for what a ' +
      'single paper is about tells little.',
  }),
}));

builder.objectFields(OrgNode, (t) => ({
  topics: t.field({
    type: OrgTopics,
    description:
      'What its papers are about, the most frequent topic first. ' +
      'Example: `topics(orderBy: SPECIALISATION) { edges { count share specialisation node { name } } }`.',
    args: { ...orgTopicArgs, ...t.arg.connectionArgs() },
    complexity: connectionComplexity,
    resolve: ({ slug }, args, { loaders }) => orgTopicsConnection(slug, args, loaders),
  }),
}));

builder.queryField('topicsOf', (t) =>
  t.field({
    type: OrgTopics,
    nullable: true,
    description:
      'What the papers of an org are about, as `Org.topics`; null for an org that no paper comes from. ' +
      'Example: `topicsOf(org: "google", orderBy: SPECIALISATION) { edges { specialisation node { name } } }`.',
    args: {
      org: t.arg.string({
        required: true,
        description: 'The slug of the org or another of its `slugs`; case does not matter.',
      }),
      ...orgTopicArgs,
      ...t.arg.connectionArgs(),
    },
    complexity: connectionComplexity,
    resolve: async (_root, { org, ...args }, { loaders }) => {
      const slug = await loaders.slugOfOrg.load(orgSlug(org));
      return slug === null ? null : orgTopicsConnection(slug, args, loaders);
    },
  }),
);
