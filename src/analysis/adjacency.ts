/** A slot that no list uses. No neighbour has this number. */
const FREE = 0xff_ff_ff_ff;

/** What may stand beside each neighbour: how much the link weighs. */
type Values = Float32Array | Uint8Array | null;

/**
 * For each of many nodes the list of its neighbours, by number, in compressed sparse rows: all lists lie in one typed
 * array, one behind the other. So that lists can change, a list that has no room to grow moves to the end and leaves
 * free slots behind; when they are many, all lists are packed anew.
 *
 * Loops that have to be fast read `slots` from `starts[node]` on, `lengths[node]` of them.
 */
export type Adjacency<V extends Values = Values> = {
  slots: Uint32Array;
  /** Parallel to `slots`; null where links weigh nothing. */
  values: V;
  starts: Uint32Array;
  lengths: Uint32Array;
  /** How many slots have been given out. */
  used: number;
  /** How many neighbours all lists have together. */
  size: number;
};

/** An adjacency without lists. `values` is an empty array of the type that values are to have. */
export function createAdjacency<V extends Values>(values: V): Adjacency<V> {
  return {
    slots: new Uint32Array(0),
    values,
    starts: new Uint32Array(0),
    lengths: new Uint32Array(0),
    used: 0,
    size: 0,
  };
}

/** The neighbours of a node, in their order: a view that is good until the next change. */
export function neighboursOf({ slots, starts, lengths }: Adjacency, node: number): Uint32Array {
  const start = starts[node] ?? 0;
  return slots.subarray(start, start + (lengths[node] ?? 0));
}

/** The values of a node's neighbours, parallel to them: a view that is good until the next change. */
export function valuesOf<V extends NonNullable<Values>>(
  { values, starts, lengths }: Adjacency<V>,
  node: number,
): V {
  const start = starts[node] ?? 0;
  return values.subarray(start, start + (lengths[node] ?? 0)) as V;
}

/** How many neighbours a node has. */
export function degreeOf({ lengths }: Adjacency, node: number): number {
  return lengths[node] ?? 0;
}

/** Gives a node another list of neighbours, with as many values where there are any. */
export function setNeighbours(
  adjacency: Adjacency,
  node: number,
  neighbours: ArrayLike<number>,
  values?: ArrayLike<number>,
): void {
  const length = adjacency.lengths[node] ?? 0;
  if (neighbours.length > length && length > 0) clearNeighbours(adjacency, node);
  if (neighbours.length > (adjacency.lengths[node] ?? 0)) moveToEnd(adjacency, node, neighbours.length);
  const start = adjacency.starts[node] ?? 0;
  for (let index = 0; index < neighbours.length; index += 1) {
    adjacency.slots[start + index] = neighbours[index] ?? FREE;
    if (adjacency.values !== null) adjacency.values[start + index] = values?.[index] ?? 0;
  }
  const kept = adjacency.lengths[node] ?? 0;
  if (kept > neighbours.length) adjacency.slots.fill(FREE, start + neighbours.length, start + kept);
  if (node < adjacency.lengths.length) adjacency.lengths[node] = neighbours.length;
  adjacency.size += neighbours.length - kept;
}

/** Takes a node's neighbours away. */
export function clearNeighbours(adjacency: Adjacency, node: number): void {
  const [start, length] = [adjacency.starts[node] ?? 0, adjacency.lengths[node] ?? 0];
  if (length === 0) return;
  adjacency.slots.fill(FREE, start, start + length);
  adjacency.lengths[node] = 0;
  adjacency.size -= length;
}

/** Puts a neighbour at the end of a node's list. */
export function addNeighbour(adjacency: Adjacency, node: number, neighbour: number, value = 0): void {
  const [start, length] = [adjacency.starts[node] ?? 0, adjacency.lengths[node] ?? 0];
  const next = start + length;
  const hasRoom = length > 0 && next < adjacency.used && adjacency.slots[next] === FREE;
  if (!hasRoom) moveToEnd(adjacency, node, length === 0 ? 1 : length * 2);
  const slot = (adjacency.starts[node] ?? 0) + length;
  adjacency.slots[slot] = neighbour;
  if (adjacency.values !== null) adjacency.values[slot] = value;
  adjacency.lengths[node] = length + 1;
  adjacency.size += 1;
}

/** Takes a neighbour out of a node's list; the last one takes its place. Does nothing where it is not there. */
export function removeNeighbour(adjacency: Adjacency, node: number, neighbour: number): void {
  const { slots, values } = adjacency;
  const [start, length] = [adjacency.starts[node] ?? 0, adjacency.lengths[node] ?? 0];
  const place = neighboursOf(adjacency, node).indexOf(neighbour);
  if (place === -1) return;
  const last = start + length - 1;
  slots[start + place] = slots[last] ?? FREE;
  if (values !== null) values[start + place] = values[last] ?? 0;
  slots[last] = FREE;
  adjacency.lengths[node] = length - 1;
  adjacency.size -= 1;
}

