import { firstDayOfNode, paperCountOfNode } from '../../analysis/papers-of-node.ts';
import { rankedNodes } from '../../analysis/ranked-nodes.ts';
import { builder } from '../builder.ts';
import { connectionComplexity } from '../connection.ts';
import { papersOfNode } from '../node-papers.ts';
import { paperConnection } from '../paper-connection.ts';
import { rankedNodeConnection } from '../ranked-node-connection.ts';
import { PaperNode, TopicNode } from './nodes.ts';
import { facetsField, paperListArgs } from './paper-list.ts';
import { TopicAlias } from './topic-alias.ts';

TopicNode.implement({
  description:
    'Something that papers are about, taken from their titles and abstracts; one node for all forms of a concept.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The form to display, such as `large language model`.' }),
    aliases: t.exposeStringList('aliases', {
      description: 'Other forms seen, such as `LLMs`; `topic(name:)` finds it by any of them.',
    }),
    acronym: t.exposeString('acronym', {
      nullable: true,
      description: 'The acronym that papers use for it, such as `LLM`; null where none does.',
    }),
    merges: t.field({
      type: [TopicAlias],
      description: 'The aliases, each with the reason why it stands for this topic.',
      resolve: ({ aliases, aliasRules }) =>
        aliases.map((form, index) => ({ form, rule: aliasRules[index] ?? 'SPELLING' })),
    }),
    paperCount: t.int({
      description: 'How many papers have it.',
      resolve: async ({ key }, _args, { loaders }) =>
        paperCountOfNode(await loaders.counted.TOPIC.load(key), 'TOPIC', key),
    }),
    firstSeenOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day of the first paper that has it; null where none with a date has.',
      resolve: async ({ key }, _args, { loaders }) =>
        firstDayOfNode(await loaders.papersOf.TOPIC.load(key), 'TOPIC', key),
    }),
    papers: t.connection(
      {
        type: PaperNode,
        description: 'The papers that have it, the newest first.',
        args: paperListArgs,
        complexity: connectionComplexity,
        resolve: async ({ key }, args, { loaders }) =>
          paperConnection(await papersOfNode(loaders, 'TOPIC', key, args.filter), args),
      },
      { description: 'The papers of a topic.', fields: (list) => ({ facets: list.field(facetsField) }) },
      { description: 'That a topic is in a paper.' },
    ),
  }),
});

builder.queryFields((t) => ({
  topic: t.field({
    type: TopicNode,
    nullable: true,
    description: 'The topic of a name, or null where no paper has it. Example: `topic(name: "LLMs")`.',
    args: {
      name: t.arg.string({
        required: true,
        description:
          'Any form of the name: singular or plural, hyphenated or not, an acronym that papers define.',
      }),
    },
    resolve: (_root, { name }, { loaders }) => loaders.topicKey.load(name),
  }),
  topics: t.connection(
    {
      type: TopicNode,
      description: 'All topics, those with most papers first.',
      complexity: connectionComplexity,
      resolve: async (_root, args, { projector }) => {
        const projection = await projector.all('TOPIC');
        return rankedNodeConnection(projection, 'TOPIC', rankedNodes(projection, 'TOPIC'), args);
      },
    },
    { description: 'A list of topics.' },
    { description: 'A topic in a list.' },
  ),
}));
