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

/** Reads from a projection which of the chosen nodes each paper of a set has. Takes as long as the papers have links. */
export function incidenceOf(
  projection: Projection,
  kind: LinkedKind,
  papers: PaperSet,
  chosen: ArrayLike<number>,
): Incidence {
  const { slots, starts: firstSlots, lengths } = projection.links[kind].forward;
  const { publishedOn } = projection.papers;
  const itemOf = new Int32Array(projection.nodes[kind].keys.length).fill(-1);
  for (let item = 0; item < chosen.length; item += 1) itemOf[chosen[item] ?? 0] = item;

  const numbers = numbersOf(projection, papers);
  let room = 0;
  for (const paper of numbers) room += lengths[paper] ?? 0;
  const items = new Uint32Array(room);
  const starts = new Uint32Array(numbers.length + 1);
  const totals = new Uint32Array(numbers.length);
  const days = new Int32Array(numbers.length);
  let [rows, end] = [0, 0];
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
    totals[rows] = total;
    days[rows] = publishedOn[paper] ?? UNKNOWN;
    rows += 1;
    starts[rows] = end;
  }
  return {
    paperCount: numbers.length,
    itemCount: chosen.length,
    starts: starts.slice(0, rows + 1),
    items: items.slice(0, end),
    totals: totals.slice(0, rows),
    days: days.slice(0, rows),
  };
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