/** The same, but the neighbours behind it move up, so that the list keeps its order: for lists that are short. */
export function removeInOrder(adjacency: Adjacency, node: number, neighbour: number): void {
  const { slots, values } = adjacency;
  const [start, length] = [adjacency.starts[node] ?? 0, adjacency.lengths[node] ?? 0];
  const place = neighboursOf(adjacency, node).indexOf(neighbour);
  if (place === -1) return;
  for (const array of values === null ? [slots] : [slots, values]) {
    array.copyWithin(start + place, start + place + 1, start + length);
  }
  slots[start + length - 1] = FREE;
  adjacency.lengths[node] = length - 1;
  adjacency.size -= 1;
}

/** Packs all lists without free slots between them and with no room beyond them. */
export function pack(adjacency: Adjacency): void {
  repack(adjacency, adjacency.size);
  let nodes = adjacency.lengths.length;
  while (nodes > 0 && adjacency.lengths[nodes - 1] === 0) nodes -= 1;
  adjacency.starts = adjacency.starts.slice(0, nodes);
  adjacency.lengths = adjacency.lengths.slice(0, nodes);
}

/** The same links in the other direction: of each neighbour, the nodes that have it, in the order of their numbers. */
export function reversed({ slots, starts, lengths, size }: Adjacency): Adjacency<null> {
  let nodes = 0;
  const forLinks = (use: (node: number, neighbour: number) => void) => {
    for (let node = 0; node < lengths.length; node += 1) {
      const start = starts[node] ?? 0;
      const end = start + (lengths[node] ?? 0);
      for (let slot = start; slot < end; slot += 1) use(node, slots[slot] ?? FREE);
    }
  };
  forLinks((_, neighbour) => {
    if (neighbour >= nodes) nodes = neighbour + 1;
  });
  const back = { ...createAdjacency(null), lengths: new Uint32Array(nodes), starts: new Uint32Array(nodes) };
  forLinks((_, neighbour) => {
    back.lengths[neighbour] = (back.lengths[neighbour] ?? 0) + 1;
  });
  for (let node = 1; node < nodes; node += 1) {
    back.starts[node] = (back.starts[node - 1] ?? 0) + (back.lengths[node - 1] ?? 0);
  }
  const next = back.starts.slice();
  back.slots = new Uint32Array(size);
  forLinks((node, neighbour) => {
    const slot = next[neighbour] ?? 0;
    back.slots[slot] = node;
    next[neighbour] = slot + 1;
  });
  return { ...back, used: size, size };
}

/** How many bytes the arrays take. */
export function bytesOf({ slots, values, starts, lengths }: Adjacency): number {
  return slots.byteLength + (values?.byteLength ?? 0) + starts.byteLength + lengths.byteLength;
}

/** An array of the same type with room for `length` numbers and more to come; new ones are 0. */
export function grown<A extends Uint32Array | Int32Array | Float64Array | Float32Array | Uint8Array>(
  array: A,
  length: number,
): A {
  if (length <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => A)(Math.max(length, array.length * 2, 16));
  larger.set(array);
  return larger;
}

/** Gives a node's list a place at the end, with room for so many neighbours, and takes what it has there. */
function moveToEnd(adjacency: Adjacency, node: number, room: number): void {
  adjacency.starts = grown(adjacency.starts, node + 1);
  adjacency.lengths = grown(adjacency.lengths, node + 1);
  const isWasteful = adjacency.used > 1024 && adjacency.used > 3 * adjacency.size;
  if (isWasteful) repack(adjacency, adjacency.size + room);

  const [from, length] = [adjacency.starts[node] ?? 0, adjacency.lengths[node] ?? 0];
  const to = adjacency.used;
  const { slots } = adjacency;
  adjacency.slots = grown(slots, to + room);
  adjacency.slots.fill(FREE, to, to + room);
  if (adjacency.values !== null) adjacency.values = grown(adjacency.values, to + room);
  if (length > 0) {
    adjacency.slots.copyWithin(to, from, from + length);
    adjacency.slots.fill(FREE, from, from + length);
    adjacency.values?.copyWithin(to, from, from + length);
  }
  adjacency.starts[node] = to;
  adjacency.used = to + room;
}

function repack(adjacency: Adjacency, capacity: number): void {
  const { slots, values, starts, lengths } = adjacency;
  const packed = new Uint32Array(capacity);
  const packedValues =
    values === null ? null : new (values.constructor as new (length: number) => typeof values)(capacity);
  let used = 0;
  for (let node = 0; node < lengths.length; node += 1) {
    const [start, length] = [starts[node] ?? 0, lengths[node] ?? 0];
    for (let place = 0; place < length; place += 1) {
      packed[used + place] = slots[start + place] ?? FREE;
      if (packedValues !== null) packedValues[used + place] = values?.[start + place] ?? 0;
    }
    starts[node] = used;
    used += length;
  }
  Object.assign(adjacency, { slots: packed, values: packedValues, used });
}
