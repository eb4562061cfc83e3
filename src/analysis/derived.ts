import type { Projection } from './projection.ts';

const known = new WeakMap<Projection, Map<unknown, { version: number; value: unknown }>>();

/** What a pure function makes of a projection; it is kept until the projection changes. */
export function derived<Value>(projection: Projection, compute: (projection: Projection) => Value): Value {
  const values = known.get(projection) ?? new Map<unknown, { version: number; value: unknown }>();
  known.set(projection, values);
  const kept = values.get(compute);
  if (kept?.version === projection.version) return kept.value as Value;
  const value = compute(projection);
  values.set(compute, { version: projection.version, value });
  return value;
}

/** What is computed from a projection when it is first asked for, and anew when the projection has changed since. */
export function untilChanged<Value>(projection: Projection, compute: () => Value): () => Value {
  let kept: { version: number; value: Value } | null = null;
  return () => {
    if (kept?.version !== projection.version) kept = { version: projection.version, value: compute() };
    return kept.value;
  };
}
