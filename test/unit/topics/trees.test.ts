import { describe, expect, it } from 'vitest';
import { scorerOf, type Tree } from '../../../src/topics/trees.ts';
import { CORPUS_TREES, TEXT_TREES } from '../../../src/topics/ranker.ts';
import { CORPUS_FEATURES } from '../../../src/topics/corpus-features.ts';
import { TEXT_FEATURES } from '../../../src/topics/text-features.ts';

/** The same sum, as the words of `Tree` have it. */
function plainSum(trees: readonly Tree[], features: readonly number[]): number {
  return trees.reduce((sum, { questions, leaves }) => {
    const answers = questions.map(([column, threshold]) =>
      Number(features[column]) > threshold ? '1' : '0',
    );
    return sum + (leaves[Number.parseInt(answers.join('') || '0', 2)] ?? NaN);
  }, 0);
}

describe('trees', () => {
  it.each([
    ['what a text tells', TEXT_TREES, TEXT_FEATURES.length],
    ['what a corpus tells', CORPUS_TREES, CORPUS_FEATURES.length],
  ])('laid out flat say the same: %s', (_, trees, width) => {
    const score = scorerOf(trees);
    for (let seed = 0; seed < 200; seed += 1) {
      const features = Array.from(
        { length: width },
        (_, column) => ((seed * 7919 + column * 104_729) % 97) / 8 - 3,
      );
      expect(score(features)).toBeCloseTo(plainSum(trees, features), 10);
    }
  });

  it('take a value at the threshold for a no', () => {
    const score = scorerOf([{ questions: [[0, 2]], leaves: [-1, 1] }]);
    expect([score([2]), score([2.01])]).toEqual([-1, 1]);
  });
});
