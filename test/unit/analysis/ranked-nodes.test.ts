import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodesNamed } from '../../../src/analysis/named-nodes.ts';
import { removeNode, setNode, setPaper } from '../../../src/analysis/change-projection.ts';
import { createProjection } from '../../../src/analysis/projection.ts';
import { rankedAmong, rankedNodes } from '../../../src/analysis/ranked-nodes.ts';

const FACTS = {
  title: 'A paper',
  publishedOn: null,
  upvotes: null,
  commentCount: null,
  upvotesPerDay: null,
  sources: [],
  topicScores: [],
  orgs: [],
  authors: [],
  repos: [],
  cites: [],
};

/** The topics of each paper; a paper is taken away again where one of its topics is the first. */
const topicsOfPapers = fc.array(
  fc.uniqueArray(
    fc.nat(15).map((index) => `t${index}`),
    { maxLength: 5 },
  ),
  {
    maxLength: 30,
  },
);

function graphOf(papers: readonly string[][]) {
  const projection = createProjection();
  for (const key of ['t15', 'unused']) {
    setNode(projection, 'TOPIC', { key, name: key, otherNames: [] });
  }
  for (const [index, topics] of papers.entries())
    setPaper(projection, { ...FACTS, id: `p:${index}`, topics });
  for (const [index, topics] of papers.entries()) {
    if (topics.includes('t0')) removeNode(projection, 'PAPER', `p:${index}`);
  }
  removeNode(projection, 'TOPIC', 't0');
  const counts = new Map<string, number>([
    ['t15', 0],
    ['unused', 0],
  ]);
  for (const key of papers.flat()) counts.set(key, 0);
  for (const topics of papers) {
    if (!topics.includes('t0')) for (const key of topics) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  counts.delete('t0');
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return { projection, ranked };
}

describe('the ranking of nodes by their papers', () => {
  it('has those with most papers first, ties by key, and knows the place of each, whichever part is asked for', () => {
    fc.assert(
      fc.property(topicsOfPapers, fc.nat(20), fc.nat(20), (papers, start, length) => {
        const { projection, ranked } = graphOf(papers);
        const { keys } = projection.nodes.TOPIC;
        const ranking = rankedNodes(projection, 'TOPIC');
        const among = rankedAmong(
          projection,
          'TOPIC',
          Uint32Array.from(projection.nodes.TOPIC.numberOf.values()),
        );
        expect(ranking.count).toBe(ranked.length);
        for (const each of [ranking, among]) {
          expect(each.slice(start, start + length).map((node) => keys[node])).toEqual(
            ranked.slice(start, start + length).map(([key]) => key),
          );
          for (const [place, [key, count]] of ranked.entries()) {
            expect(each.placeOf([count, key], 'before')).toBe(place);
            expect(each.placeOf([count, key], 'behind')).toBe(place + 1);
          }
          expect(each.placeOf([1.5, ''], 'before')).toBe(ranked.filter(([, count]) => count > 1).length);
        }
      }),
    );
  });
});

describe('looking up nodes by name', () => {
  it('finds those one of whose names has all words, not two of them together', () => {
    const projection = createProjection();
    const names = { a: ['José García', 'J. García'], b: ['Ada Lovelace', 'Augusta King'], c: ['Ada King'] };
    for (const [key, [name = '', ...otherNames]] of Object.entries(names)) {
      setNode(projection, 'AUTHOR', { key, name, otherNames });
    }
    const found = (...words: string[]) =>
      nodesNamed(projection, 'AUTHOR', words).map((node) => projection.nodes.AUTHOR.keys[node]);
    expect(found('garcia', 'j')).toEqual(['a']);
    expect(found('king')).toEqual(['b', 'c']);
    expect(found('king', 'ada')).toEqual(['c']);
    expect(found('ada', 'nobody')).toEqual([]);
  });
});
