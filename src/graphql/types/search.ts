import { matchingPapers } from '../../analysis/matching-papers.ts';
import { bitsOf, isMarked } from '../../analysis/paper-set.ts';
import { NODE_KINDS } from '../../analysis/projection.ts';
import { isRequired, parseSearchQuery, type SearchTerm } from '../../analysis/search-query.ts';
import { search, SEARCH_KEY_LENGTH } from '../../analysis/search.ts';
import { builder } from '../builder.ts';
import { connectionComplexity, connectionOfRanking } from '../connection.ts';
import { highlightsOf } from '../search-highlights.ts';
import { resolvePaperFilter } from '../resolve-paper-filter.ts';
import { PaperFilter } from './paper-filter.ts';
import { SearchHighlight } from './search-highlight.ts';
import { NodeKind } from './kinds.ts';
import { loadNode, SearchResult } from './search-result.ts';

builder.queryField('search', (t) =>
  t.connection(
    {
      type: SearchResult,
      description:
        'Papers, topics, orgs, authors and repositories that have all words of a query, best first. ' +
        'Example: `search(query: "\\"graph neural\\" molecul*", types: [PAPER, TOPIC], first: 10)`.',
      args: {
        query: t.arg.string({
          required: true,
          description:
            'Words, all of which must be there in any form (`models` finds `model`), `"phrases in quotes"`, and ' +
            '`prefix*` of at least 2 characters. Case and accents do not matter; words such as "the" are not looked ' +
            'for. At most 32 words.',
        }),
        types: t.arg({ type: [NodeKind], description: 'What to search for; everything by default.' }),
        filter: t.arg({
          type: PaperFilter,
          description: 'Which papers may be found. It leaves other types as they are.',
        }),
      },
      complexity: (args) => ({ ...connectionComplexity(args), field: 10 }),
      resolve: async (_root, { query, types, filter, ...args }, context) => {
        const kinds = types ?? NODE_KINDS;
        const terms = parseSearchQuery(query);
        const paperFilter = await resolvePaperFilter(filter, context.loaders);
        const projection = await context.projector.mentioning(wordsToFind(terms), kinds);
        const wanted = bitsOf(projection, matchingPapers(projection, paperFilter));
        const result = search(projection, terms, kinds, (paper) => isMarked(wanted, paper));
        const connection = connectionOfRanking(result.ranking, args, {
          name: 'search',
          keyLength: SEARCH_KEY_LENGTH,
          edgesOf: (items) => items.map(result.hitOf).map((hit) => ({ node: hit.key, hit })),
        });
        const edges = await Promise.all(
          connection.edges.map(async ({ cursor, hit: { kind, key, score } }) => {
            const found = await loadNode({ kind, key }, context);
            // It may have gone since the projection was made.
            return found === null ? [] : [{ cursor, score, node: found.node, found, terms: result.terms }];
          }),
        );
        return { ...connection, edges: edges.flat(), correctedQuery: result.correctedQuery };
      },
    },
    {
      description: 'What a search found.',
      fields: (connection) => ({
        correctedQuery: connection.exposeString('correctedQuery', {
          nullable: true,
          description:
            'What was searched for instead, where nothing had the words of the query and some of them are one or two ' +
            'letters away from known ones: `grpah` is `graph`. Null where it was the query itself.',
        }),
      }),
    },
    {
      description: 'Something that a search found.',
      fields: (edge) => ({
        score: edge.exposeFloat('score', {
          description:
            'How well it matches: above 0 up to 1, and 1 more where the query is its name. For a paper BM25 over title ' +
            '(three times) and abstract, as a share of the most that any text could have; for others how much of the ' +
            'name is asked for, and a little for how many papers they have.',
        }),
        highlights: edge.field({
          type: [SearchHighlight],
          description: 'Where it has what was searched for.',
          resolve: ({ found, terms }) => highlightsOf(found, terms),
        }),
      }),
    },
  ),
);

function wordsToFind(terms: readonly SearchTerm[]): string[] {
  return terms.filter(isRequired).flatMap((term) => {
    if (term.kind === 'PHRASE') return term.words;
    return term.kind === 'WORD' ? term.word : `${term.prefix}*`;
  });
}
