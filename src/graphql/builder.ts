import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import RelayPlugin from '@pothos/plugin-relay';
import type { Context } from './context.ts';

/** The builder of the schema: plugins and what holds for all types; the types are in `types/`. */
export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  DefaultNodeNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  Connection: { totalCount: number };
  Scalars: {
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
  };
}>({
  plugins: [ComplexityPlugin, RelayPlugin, DataloaderPlugin],
  defaultFieldNullability: false,
  complexity: { defaultComplexity: 1, defaultListMultiplier: 5 },
  relay: {
    nodeTypeOptions: { description: 'Anything with an id that `node` can look up again.' },
    nodeQueryOptions: {
      description: 'Looks up a paper, author, topic, org or repository by its id. Null where there is none.',
      args: { id: { description: 'An `id` that this API gave.' } },
    },
    nodesQueryOptions: {
      description: 'Looks up several ids at once, in their order; null where there is none.',
      args: { ids: { description: 'Ids that this API gave.' } },
      complexity: (args) => ({ field: 1, multiplier: args.ids.length }),
    },
    idFieldOptions: { description: 'Opaque id, unique over all types; for `node` and as a cache key.' },
    pageInfoTypeOptions: { description: 'Where a page stands in its connection.' },
    hasNextPageFieldOptions: { description: 'Whether items follow this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether items precede this page.' },
    startCursorFieldOptions: {
      description: 'Cursor of the first edge, for `before`; null on an empty page.',
    },
    endCursorFieldOptions: { description: 'Cursor of the last edge, for `after`; null on an empty page.' },
    cursorFieldOptions: { description: 'Where the edge stands; stays valid when items come or go.' },
    edgesFieldOptions: {
      description: 'The items of the page, each with what the relationship knows.',
      nullable: { list: false, items: false },
      // The connection field has already counted the page size.
      complexity: { field: 1, multiplier: 1 },
    },
    nodeFieldOptions: { description: 'The item itself.', nullable: false },
    pageInfoFieldOptions: { description: 'Where the page stands in the whole list.' },
    firstArgOptions: {
      description: 'How many items from the start (or from `after`) on: 1 to 100, by default 20.',
    },
    lastArgOptions: {
      description: 'How many items up to the end (or up to `before`): 1 to 100. Not with `first`.',
    },
    afterArgOptions: { description: 'Only items behind this cursor.' },
    beforeArgOptions: { description: 'Only items ahead of this cursor.' },
  },
});

builder.queryType({
  description: 'A knowledge graph of research papers: papers, authors, topics, orgs and code repositories.',
});

builder.mutationType({
  description: 'What changes the graph. It needs the API key that the server was given.',
});

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many items the whole list has, whatever the page.',
    resolve: ({ totalCount }) => totalCount,
  }),
);
