import { z } from 'zod';
import { compareKeys, countWhile, isOnSide } from '../analysis/compare-keys.ts';
import type { Ranking, RankingKey } from '../analysis/ranking.ts';
import { PapergraphError } from '../errors.ts';

/** The arguments of every connection. */
export type ConnectionArguments = {
  first?: number | null | undefined;
  last?: number | null | undefined;
  after?: string | null | undefined;
  before?: string | null | undefined;
};

/**
 * How a list is ordered: by the values of `keyOf`, the last of which is unique, each in its direction. Null comes last
 * in both directions. A cursor holds these values, so it stays valid when other items come or go.
 */
export type Ordering<Item> = {
  /** What it orders by: a cursor carries it, so that one of another order is refused. */
  name: string;
  keyOf: (item: Item) => RankingKey;
  directions: readonly ('asc' | 'desc')[];
};

/** A page of a list in the shape of a Relay connection. */
export type Connection<Edge> = {
  edges: (Edge & { cursor: string })[];
  totalCount: number;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
};

const DEFAULT_PAGE_SIZE = 20;
const LARGEST_PAGE = 100;

/** The number of items that a connection's arguments ask for, as its cost. */
export function pageSizeOf({ first, last }: ConnectionArguments): number {
  return first ?? last ?? DEFAULT_PAGE_SIZE;
}

/** The cost of a connection field: its page size times what each item costs. */
export function connectionComplexity(args: ConnectionArguments): { field: number; multiplier: number } {
  return { field: 1, multiplier: Math.max(1, pageSizeOf(args)) };
}

/**
 * Puts a list in order and cuts the page out of it that the arguments ask for. The items become edges, so each has
 * `node`, what it leads to or the key of it. Throws as `connectionOfRanking` does.
 */
export function connectionOf<Item extends { node: unknown }>(
  items: readonly Item[],
  args: ConnectionArguments,
  { name, keyOf, directions }: Ordering<Item>,
): Connection<Item> {
  const sorted = items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => compareKeys(a.key, b.key, directions));
  const ranking: Ranking<(typeof sorted)[number]> = {
    count: sorted.length,
    slice: (start, end) => sorted.slice(start, end),
    placeOf: (key, side) =>
      countWhile(sorted.length, (place) => {
        const at = sorted[place];
        return at !== undefined && isOnSide(side, compareKeys(at.key, key, directions));
      }),
    keyOf: ({ key }) => key,
  };
  const edgesOf = (page: typeof sorted) => page.map(({ item }) => item);
  return connectionOfRanking(ranking, args, { name, keyLength: directions.length, edgesOf });
}

/**
 * Cuts the page out of a ranking that the arguments ask for; `edgesOf` makes edges of its items, which are those of the
 * page only. `name` says what the ranking orders by, `keyLength` how many values its keys have. Throws `BAD_USER_INPUT`
 * for a page size outside 1 to 100, for both `first` and `last`, and for a cursor of another order.
 */
export function connectionOfRanking<Item, Edge extends { node: unknown }>(
  ranking: Ranking<Item>,
  args: ConnectionArguments,
  { name, keyLength, edgesOf }: { name: string; keyLength: number; edgesOf: (items: Item[]) => Edge[] },
): Connection<Edge> {
  checkPageSize(args);
  const shape = { name, keyLength };
  const after = readCursor('after', args.after, shape);
  const before = readCursor('before', args.before, shape);
  const from = after === null ? 0 : ranking.placeOf(after, 'behind');
  const to = Math.max(from, before === null ? ranking.count : ranking.placeOf(before, 'before'));
  const size = pageSizeOf(args);
  const [start, end] =
    args.last == null ? [from, Math.min(to, from + size)] : [Math.max(from, to - size), to];

  const items = ranking.slice(start, end);
  const cursors = items.map((item) => writeCursor(shape, ranking.keyOf(item)));
  const edges = edgesOf(items).map((edge, index) => ({ ...edge, cursor: cursors[index] ?? '' }));
  return {
    edges,
    totalCount: ranking.count,
    pageInfo: {
      hasPreviousPage: start > 0,
      hasNextPage: end < ranking.count,
      startCursor: cursors.at(0) ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
  };
}

function checkPageSize({ first, last }: ConnectionArguments): void {
  if (first != null && last != null) {
    throw new PapergraphError('BAD_USER_INPUT', 'Expected either "first" or "last", but got both.');
  }
  for (const [name, value] of Object.entries({ first, last })) {
    if (value != null && (value < 1 || value > LARGEST_PAGE)) {
      throw new PapergraphError(
        'BAD_USER_INPUT',
        `Expected "${name}" from 1 to ${LARGEST_PAGE}, but got ${value}.`,
      );
    }
  }
}

/** What the cursors of a list have to be like. */
type CursorShape = { name: string; keyLength: number };

function writeCursor({ name }: CursorShape, key: RankingKey): string {
  return Buffer.from(JSON.stringify({ order: name, key })).toString('base64url');
}

const sortValue = z.union([z.string(), z.number(), z.null()]);

function readCursor(name: string, cursor: string | null | undefined, shape: CursorShape): RankingKey | null {
  if (cursor == null) return null;
  const expected = z.object({
    order: z.literal(shape.name),
    key: z.array(sortValue).length(shape.keyLength),
  });
  try {
    return expected.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))).key;
  } catch (error) {
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected "${name}" to be a cursor of this connection, but got "${cursor}".`,
      { cause: error },
    );
  }
}
