import DataLoader from 'dataloader';
import { groupBy } from '../collections.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import type { Statement } from '../graph/statement.ts';

/**
 * A loader of the rows that belong to a key, such as a paper's topics: however many keys a request asks for, they
 * are fetched by one statement. A key without rows gives an empty list.
 */
export function relationshipLoader<Params, Row>(
  store: GraphStore,
  statement: Statement<Params, Row>,
  { params, keyOf }: { params: (keys: string[]) => Params; keyOf: (row: Row) => string },
): DataLoader<string, Row[]> {
  return new DataLoader(async (keys) => {
    const rows = groupBy(await store.run(statement, params([...keys])), keyOf);
    return keys.map((key) => rows.get(key) ?? []);
  });
}
