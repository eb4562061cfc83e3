import { numbersOf, type PaperSet } from '../paper-set.ts';
import { UNKNOWN, type Projection } from '../projection.ts';
import type { LinkedKind } from '../shared-papers.ts';

/**
 * Which of some chosen topics, or other things that papers are linked to, each of some papers has: compressed sparse
 * rows, a paper with one of them a row. Items are numbered by their place in the choice. All arrays are typed, so that it
 * can be handed to a thread; it does not change when the projection does.
 */
export type Incidence = {
  /** How many papers were looked at, those without a row among them. */
  paperCount: number;
  itemCount: number;
  /** Where each row begins in `items`, and at its end where the last one ends. */
  starts: Uint32Array;
  /** The items of a row in ascending order. */
  items: Uint32Array;
  /** How many things of the kind the paper of each row has in all, be they chosen or not. */
  totals: Uint32Array;
  /** The day of publication of the paper of each row, or `UNKNOWN`. */
  days: Int32Array;
};

/** So many papers are read without a pause: some milliseconds. */
const PAPERS_A_STEP = 20_000;

/** Reads from a projection which of the chosen nodes each paper of a set has. Takes as long as the papers have links. */
export function incidenceOf(...question: Parameters<typeof readIncidence>): Incidence {
  const steps = readIncidence(...question);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps, so that others can have their turn between them; the projection must not change meanwhile. */
export function* readIncidence(
  projection: Projection,
  kind: LinkedKind,
  papers: PaperSet,
  chosen: ArrayLike<number>,
): Generator<undefined, Incidence> {
  const numbers = numbersOf(projection, papers);
  const itemOf = new Int32Array(projection.nodes[kind].keys.length).fill(-1);
  for (let item = 0; item < chosen.length; item += 1) itemOf[chosen[item] ?? 0] = item;
  const rows = roomFor(numbers, projection.links[kind].forward.lengths);
  for (let from = 0; from < numbers.length; from += PAPERS_A_STEP) {
    addRows(rows, projection, kind, numbers.subarray(from, from + PAPERS_A_STEP), itemOf);
    yield;
  }
  const { count, end } = rows;
  return {
    paperCount: numbers.length,
    itemCount: chosen.length,
    starts: rows.starts.slice(0, count + 1),
    items: rows.items.slice(0, end),
    totals: rows.totals.slice(0, count),
    days: rows.days.slice(0, count),
  };
}

/** Rows with room for more: how many there are, and where the last one ends. */
type Rows = Pick<Incidence, 'starts' | 'items' | 'totals' | 'days'> & { count: number; end: number };

function roomFor(numbers: Uint32Array, lengths: Uint32Array): Rows {
  let room = 0;
  for (const paper of numbers) room += lengths[paper] ?? 0;
  return {
    starts: new Uint32Array(numbers.length + 1),
    items: new Uint32Array(room),
    totals: new Uint32Array(numbers.length),
    days: new Int32Array(numbers.length),
    count: 0,
    end: 0,
  };
}

function addRows(
  rows: Rows,
  { links, papers: { publishedOn } }: Projection,
  kind: LinkedKind,
  numbers: Uint32Array,
  itemOf: Int32Array,
): void {
  const { slots, starts: firstSlots, lengths } = links[kind].forward;
  const { starts, items, totals, days } = rows;
  let { count, end } = rows;
  for (const paper of numbers) {
    const start = end;
    const firstSlot = firstSlots[paper] ?? 0;
    const total = lengths[paper] ?? 0;
    for (let slot = firstSlot; slot < firstSlot + total; slot += 1) {
      const item = itemOf[slots[slot] ?? 0] ?? -1;
      if (item === -1) continue;
      // A paper has few, so each is put where it belongs.
      let place = end;
      while (place > start && (items[place - 1] as number) > item) {
        items[place] = items[place - 1] as number;
        place -= 1;
      }
      items[place] = item;
      end += 1;
    }
    if (end === start) continue;
    totals[count] = total;
    days[count] = publishedOn[paper] ?? UNKNOWN;
    count += 1;
    starts[count] = end;
  }
  rows.count = count;
  rows.end = end;
}

/** How many papers have each item. */
export function occurrencesIn({ itemCount, items }: Incidence): Uint32Array {
  const occurrences = new Uint32Array(itemCount);
  for (let slot = 0; slot < items.length; slot += 1) {
    const item = items[slot] as number;
    occurrences[item] = (occurrences[item] as number) + 1;
  }
  return occurrences;
}
