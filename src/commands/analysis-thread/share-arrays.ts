/** Smaller ones are copied faster than they are shared. */
const LEAST_BYTES = 1 << 16;

type TypedArray = Uint32Array | Int32Array | Float64Array;

/**
 * The same value with its large typed arrays in memory that threads share: who hands it to another thread then hands over no
 * copy. Looks into objects and lists.
 */
export function shareArrays<Value>(value: Value): Value {
  const known = new Map<TypedArray, TypedArray>();
  const share = (part: unknown): unknown => {
    if (isTypedArray(part)) {
      if (part.byteLength < LEAST_BYTES) return part;
      // What is one array stays one.
      const shared = known.get(part) ?? sharedCopy(part);
      known.set(part, shared);
      return shared;
    }
    if (Array.isArray(part)) return part.map(share);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, own]) => [name, share(own)]));
  };
  return share(value) as Value;
}

/** The memory of a value's large typed arrays that is not shared, each once: what can be handed over without a copy. */
export function ownBuffers(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const collect = (part: unknown) => {
    if (isTypedArray(part)) {
      const { buffer } = part;
      if (buffer instanceof ArrayBuffer && buffer.byteLength >= LEAST_BYTES) buffers.add(buffer);
    } else if (typeof part === 'object' && part !== null) {
      for (const own of Object.values(part)) collect(own);
    }
  };
  collect(value);
  return [...buffers];
}

function isTypedArray(value: unknown): value is TypedArray {
  return value instanceof Uint32Array || value instanceof Int32Array || value instanceof Float64Array;
}

function sharedCopy(array: TypedArray): TypedArray {
  const buffer = new SharedArrayBuffer(array.byteLength);
  const shared = new (array.constructor as new (of: SharedArrayBuffer) => TypedArray)(buffer);
  shared.set(array);
  return shared;
}
