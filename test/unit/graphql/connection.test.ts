import { describe, expect, it } from 'vitest';
import { connectionOf, type ConnectionArguments, type Ordering } from '../../../src/graphql/connection.ts';

type Item = { node: string; count: number | null };
const ordering: Ordering<Item> = {
  name: 'mostFirst',
  keyOf: ({ count, node }) => [count, node],
  directions: ['desc', 'asc'],
};
const items: Item[] = [
  { node: 'a', count: 1 },
  { node: 'b', count: 3 },
  { node: 'c', count: null },
  { node: 'd', count: 3 },
  { node: 'e', count: 0 },
];
const page = (args: ConnectionArguments, list = items) => connectionOf(list, args, ordering);
const nodes = (args: ConnectionArguments, list = items) => page(args, list).edges.map(({ node }) => node);

describe('a connection', () => {
  it('puts the items in order: ties by the last value, null last', () => {
    expect(nodes({})).toEqual(['b', 'd', 'a', 'e', 'c']);
  });

  it('puts null last in the other direction too', () => {
    const ascending: Ordering<Item> = { ...ordering, directions: ['asc', 'asc'] };
    expect(connectionOf(items, {}, ascending).edges.map(({ node }) => node)).toEqual([
      'e',
      'a',
      'b',
      'd',
      'c',
    ]);
  });

  it('walks forward over every item once', () => {
    const first = page({ first: 2 });
    const second = page({ first: 2, after: first.pageInfo.endCursor });
    const third = page({ first: 2, after: second.pageInfo.endCursor });
    expect([first, second, third].map(({ edges }) => edges.map(({ node }) => node))).toEqual([
      ['b', 'd'],
      ['a', 'e'],
      ['c'],
    ]);
    expect(
      [first, second, third].map(({ pageInfo }) => [pageInfo.hasPreviousPage, pageInfo.hasNextPage]),
    ).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ]);
    expect(third.totalCount).toBe(5);
  });

  it('walks backward over every item once', () => {
    const last = page({ last: 2 });
    const before = page({ last: 2, before: last.pageInfo.startCursor });
    const start = page({ last: 2, before: before.pageInfo.startCursor });
    expect([last, before, start].map(({ edges }) => edges.map(({ node }) => node))).toEqual([
      ['e', 'c'],
      ['d', 'a'],
      ['b'],
    ]);
    expect(start.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  });

  it('keeps a cursor valid when items come and its own item goes', () => {
    const { endCursor } = page({ first: 2 }).pageInfo;
    const changed = [
      ...items.filter(({ node }) => node !== 'd'),
      { node: 'new', count: 9 },
      { node: 'f', count: 2 },
    ];
    expect(nodes({ first: 2, after: endCursor }, changed)).toEqual(['f', 'a']);
  });

  it('gives the items between two cursors', () => {
    const all = page({});
    expect(nodes({ after: all.edges[0]?.cursor, before: all.edges[3]?.cursor })).toEqual(['d', 'a']);
    expect(nodes({ after: all.edges[3]?.cursor, before: all.edges[0]?.cursor })).toEqual([]);
  });

  it('refuses a cursor of another order, which would give a wrong page', () => {
    const { endCursor } = connectionOf(items, { first: 1 }, { ...ordering, name: 'another' }).pageInfo;
    expect(() => page({ after: endCursor })).toThrow(/^Expected "after" to be a cursor of this connection/);
  });

  it('is empty without cursors for an empty list', () => {
    expect(page({}, [])).toEqual({
      edges: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  it.each([{ first: 0 }, { first: 101 }, { last: -1 }, { last: 1000 }])(
    'refuses a page size outside 1 to 100: %j',
    (args) => {
      expect(() => page(args)).toThrow(/Expected "(first|last)" from 1 to 100, but got -?\d+\./);
    },
  );

  it('refuses first and last together', () => {
    expect(() => page({ first: 1, last: 1 })).toThrow('Expected either "first" or "last", but got both.');
  });

  it.each([
    '',
    'nonsense',
    Buffer.from('["x"]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
  ])('refuses a cursor that is not its own: %j', (after) => {
    expect(() => page({ after })).toThrow(
      `Expected "after" to be a cursor of this connection, but got "${after}".`,
    );
  });
});
