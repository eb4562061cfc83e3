import { NODE_KINDS } from '../../analysis/projection.ts';
import { suggest, type Suggestion as SuggestionShape } from '../../analysis/suggest.ts';
import { PapergraphError } from '../../errors.ts';
import { foldedWords } from '../../model/search-text.ts';
import { builder } from '../builder.ts';
import { NodeKind } from './kinds.ts';
import { loadNode, SearchResult } from './search-result.ts';

const MOST_SUGGESTIONS = 50;

const Suggestion = builder.objectRef<SuggestionShape>('Suggestion').implement({
  description: 'Something that may be meant by what was typed so far.',
  fields: (t) => ({
    text: t.exposeString('name', { description: 'Its name to display; of a paper the title.' }),
    type: t.expose('kind', { type: NodeKind, description: 'What it is.' }),
    paperCount: t.exposeInt('paperCount', {
      nullable: true,
      description: 'How many papers it has; null where it is a paper.',
    }),
    node: t.field({
      type: SearchResult,
      nullable: true,
      description: 'The thing itself; null where it has gone this very moment.',
      resolve: async (suggestion, _args, context) => (await loadNode(suggestion, context))?.node ?? null,
    }),
  }),
});

builder.queryField('suggest', (t) =>
  t.field({
    type: [Suggestion],
    description:
      'What to offer while somebody types: names and titles with a word that begins with each word typed. Those that begin ' +
      'with all that was typed stand first, then those with more papers; papers by upvotes, the newest first. ' +
      'Example: `suggest(prefix: "graph neu") { text type paperCount }`.',
    args: {
      prefix: t.arg.string({
        required: true,
        description: 'What was typed so far, at most 32 words. Case and accents do not matter.',
      }),
      types: t.arg({ type: [NodeKind], description: 'What to suggest; everything by default.' }),
      first: t.arg.int({
        required: true,
        defaultValue: 10,
        description: 'How many suggestions: 1 to 50, by default 10.',
      }),
    },
    complexity: ({ first }) => ({ field: 5, multiplier: Math.max(1, first) }),
    resolve: async (_root, { prefix, types, first }, { projector }) => {
      if (first < 1 || first > MOST_SUGGESTIONS) {
        throw new PapergraphError(
          'BAD_USER_INPUT',
          `Expected "first" from 1 to ${MOST_SUGGESTIONS}, but got ${first}.`,
        );
      }
      const kinds = types ?? NODE_KINDS;
      const projection = await projector.mentioning(
        foldedWords(prefix).map((word) => `${word}*`),
        kinds,
      );
      return suggest(projection, prefix, kinds, first);
    },
  }),
);
