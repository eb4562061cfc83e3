import type { MergeRule } from '../../model/topic.ts';
import { builder } from '../builder.ts';
import { describedValues } from '../described-values.ts';

const RULE_DESCRIPTIONS: Record<MergeRule, string> = {
  OVERRIDE: 'The file of topic overrides says so.',
  DEFINITION: 'A paper that has the topic defines it: `large language models (LLMs)`.',
  MAJORITY: 'Papers define the acronym so, and at most a third of them otherwise.',
  WELL_KNOWN: 'It is the well-known meaning of the acronym, and the papers do not define it otherwise.',
  SPELLING: 'It is another spelling: plural, hyphens, capitals, British or American.',
};

const TopicMergeRule = builder.enumType('TopicMergeRule', {
  description: 'Why a form stands for a topic.',
  values: describedValues(RULE_DESCRIPTIONS),
});

export const TopicAlias = builder.objectRef<{ form: string; rule: MergeRule }>('TopicAlias').implement({
  description: 'Another form of a topic, and why it stands for the topic.',
  fields: (t) => ({
    form: t.exposeString('form', { description: 'The form as papers have it, such as `LLMs`.' }),
    rule: t.expose('rule', {
      type: TopicMergeRule,
      description: 'Why it stands for the topic; the strongest reason where papers give several.',
    }),
  }),
});
