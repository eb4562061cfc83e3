import { z } from 'zod';
import { compareKeys, countWhile } from '../analysis/compare-keys.ts';
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
 * `node`, what it leads to or the key of it. Throws as `rankedConnection` does.
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
    placeOf: (key, side) => {
      const most = side === 'before' ? -1 : 0;
      return countWhile(sorted.length, (place) => {
        const at = sorted[place];
        return at !== undefined && compareKeys(at.key, key, directions) <= most;
      });
    },
    keyOf: ({ key }) => key,
  };
  return rankedConnection(ranking, args, name, ({ item }) => item);
}

/**
 * Cuts the page out of a ranking that the arguments ask for; `name` is that of the order, which cursors carry. Throws
 * `BAD_USER_INPUT` for a page size outside 1 to 100, for both `first` and `last`, and for a cursor of another order.
 */
export function rankedConnection<Item, Edge extends { node: unknown }>(
  ranking: Ranking<Item>,
  args: ConnectionArguments,
  name: string,
  toEdge: (item: Item) => Edge,
): Connection<Edge> {
  checkPageSize(args);
  const after = readCursor('after', args.after, name);
  const before = readCursor('before', args.before, name);
  const from = after === null ? 0 : ranking.placeOf(after, 'behind');
  const to = Math.max(from, before === null ? ranking.count : ranking.placeOf(before, 'before'));
  const size = pageSizeOf(args);
  const [start, end] =
    args.last == null ? [from, Math.min(to, from + size)] : [Math.max(from, to - size), to];

  const edges = ranking
    .slice(start, end)
    .map((item) => ({ ...toEdge(item), cursor: writeCursor(name, ranking.keyOf(item)) }));
  return {
    edges,
    totalCount: ranking.count,
    pageInfo: {
      hasPreviousPage: start > 0,
      hasNextPage: end < ranking.count,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
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

function writeCursor(order: string, key: RankingKey): string {
  return Buffer.from(JSON.stringify({ order, key })).toString('base64url');
}

const cursorOf = (order: string) =>
  z.object({ order: z.literal(order), key: z.array(z.union([z.string(), z.number(), z.null()])).min(1) });

function readCursor(name: string, cursor: string | null | undefined, order: string): RankingKey | null {
  if (cursor == null) return null;
  try {
    return cursorOf(order).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))).key;
  } catch (error) {
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected "${name}" to be a cursor of this connection, but got "${cursor}".`,
      { cause: error },
    );
  }
}
