import { describe, expect, it } from 'vitest';
import {
  inverseDocumentFrequency,
  rankRelated,
  SIGNALS,
  weighTerms,
  type PaperTerms,
  type Signal,
} from '../../../src/analysis/related.ts';

const paper = (id: string, topics: string[], orgs: string[] = []): PaperTerms => ({
  id,
  terms: { TOPIC: topics, ORG: orgs },
});
const equalWeights = { signals: SIGNALS, weightOf: () => 1 };
const rank = (
  seed: PaperTerms,
  candidates: PaperTerms[],
  { signals, weightOf }: { signals: readonly Signal[]; weightOf: (signal: Signal, key: string) => number },
) =>
  rankRelated(
    weighTerms(seed, weightOf),
    candidates.map((candidate) => weighTerms(candidate, weightOf)),
    signals,
  );

describe('inverse document frequency', () => {
  it('is larger for rarer terms and above 0 for a term that all papers have', () => {
    expect(inverseDocumentFrequency(100, 1)).toBeCloseTo(Math.log(101), 12);
    expect(inverseDocumentFrequency(100, 100)).toBeCloseTo(Math.LN2, 12);
  });
});

describe('related papers', () => {
  it('are scored by the cosine of their weighted terms', () => {
    const weights: Record<string, number> = { a: 1, b: 2, c: 3 };
    const [related] = rank(paper('p', ['a', 'b']), [paper('q', ['b', 'c'])], {
      signals: ['TOPIC'],
      weightOf: (_signal, key) => weights[key] ?? 0,
    });
    // By hand: shared b² = 4; lengths √(1+4) and √(4+9).
    expect(related?.score).toBeCloseTo(4 / Math.sqrt(5 * 13), 12);
    expect(related?.reasons).toEqual([
      { signal: 'TOPIC', contribution: related?.score, shared: [{ key: 'b', weight: related?.score }] },
    ]);
  });

  it('weigh topics 3 to 1 against orgs, and the parts add up to the score', () => {
    const [related] = rank(paper('p', ['a'], ['x']), [paper('q', ['a', 'b'], ['x'])], equalWeights);
    expect(related?.score).toBeCloseTo(0.75 / Math.sqrt(2) + 0.25, 12);
    expect(related?.reasons.map(({ signal }) => signal)).toEqual(['TOPIC', 'ORG']);
    const parts = related?.reasons.flatMap(({ shared }) => shared.map(({ weight }) => weight)) ?? [];
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(related?.score ?? NaN, 12);
  });

  it('have a score of 1 at most, for a paper with all the same terms', () => {
    const topics = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const [related] = rank(paper('p', topics, ['x']), [paper('q', topics, ['x'])], {
      signals: SIGNALS,
      weightOf: (_signal, key) => key.charCodeAt(0) / 77,
    });
    expect(related?.score).toBeLessThanOrEqual(1);
    expect(related?.score).toBeCloseTo(1, 12);
  });

  it('are never the paper itself, nor one that shares nothing by the signals asked for', () => {
    const self = paper('p', ['a'], ['x']);
    const others = [self, paper('q', ['b'], ['x']), paper('r', [], [])];
    expect(rank(self, others, { signals: ['TOPIC'], weightOf: () => 1 })).toEqual([]);
  });

  it('stand with the best first and, where equal, by id, whatever the order they came in', () => {
    const candidates = [
      paper('z', ['a', 'b']),
      paper('y', ['a']),
      paper('b', ['a', 'c']),
      paper('a', ['a', 'd']),
    ];
    const ids = (list: PaperTerms[]) => rank(paper('p', ['a', 'b']), list, equalWeights).map(({ id }) => id);
    expect(ids(candidates)).toEqual(['z', 'y', 'a', 'b']);
    expect(ids(candidates.toReversed())).toEqual(['z', 'y', 'a', 'b']);
  });

  it('score the same to the last digit whatever the order of terms', () => {
    const weightOf = (_signal: string, key: string) => Math.log(1 + key.charCodeAt(0));
    const score = (topics: string[]) =>
      rank(paper('p', topics), [paper('q', topics.slice(1).toReversed())], {
        signals: ['TOPIC'],
        weightOf,
      })[0]?.score;
    expect(score(['a', 'b', 'c', 'd', 'e'])).toBeCloseTo(score(['a', 'e', 'd', 'c', 'b']) ?? NaN, 12);
    expect(score(['a', 'c', 'b'])).toBe(score(['a', 'b', 'c']));
  });
});
