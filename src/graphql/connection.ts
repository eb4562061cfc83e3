import { z } from 'zod';
import { compareText } from '../collections.ts';
import { PapergraphError } from '../errors.ts';

/** The arguments of every connection. */
export type ConnectionArguments = {
  first?: number | null | undefined;
  last?: number | null | undefined;
  after?: string | null | undefined;
  before?: string | null | undefined;
};

type SortValue = string | number | null;

/**
 * How a list is ordered: by the values of `keyOf`, the last of which is unique, each in its direction. Null comes last
 * in both directions. A cursor holds these values, so it stays valid when other items come or go.
 */
export type Ordering<Item> = {
  /** What it orders by: a cursor carries it, so that one of another order is refused. */
  name: string;
  keyOf: (item: Item) => SortValue[];
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
  const after = readCursor('after', args.after, ordering);
  const before = readCursor('before', args.before, ordering);
  const isBehind = (key: SortValue[]) => after === null || compareKeys(key, after, ordering.directions) > 0;
  const isAhead = (key: SortValue[]) => before === null || compareKeys(key, before, ordering.directions) < 0;

  const from = countWhile(sorted, ({ key }) => !isBehind(key));
  const to = Math.max(
    from,
    countWhile(sorted, ({ key }) => isAhead(key)),
  );
  const size = pageSizeOf(args);
  const [start, end] =
    args.last == null ? [from, Math.min(to, from + size)] : [Math.max(from, to - size), to];

  const edges = sorted
    .slice(start, end)
    .map(({ item, key }) => ({ ...item, cursor: writeCursor(ordering, key) }));
  return {
    edges,
    totalCount: sorted.length,
    pageInfo: {
      hasPreviousPage: start > 0,
      hasNextPage: end < sorted.length,
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

function compareKeys(
  a: readonly SortValue[],
  b: readonly SortValue[],
  directions: Ordering<never>['directions'],
): number {
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

function writeCursor({ name }: Ordering<never>, key: SortValue[]): string {
  return Buffer.from(JSON.stringify({ order: name, key })).toString('base64url');
}

const sortValue = z.union([z.string(), z.number(), z.null()]);

function cursorOf({ name, directions }: Ordering<never>) {
  return z.object({ order: z.literal(name), key: z.array(sortValue).length(directions.length) });
}

function readCursor(
  name: string,
  cursor: string | null | undefined,
  ordering: Ordering<never>,
): SortValue[] | null {
  if (cursor == null) return null;
  try {
    return cursorOf(ordering).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))).key;
  } catch (error) {
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected "${name}" to be a cursor of this connection, but got "${cursor}".`,
      { cause: error },
    );
  }
}
