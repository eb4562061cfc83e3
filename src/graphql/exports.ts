import type { GraphQLArgument } from 'graphql';
import { pagesOf } from '../collections.ts';
import { inChunks } from '../export/chunks.ts';
import type { Format } from '../export/format.ts';
import { NETWORK_FORMATS } from '../export/network/network-formats.ts';
import { readPapers } from '../export/papers/paper-content.ts';
import { PAPER_FORMATS } from '../export/papers/paper-formats.ts';
import type { Context } from './context.ts';
import { matchingIds, type PapersArguments } from './matching-ids.ts';
import { networkContent } from './network-content.ts';
import { schema } from './schema.ts';
import { networkOf, type NetworkFieldArguments } from './types/co-occurrence.ts';

export type ExportContext = Pick<Context, 'store' | 'projector' | 'loaders' | 'analyst' | 'signal'>;

/** Something that can be had as a file. */
export type Exportable = {
  /** What it is, for the help of the command. */
  description: string;
  /** Those of the query of the same name, or some of them. */
  arguments: readonly GraphQLArgument[];
  /** By extension. */
  mediaTypes: Readonly<Record<string, string>>;
  /** The text in chunks. Rejects where an argument is wrong; what is asked of the store later is asked as chunks are. */
  write: (
    extension: string,
    args: Record<string, unknown>,
    context: ExportContext,
  ) => Promise<AsyncIterable<string>>;
};

/** Everything that can be exported, by name. */
export const EXPORTS: ReadonlyMap<string, Exportable> = new Map([
  [
    'co-occurrence',
    exportable(NETWORK_FORMATS, {
      description: 'which topics occur together in papers',
      arguments: argumentsOf('coOccurrence'),
      read: ({ topics, ...args }: WithNames<'topics'>, context) =>
        networkOf('TOPIC', 'topics', { ...args, among: topics }, context).then(networkContent),
    }),
  ],
  [
    'org-collaboration',
    exportable(NETWORK_FORMATS, {
      description: 'which orgs papers come from together',
      arguments: argumentsOf('orgCollaboration'),
      read: ({ orgs, ...args }: WithNames<'orgs'>, context) =>
        networkOf('ORG', 'orgs', { ...args, among: orgs }, context).then(networkContent),
    }),
  ],
  [
    'papers',
    exportable(PAPER_FORMATS, {
      description: 'papers that pass a filter',
      arguments: argumentsOf('papers', ['filter', 'orderBy']),
      read: async (args: PapersArguments, context) => {
        const { store } = context;
        return readPapers(store, pagesOf(await matchingIds(args, context), store.pageSize));
      },
    }),
  ],
]);

type WithNames<Name extends string> = Omit<NetworkFieldArguments, 'among'> &
  Partial<Record<Name, readonly string[] | null>>;

function exportable<Content>(
  formats: Readonly<Record<string, Format<Content>>>,
  {
    read,
    ...about
  }: Pick<Exportable, 'description' | 'arguments'> & {
    read: (args: never, context: ExportContext) => Promise<Content>;
  },
): Exportable {
  return {
    ...about,
    mediaTypes: Object.fromEntries(
      Object.entries(formats).map(([extension, { mediaType }]) => [extension, mediaType]),
    ),
    async write(extension, args, context) {
      const format = formats[extension];
      if (format === undefined) throw new TypeError(`expected a format, but got "${extension}"`);
      // They were coerced as the schema has them.
      return inChunks(format.write(await read(args as never, context)));
    },
  };
}

function argumentsOf(query: string, names?: readonly string[]): GraphQLArgument[] {
  const { args = [] } = schema.getQueryType()?.getFields()[query] ?? {};
  return args.filter(({ name }) => names?.includes(name) ?? true);
}
