import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperFacts } from '../../../src/analysis/projection.ts';
import { relatedByTopics, sharedTopicsOf } from '../../../src/analysis/related-by-topics.ts';
import { countSharedPapers, sharedPapers, type LinkedKind } from '../../../src/analysis/shared-papers.ts';
import { rankByValue } from '../../../src/analysis/value-ranking.ts';
import { projectionOf, somePapers } from '../../support/random-graph.ts';

const LISTS = { TOPIC: 'topics', ORG: 'orgs', AUTHOR: 'authors', REPO: 'repos' } as const;
const has = (kind: LinkedKind, key: string) => (paper: PaperFacts) => paper[LISTS[kind]].includes(key);
const keysOf = (papers: readonly PaperFacts[], kind: LinkedKind) => [
  ...new Set(papers.flatMap((paper) => paper[LISTS[kind]])),
];

describe('nodes that share papers', () => {
  it('are all that have papers in common, with how many and which, as brute force counts them', () => {
    const kinds = fc.constantFrom<LinkedKind[]>('TOPIC', 'ORG', 'AUTHOR', 'REPO');
    fc.assert(
      fc.property(somePapers, kinds, (papers, kind) => {
        const projection = projectionOf(papers);
        const { keys, numberOf } = projection.nodes[kind];
        for (const key of keysOf(papers, kind)) {
          const { nodes, counts } = countSharedPapers(projection, kind, numberOf.get(key) ?? NaN);
          const given = Object.fromEntries(Array.from(nodes, (node, place) => [keys[node], counts[place]]));
          const expected: Record<string, number> = {};
          for (const other of keysOf(papers, kind)) {
            const both = papers.filter(has(kind, key)).filter(has(kind, other));
            if (other === key || both.length === 0) continue;
            expected[other] = both.length;
            const newestFirst = both
              .toSorted((a, b) => (a.id < b.id ? -1 : 1))
              .toSorted((a, b) => compare(b.publishedOn ?? '', a.publishedOn ?? ''));
            const [a, b] = [numberOf.get(key) ?? NaN, numberOf.get(other) ?? NaN];
            expect(
              Array.from(sharedPapers(projection, kind, a, b), (paper) => projection.nodes.PAPER.keys[paper]),
            ).toEqual(newestFirst.map(({ id }) => id));
          }
          expect(given).toEqual(expected);
        }
      }),
    );
  });
});

describe('nodes related by topics', () => {
  it.each(['TOPIC', 'ORG'] as const)(
    'have the cosine of their topic profiles, and shared topics that add up to it: %s',
    (kind) => {
      fc.assert(
        fc.property(somePapers, (papers) => {
          const projection = projectionOf(papers);
          const { keys, numberOf } = projection.nodes[kind];
          const topics = keysOf(papers, 'TOPIC');
          const profileOf = (key: string) =>
            topics.map((topic) => {
              const count = papers.filter(has(kind, key)).filter(has('TOPIC', topic)).length;
              return count * Math.log(1 + papers.length / papers.filter(has('TOPIC', topic)).length);
            });
          const dot = (a: number[], b: number[]) =>
            a.reduce((sum, x, index) => sum + x * (b[index] ?? NaN), 0);
          for (const key of keysOf(papers, kind)) {
            const own = profileOf(key);
            const node = numberOf.get(key) ?? NaN;
            const { nodes, scores } = relatedByTopics(projection, kind, node);
            const expected = keysOf(papers, kind)
              .filter((other) => other !== key && dot(own, profileOf(other)) > 0)
              .map((other) => {
                const profile = profileOf(other);
                return [other, dot(own, profile) / Math.sqrt(dot(own, own) * dot(profile, profile))] as const;
              });
            expect(Array.from(nodes, (other) => keys[other]).sort()).toEqual(
              expected.map(([other]) => other).sort(),
            );
            for (const [other, score] of expected) {
              const place = nodes.indexOf(numberOf.get(other) ?? NaN);
              expect(scores[place]).toBeCloseTo(score, 8);
              const shared = sharedTopicsOf(projection, kind, node, nodes[place] ?? NaN);
              expect(shared.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 8);
              expect(shared.map(({ key: topic }) => topic).sort()).toEqual(
                topics
                  .filter((_topic, index) => (own[index] ?? 0) * (profileOf(other)[index] ?? 0) > 0)
                  .sort(),
              );
            }
          }
        }),
      );
    },
  );

  it('are near where no paper has both topics, but papers have the same ones beside them', () => {
    const paper = (id: string, topics: string[]): PaperFacts => ({
      id,
      title: id,
      publishedOn: null,
      upvotes: null,
      commentCount: null,
      upvotesPerDay: null,
      sources: [],
      topics,
      topicScores: topics.map(() => 1),
      orgs: [],
      authors: [],
      repos: [],
      cites: [],
    });
    const projection = projectionOf([
      paper('1', ['llm', 'prompt', 'token']),
      paper('2', ['language model', 'prompt', 'token']),
      paper('3', ['image', 'pixel']),
      paper('4', ['prompt', 'image']),
    ]);
    const { TOPIC } = projection.nodes;
    const { nodes, scores } = relatedByTopics(projection, 'TOPIC', TOPIC.numberOf.get('llm') ?? NaN);
    const order = rankByValue(TOPIC, nodes, scores).slice(0, 9);
    expect(order.map((place) => TOPIC.keys[nodes[place] ?? NaN])).toEqual([
      'token',
      'prompt',
      'language model',
      'image',
    ]);
  });

  it('go by their keys where values are equal, and a key of the ranking leads to the place of its node', () => {
    const projection = projectionOf([]);
    const table = { ...projection.nodes.TOPIC, keys: ['b', 'a', 'c'] };
    const ranking = rankByValue(table, Uint32Array.of(0, 1, 2), [2, 2, 3]);
    expect(ranking.slice(0, 3).map(ranking.keyOf)).toEqual([
      [3, 'c'],
      [2, 'a'],
      [2, 'b'],
    ]);
    expect(ranking.placeOf([2, 'a'], 'before')).toBe(1);
    expect(ranking.placeOf([2, 'a'], 'behind')).toBe(2);
  });
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
