import { asksForWords, type PaperFilter } from '../analysis/paper-filter.ts';
import { LINK_KINDS, type Projection } from '../analysis/projection.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { paperIdsPassing } from '../graph/statements/projection.ts';
import {
  addPapers,
  createPart,
  emptyKeys,
  findPapers,
  type KeysByKind,
  withoutUnreadPapers,
} from './part-of-graph.ts';

const NO_CONDITIONS = {
  source: null,
  hasRepo: null,
  minUpvotes: null,
  maxUpvotes: null,
  since: null,
  until: null,
};
type Conditions = Partial<typeof NO_CONDITIONS>;

/**
 * Projects the papers that may pass a filter, at most so many, the newest first: those of the topics, orgs and authors
 * that it asks for, else those that pass what the database can tell by itself.
 */
export async function projectMatching(
  store: GraphStore,
  filter: PaperFilter,
  most: number,
): Promise<Projection> {
  const part = await createPart(store);
  const keys = keysAskedFor(filter);
  const ids =
    keys === null
      ? (await store.run(paperIdsPassing, { ...NO_CONDITIONS, ...conditionsOf(filter), most })).map(
          ({ id }) => id,
        )
      : await findPapers(store, part, keys, most);
  await addPapers(store, part, ids, { withTexts: asksForWords(filter) });
  return withoutUnreadPapers(part);
}

/** Keys one of which every paper that passes has; null where the filter asks for none. */
function keysAskedFor(filter: PaperFilter): KeysByKind | null {
  const keys = emptyKeys();
  if ('topic' in filter) keys.TOPIC.add(filter.topic);
  else if ('org' in filter) keys.ORG.add(filter.org);
  else if ('author' in filter) keys.AUTHOR.add(filter.author);
  else if ('all' in filter) return filter.all.map(keysAskedFor).find((found) => found !== null) ?? null;
  else if ('any' in filter) return keysOfAny(filter.any);
  else return null;
  return keys;
}

function keysOfAny(filters: readonly PaperFilter[]): KeysByKind | null {
  const union = emptyKeys();
  for (const found of filters.map(keysAskedFor)) {
    if (found === null) return null;
    for (const kind of LINK_KINDS) for (const key of found[kind]) union[kind].add(key);
  }
  return union;
}

/** What every paper that passes must fulfil and the database can tell by itself. */
function conditionsOf(filter: PaperFilter): Conditions {
  if ('all' in filter) return Object.assign({}, ...filter.all.map(conditionsOf)) as Conditions;
  const [name = ''] = Object.keys(filter);
  return name in NO_CONDITIONS ? (filter as Conditions) : {};
}
