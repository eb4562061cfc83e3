import { grown, type Adjacency } from '../adjacency.ts';

/**
 * Where the scores of papers are added up, by number of the paper. The arrays are used again and again, so that a question
 * costs only as much as it has candidates; between questions all is 0.
 */
export type Scoreboard = {
  scores: Float64Array;
  /** The papers that have a score, `count` of them, in no order. */
  papers: Uint32Array;
  count: number;
  isScored: Uint8Array;
  /** What the part of a score that is being added up has come to so far, and the papers that have some of it. */
  sums: Float64Array;
  summed: Uint32Array;
  summedCount: number;
};

const idle: Scoreboard[] = [];

/** Lends a scoreboard that has room for so many papers; it is good until `use` returns. */
export function withScoreboard<Result>(paperCount: number, use: (board: Scoreboard) => Result): Result {
  const board = idle.pop() ?? createScoreboard();
  for (const name of ['scores', 'sums'] as const) board[name] = grown(board[name], paperCount);
  // One more than there can be: it is written first, and then looked whether it was one.
  for (const name of ['papers', 'summed'] as const) board[name] = grown(board[name], paperCount + 1);
  board.isScored = grown(board.isScored, paperCount);
  try {
    return use(board);
  } finally {
    clear(board);
    idle.push(board);
  }
}

/** Adds an amount, which is not 0, to the sums of all papers in a node's list. */
export function addList(
  board: Scoreboard,
  { slots, starts, lengths }: Adjacency,
  node: number,
  amount: number,
): void {
  const { sums, summed } = board;
  const start = starts[node] ?? 0;
  const end = start + (lengths[node] ?? 0);
  let count = board.summedCount;
  for (let place = start; place < end; place += 1) {
    const paper = slots[place] as number;
    const sum = sums[paper] as number;
    sums[paper] = sum + amount;
    summed[count] = paper;
    if (sum === 0) count += 1;
  }
  board.summedCount = count;
}

/** Adds an amount, times the paper's own factor, to the scores of all papers in a node's list, without sums. */
export function addListScores(
  board: Scoreboard,
  { slots, starts, lengths }: Adjacency,
  node: number,
  amount: number,
  factors: Float64Array,
): void {
  const { scores, papers, isScored } = board;
  const start = starts[node] ?? 0;
  const end = start + (lengths[node] ?? 0);
  let { count } = board;
  for (let place = start; place < end; place += 1) {
    const paper = slots[place] as number;
    scores[paper] = (scores[paper] as number) + amount * (factors[paper] as number);
    papers[count] = paper;
    count += 1 - (isScored[paper] as number);
    isScored[paper] = 1;
  }
  board.count = count;
}

/** Adds an amount to the score of one paper, without a sum. */
export function addScore(board: Scoreboard, paper: number, amount: number): void {
  const { scores, papers, isScored } = board;
  scores[paper] = (scores[paper] as number) + amount;
  if (isScored[paper] === 1) return;
  isScored[paper] = 1;
  papers[board.count] = paper;
  board.count += 1;
}

/** Adds an amount, which is not 0, to the sum of one paper. */
export function addOne(board: Scoreboard, paper: number, amount: number): void {
  const sum = board.sums[paper] ?? 0;
  board.sums[paper] = sum + amount;
  if (sum !== 0) return;
  board.summed[board.summedCount] = paper;
  board.summedCount += 1;
}

/** Adds all sums, each times the paper's own factor where there are factors, to the scores, and begins sums anew. */
export function foldSums(board: Scoreboard, factors: Float64Array | null): void {
  const { scores, papers, isScored, sums, summed, summedCount } = board;
  let { count } = board;
  for (let place = 0; place < summedCount; place += 1) {
    const paper = summed[place] as number;
    const factor = factors === null ? 1 : (factors[paper] as number);
    scores[paper] = (scores[paper] as number) + (sums[paper] as number) * factor;
    sums[paper] = 0;
    papers[count] = paper;
    count += 1 - (isScored[paper] as number);
    isScored[paper] = 1;
  }
  board.count = count;
  board.summedCount = 0;
}

/** The papers that have a score, without some of them, in no order: a view that is good as long as the scoreboard is lent. */
export function papersWithout(board: Scoreboard, some: readonly number[]): Uint32Array {
  const { papers, count } = board;
  let left = count;
  for (const paper of some) {
    const place = papers.subarray(0, left).indexOf(paper);
    if (place === -1) continue;
    // They change places, so that `clear` still finds both.
    left -= 1;
    papers[place] = papers[left] as number;
    papers[left] = paper;
  }
  return papers.subarray(0, left);
}

function createScoreboard(): Scoreboard {
  return {
    scores: new Float64Array(0),
    papers: new Uint32Array(0),
    count: 0,
    isScored: new Uint8Array(0),
    sums: new Float64Array(0),
    summed: new Uint32Array(0),
    summedCount: 0,
  };
}

function clear(board: Scoreboard): void {
  const { scores, papers, isScored, sums, summed } = board;
  // An error may have left sums.
  for (const paper of summed.subarray(0, board.summedCount)) sums[paper] = 0;
  if (board.count * 4 > scores.length) {
    scores.fill(0);
    isScored.fill(0);
  } else {
    for (let place = 0; place < board.count; place += 1) {
      const paper = papers[place] as number;
      scores[paper] = 0;
      isScored[paper] = 0;
    }
  }
  board.count = 0;
  board.summedCount = 0;
}
