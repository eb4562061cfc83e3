import type { Tree } from '../../src/topics/trees.ts';

/** Rows to learn from, column by column. `margins` are the log-odds from which the trees go on. */
export type Rows = {
  columns: readonly Float64Array[];
  labels: Uint8Array;
  weights: Float64Array;
  margins: Float64Array;
};

/** How many trees, how many questions each asks, how far each goes, and how strongly its leaves are held to zero. */
export type BoostOptions = { trees: number; depth: number; rate: number; ridge: number };

const BINS = 64;

/**
 * Gradient boosting of oblivious trees for log-loss: Newton steps on binned columns (Friedman 2001; Chen and
 * Guestrin 2016 for the gain and the leaves; Prokhorenkova et al. 2018 for trees that ask one question a level).
 * There is no chance in it: the same rows give the same trees. `rows.margins` end as the log-odds of all trees.
 */
export function boost(rows: Rows, options: BoostOptions): Tree[] {
  const thresholds = rows.columns.map(thresholdsOf);
  const binned = rows.columns.map((column, index) => binsOf(column, thresholds[index] ?? []));
  const trees: Tree[] = [];
  for (let round = 0; round < options.trees; round += 1) {
    trees.push(growTree(rows, { thresholds, binned }, options));
  }
  return trees;
}

type Binned = { thresholds: readonly number[][]; binned: readonly Uint8Array[] };

function growTree(rows: Rows, { thresholds, binned }: Binned, options: BoostOptions): Tree {
  const derived = derivatives(rows);
  const leafOf = new Uint8Array(rows.labels.length);
  const questions: [number, number][] = [];
  for (let depth = 0; depth < options.depth; depth += 1) {
    const best = { gain: -Infinity, column: 0, bin: 0 };
    for (const [column, bins] of binned.entries()) {
      if ((thresholds[column]?.length ?? 0) === 0) continue;
      const gains = gainsOf(sumByBin(bins, leafOf, 2 ** depth, derived), 2 ** depth, options.ridge);
      for (let bin = 0; bin < (thresholds[column]?.length ?? 0); bin += 1) {
        const gain = gains[bin] as number;
        if (gain > best.gain) Object.assign(best, { gain, column, bin });
      }
    }
    questions.push([best.column, thresholds[best.column]?.[best.bin] ?? 0]);
    const bins = binned[best.column] ?? new Uint8Array();
    for (let row = 0; row < leafOf.length; row += 1) {
      leafOf[row] = (leafOf[row] ?? 0) * 2 + ((bins[row] ?? 0) > best.bin ? 1 : 0);
    }
  }
  const leaves = leavesOf(leafOf, derived, options);
  for (let row = 0; row < leafOf.length; row += 1) {
    rows.margins[row] = (rows.margins[row] ?? 0) + (leaves[leafOf[row] ?? 0] ?? 0);
  }
  return { questions, leaves };
}

type Derivatives = { gradients: Float64Array; hessians: Float64Array };

/** Of the weighted log-loss by the log-odds, row by row. */
function derivatives({ labels, weights, margins }: Rows): Derivatives {
  const gradients = new Float64Array(labels.length);
  const hessians = new Float64Array(labels.length);
  for (let row = 0; row < labels.length; row += 1) {
    const probability = 1 / (1 + Math.exp(-(margins[row] ?? 0)));
    gradients[row] = (weights[row] ?? 0) * (probability - (labels[row] ?? 0));
    hessians[row] = (weights[row] ?? 0) * probability * (1 - probability);
  }
  return { gradients, hessians };
}

function sumByBin(bins: Uint8Array, leafOf: Uint8Array, leaves: number, derived: Derivatives): Derivatives {
  const gradients = new Float64Array(leaves * BINS);
  const hessians = new Float64Array(leaves * BINS);
  for (let row = 0; row < bins.length; row += 1) {
    const cell = (leafOf[row] as number) * BINS + (bins[row] as number);
    gradients[cell] = (gradients[cell] as number) + (derived.gradients[row] as number);
    hessians[cell] = (hessians[cell] as number) + (derived.hessians[row] as number);
  }
  return { gradients, hessians };
}

/** For every bin, how good all leaves together get when each is split behind it. */
function gainsOf({ gradients, hessians }: Derivatives, leaves: number, ridge: number): Float64Array {
  const gains = new Float64Array(BINS);
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    const cells = { from: leaf * BINS, to: (leaf + 1) * BINS };
    const [allGradients, allHessians] = [
      sum(gradients.subarray(cells.from, cells.to)),
      sum(hessians.subarray(cells.from, cells.to)),
    ];
    let [gradient, hessian] = [0, 0];
    for (let bin = 0; bin < BINS; bin += 1) {
      gradient += gradients[cells.from + bin] as number;
      hessian += hessians[cells.from + bin] as number;
      const [rest, restHessian] = [allGradients - gradient, allHessians - hessian];
      gains[bin] =
        (gains[bin] as number) + gradient ** 2 / (hessian + ridge) + rest ** 2 / (restHessian + ridge);
    }
  }
  return gains;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function leavesOf(leafOf: Uint8Array, derived: Derivatives, { depth, rate, ridge }: BoostOptions): number[] {
  const gradients = new Float64Array(2 ** depth);
  const hessians = new Float64Array(2 ** depth);
  for (let row = 0; row < leafOf.length; row += 1) {
    const leaf = leafOf[row] as number;
    gradients[leaf] = (gradients[leaf] as number) + (derived.gradients[row] as number);
    hessians[leaf] = (hessians[leaf] as number) + (derived.hessians[row] as number);
  }
  // Rounded before the next tree is grown, so that the table says exactly what was fitted.
  return [...gradients].map((gradient, leaf) =>
    rounded((-rate * gradient) / ((hessians[leaf] ?? 0) + ridge), 3),
  );
}

/** Up to `BINS - 1` values that split a column into parts of about the same size. */
function thresholdsOf(column: Float64Array): number[] {
  const sorted = Float64Array.from(column).sort();
  const found = new Set<number>();
  const last = sorted.at(-1) ?? 0;
  for (let cut = 1; cut < BINS; cut += 1) {
    const value = significant(sorted[Math.floor((cut * sorted.length) / BINS)] ?? 0);
    if (value < last) found.add(value);
  }
  // A column such as 0 or 1 may have all its cuts at the same value.
  if (sorted[0] !== undefined && significant(sorted[0]) < last) found.add(significant(sorted[0]));
  return [...found].sort((a, b) => a - b).slice(0, BINS - 1);
}

function binsOf(column: Float64Array, thresholds: readonly number[]): Uint8Array {
  return Uint8Array.from(column, (value) => {
    let [low, high] = [0, thresholds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value > (thresholds[middle] ?? Infinity)) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}

function significant(value: number): number {
  return Number(value.toPrecision(4));
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}
