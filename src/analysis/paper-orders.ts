import { compareText } from '../collections.ts';
import { dateOfDay, isThere, UNKNOWN, type Projection } from './projection.ts';

/** What papers are ordered by, and whether the smallest or the largest comes first. */
const ORDERS = {
  PUBLISHED_ON_DESC: { by: 'publishedOn', isDescending: true },
  PUBLISHED_ON_ASC: { by: 'publishedOn', isDescending: false },
  TITLE_ASC: { by: 'title', isDescending: false },
  TITLE_DESC: { by: 'title', isDescending: true },
  COMMENT_COUNT_DESC: { by: 'commentCount', isDescending: true },
  COMMENT_COUNT_ASC: { by: 'commentCount', isDescending: false },
  UPVOTES_DESC: { by: 'upvotes', isDescending: true },
  UPVOTES_ASC: { by: 'upvotes', isDescending: false },
  VELOCITY_DESC: { by: 'upvotesPerDay', isDescending: true },
  VELOCITY_ASC: { by: 'upvotesPerDay', isDescending: false },
} as const;

/** An order of papers: what is not known comes last, and those that are equal stand by id. */
export type PaperOrder = keyof typeof ORDERS;

/** All papers in an order. */
export type OrderedPapers = {
  /** The numbers of the papers, the first in the order first. */
  papers: Uint32Array;
  /** The place of each paper in `papers`, by number. */
  ranks: Uint32Array;
};

type Kept = OrderedPapers & {
  /** How many numbers papers had, and which changes were known, when the papers were put in order. */
  numbers: number;
  changes: readonly number[];
  changeCount: number;
};

const known = new WeakMap<Projection, Map<PaperOrder, Kept>>();

/** All papers in an order; when a few have changed since they were last asked for, only these are moved. */
export function orderedPapers(projection: Projection, order: PaperOrder): OrderedPapers {
  const orders = known.get(projection) ?? new Map<PaperOrder, Kept>();
  known.set(projection, orders);
  const kept = orders.get(order);
  const changed = kept === undefined ? null : changesSince(projection, kept);
  if (kept !== undefined && changed?.size === 0) return kept;
  const papers =
    kept === undefined || changed === null || changed.size * 4 > kept.papers.length
      ? putInOrder(projection, order)
      : moveChanged(projection, order, kept.papers, changed);
  const numbers = projection.nodes.PAPER.keys.length;
  const ranks = new Uint32Array(numbers);
  for (let place = 0; place < papers.length; place += 1) ranks[papers[place] ?? 0] = place;
  const { changedPapers: changes } = projection;
  const ordered = { papers, ranks, numbers, changes, changeCount: changes.length };
  orders.set(order, ordered);
  return ordered;
}

/** What a paper stands by in an order: its value and its id. */
export function orderKeyOf(
  projection: Projection,
  order: PaperOrder,
  paper: number,
): [value: string | number | null, id: string] {
  const id = projection.nodes.PAPER.keys[paper] ?? '';
  const { papers } = projection;
  const { by } = ORDERS[order];
  if (by === 'title') return [titleOf(projection, paper), id];
  if (by === 'publishedOn') return [dateOfDay(papers.publishedOn[paper] ?? UNKNOWN), id];
  const value = papers[by][paper] ?? UNKNOWN;
  return [isUnknown(value) ? null : value, id];
}

/** In which direction an order goes by value, then by id. */
export function directionsOf(order: PaperOrder): ['asc' | 'desc', 'asc'] {
  return [ORDERS[order].isDescending ? 'desc' : 'asc', 'asc'];
}

/** The papers that were set or removed since; null where that is not known any more. */
function changesSince(projection: Projection, { numbers, changes, changeCount }: Kept): Set<number> | null {
  if (projection.changedPapers !== changes) return null;
  const changed = new Set(changes.slice(changeCount));
  // A paper that another one cites has a number before it is set itself.
  for (let paper = numbers; paper < projection.nodes.PAPER.keys.length; paper += 1) changed.add(paper);
  return changed;
}

function putInOrder(projection: Projection, order: PaperOrder): Uint32Array {
  return presentOf(projection, projection.nodes.PAPER.keys.keys()).sort(comparisonOf(projection, order));
}

function moveChanged(
  projection: Projection,
  order: PaperOrder,
  former: Uint32Array,
  changed: ReadonlySet<number>,
): Uint32Array {
  const compare = comparisonOf(projection, order);
  const moved = presentOf(projection, changed).sort(compare);
  const isMoved = new Uint8Array(projection.nodes.PAPER.keys.length);
  for (const paper of changed) isMoved[paper] = 1;
  const papers = new Uint32Array(former.length + moved.length);
  let [count, next] = [0, 0];
  for (const paper of former) {
    if (isMoved[paper] === 1) continue;
    while (next < moved.length && compare(moved[next] ?? 0, paper) < 0) papers[count++] = moved[next++] ?? 0;
    papers[count++] = paper;
  }
  while (next < moved.length) papers[count++] = moved[next++] ?? 0;
  return papers.slice(0, count);
}

function presentOf({ nodes }: Projection, numbers: Iterable<number>): Uint32Array {
  return Uint32Array.from([...numbers].filter((paper) => isThere(nodes.PAPER, paper)));
}

/** Compares papers by number. */
function comparisonOf(projection: Projection, order: PaperOrder): (a: number, b: number) => number {
  const { keys } = projection.nodes.PAPER;
  const sign = ORDERS[order].isDescending ? -1 : 1;
  const byId = (a: number, b: number) => compareText(keys[a] ?? '', keys[b] ?? '');
  if (ORDERS[order].by === 'title') {
    const titles = new Map<number, string>();
    const remembered = (paper: number) => {
      const title = titles.get(paper) ?? titleOf(projection, paper);
      titles.set(paper, title);
      return title;
    };
    return (a, b) => sign * compareText(remembered(a), remembered(b)) || byId(a, b);
  }
  const column = columnOf(projection, order);
  return (a, b) => {
    const [x, y] = [column[a] ?? UNKNOWN, column[b] ?? UNKNOWN];
    if (x === y) return byId(a, b);
    const [isXUnknown, isYUnknown] = [isUnknown(x), isUnknown(y)];
    if (isXUnknown || isYUnknown) return isXUnknown && isYUnknown ? byId(a, b) : isXUnknown ? 1 : -1;
    return sign * (x - y);
  };
}

function columnOf({ papers }: Projection, order: PaperOrder): Int32Array | Float64Array {
  const { by } = ORDERS[order];
  return by === 'title' ? papers.upvotes : papers[by];
}

function isUnknown(value: number): boolean {
  return value === UNKNOWN || Number.isNaN(value);
}

function titleOf({ nodes }: Projection, paper: number): string {
  return (nodes.PAPER.names[paper] ?? '').toLowerCase();
}
