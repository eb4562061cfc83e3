import type { Tree } from '../../src/topics/trees.ts';
import type { Ranker } from './fit.ts';

/** The source text of `src/topics/ranker.ts`: one tree a line. */
export function printTable({ textTrees, corpusTrees }: Ranker): string {
  return `// Fitted by \`npm run fit:topics\`, which writes this file: don't edit it by hand.
// A line is a tree: its questions, each the column of a feature and a threshold, and what it adds to the log-odds by
// the answers, from all "no" (not above the threshold) to all "yes". The first tree asks nothing: it is the prior.
import type { Tree } from './trees.ts';

/** What a paper's own text says of a phrase; columns as in \`TEXT_FEATURES\`. */
// prettier-ignore
export const TEXT_TREES: readonly Tree[] = [
${textTrees.map(lineOf).join('\n')}
];

/** What the other papers of a corpus add to it; columns as in \`CORPUS_FEATURES\`. */
// prettier-ignore
export const CORPUS_TREES: readonly Tree[] = [
${corpusTrees.map(lineOf).join('\n')}
];
`;
}

function lineOf({ questions, leaves }: Tree): string {
  const asked = questions.map(([column, threshold]) => `[${column}, ${threshold}]`).join(', ');
  return `  { questions: [${asked}], leaves: [${leaves.join(', ')}] },`;
}
