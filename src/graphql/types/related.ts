import type { RelatedReason as Reason, SharedTerm, Signal } from '../../analysis/related.ts';
import { builder } from '../builder.ts';
import { describedValues } from '../described-values.ts';
import { OrgNode, TopicNode } from './nodes.ts';

const SIGNAL_DESCRIPTIONS: Record<Signal, string> = {
  TOPIC: 'They have topics in common; a topic that few papers have weighs more.',
  ORG: 'They come from the same org; an org with few papers weighs more.',
};

export const RelatednessSignal = builder.enumType('RelatednessSignal', {
  description: 'Something that makes two papers related.',
  values: describedValues(SIGNAL_DESCRIPTIONS),
});

const SharedTopic = builder.objectRef<SharedTerm>('SharedTopic').implement({
  description: 'A topic that two related papers have in common.',
  fields: (t) => ({
    topic: t.field({ type: TopicNode, description: 'The topic.', resolve: ({ key }) => key }),
    weight: t.exposeFloat('weight', { description: 'Its part of the score: rarer topics weigh more.' }),
  }),
});

const SharedOrg = builder.objectRef<SharedTerm>('SharedOrg').implement({
  description: 'An org that two related papers have in common.',
  fields: (t) => ({
    org: t.field({ type: OrgNode, description: 'The org.', resolve: ({ key }) => key }),
    weight: t.exposeFloat('weight', { description: 'Its part of the score.' }),
  }),
});

export const RelatedReason = builder.objectRef<Reason>('RelatedReason').implement({
  description: 'One reason why two papers are related.',
  fields: (t) => ({
    signal: t.expose('signal', { type: RelatednessSignal, description: 'The kind of reason.' }),
    contribution: t.exposeFloat('contribution', {
      description: 'Its part of the score; the contributions of all reasons add up to the score.',
    }),
    topics: t.field({
      type: [SharedTopic],
      description: 'The topics in common, the weightiest first; empty unless the signal is TOPIC.',
      resolve: ({ signal, shared }) => (signal === 'TOPIC' ? shared : []),
    }),
    orgs: t.field({
      type: [SharedOrg],
      description: 'The orgs in common; empty unless the signal is ORG.',
      resolve: ({ signal, shared }) => (signal === 'ORG' ? shared : []),
    }),
  }),
});
