/** The items under the key of each, in their order. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The distinct values, in order of first appearance. */
export function unique<Value>(values: Iterable<Value>): Value[] {
  return [...new Set(values)];
}

/** Items in pages of so many, the last of which may be shorter. */
export function pagesOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, page) =>
    items.slice(page * size, (page + 1) * size),
  );
}

/** The properties that have a value: all that a new node needs, for null takes a property away and would only cost time. */
export function withoutNulls<Properties extends object>(properties: Properties): Partial<Properties> {
  const kept: Partial<Properties> = {};
  for (const name of Object.keys(properties) as (keyof Properties)[]) {
    if (properties[name] !== null) kept[name] = properties[name];
  }
  return kept;
}

/** Compares texts by code unit: the same order on every machine and store, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A pure function that remembers its answers, at most `limit` of them: then it forgets all and begins anew. */
export function remembered<Value>(compute: (text: string) => Value, limit: number): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const value = known.get(text);
    if (value !== undefined) return value;
    if (known.size >= limit) known.clear();
    const computed = compute(text);
    known.set(text, computed);
    return computed;
  };
}

/**
 * What a map holds under a key, or else what `make` gives, which it holds from then on. Of more than `most` it forgets the
 * one that was asked for longest ago.
 */
export function lastUsed<Value>(
  map: Map<string, Value>,
  key: string,
  most: number,
  make: () => Value,
): Value {
  const value = map.get(key) ?? make();
  // Those asked for last stand at the end, so that the first one can be forgotten.
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
  return value;
}

/** A pure function of an object that remembers its answer as long as the object lives. */
export function rememberedFor<Of extends object, Value>(compute: (of: Of) => Value): (of: Of) => Value {
  const known = new WeakMap<Of, { value: Value }>();
  return (of) => {
    const kept = known.get(of) ?? { value: compute(of) };
    known.set(of, kept);
    return kept.value;
  };
}
