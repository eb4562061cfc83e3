import { z } from 'zod';
import type { Ranking, RankingKey } from '../analysis/ranking.ts';
import { compareText } from '../collections.ts';
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
 * `node`, what it leads to or the key of it. Throws `BAD_USER_INPUT` for a page size outside 1 to 100, for both `first` and
 * `last`, and for a cursor of another order.
 */
export function connectionOf<Item extends { node: unknown }>(
  items: readonly Item[],
  args: ConnectionArguments,
  ordering: Ordering<Item>,
): Connection<Item> {
  checkPageSize(args);
  const sorted = items
    .map((item) => ({ item, key: ordering.keyOf(item) }))
    .sort((a, b) => compareKeys(a.key, b.key, ordering.directions));
  const shape = { name: ordering.name, keyLength: ordering.directions.length };
  const after = readCursor('after', args.after, shape);
  const before = readCursor('before', args.before, shape);
  const isBehind = (key: RankingKey) => after === null || compareKeys(key, after, ordering.directions) > 0;
  const isAhead = (key: RankingKey) => before === null || compareKeys(key, before, ordering.directions) < 0;

  const from = countWhile(sorted, ({ key }) => !isBehind(key));
  const to = Math.max(
    from,
    countWhile(sorted, ({ key }) => isAhead(key)),
  );
  const [start, end] = cutPage(args, from, to);

  const edges = sorted
    .slice(start, end)
    .map(({ item, key }) => ({ ...item, cursor: writeCursor(shape, key) }));
  return pageOf(edges, { start, end, count: sorted.length });
}

/**
 * Cuts the page out of a ranking that the arguments ask for; `edgesOf` makes edges of its items, which are those of the
 * page only. `name` says what the ranking orders by, `keyLength` how many values its keys have. Throws as `connectionOf` does.
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
  const [start, end] = cutPage(args, from, to);

  const items = ranking.slice(start, end);
  const cursors = items.map((item) => writeCursor(shape, ranking.keyOf(item)));
  const edges = edgesOf(items).map((edge, index) => ({ ...edge, cursor: cursors[index] ?? '' }));
  return pageOf(edges, { start, end, count: ranking.count });
}

/** The places that a page goes from and to, of those that the cursors leave. */
function cutPage(args: ConnectionArguments, from: number, to: number): [start: number, end: number] {
  const size = pageSizeOf(args);
  return args.last == null ? [from, Math.min(to, from + size)] : [Math.max(from, to - size), to];
}

function pageOf<Edge extends { cursor: string }>(
  edges: Edge[],
  { start, end, count }: { start: number; end: number; count: number },
) {
  return {
    edges,
    totalCount: count,
    pageInfo: {
      hasPreviousPage: start > 0,
      hasNextPage: end < count,
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

function compareKeys(a: RankingKey, b: RankingKey, directions: Ordering<never>['directions']): number {
  for (const [index, direction] of directions.entries()) {
    const [x, y] = [a[index] ?? null, b[index] ?? null];
    if (x === y) continue;
    if (x === null) return 1;
    if (y === null) return -1;
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : compareText(String(x), String(y));
    if (order !== 0) return direction === 'asc' ? order : -order;
  }
  return 0;
}

function countWhile<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  const index = items.findIndex((item) => !holds(item));
  return index === -1 ? items.length : index;
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
