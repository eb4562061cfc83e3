import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findPaths } from '../../../src/analysis/paths.ts';
import { LINK_KINDS, type PaperFacts } from '../../../src/analysis/projection.ts';
import type { NamedNode } from '../../../src/analysis/whole-numbering.ts';
import { projectionOf } from '../../support/random-graph.ts';

type Golden = {
  maxHops: number;
  count: number;
  papers: Pick<PaperFacts, 'id' | 'topics' | 'orgs' | 'authors' | 'repos' | 'cites'>[];
  answers: { from: string; to: string; paths: [hops: number, cost: number][] }[];
};

const golden = JSON.parse(
  readFileSync(new URL('../../golden/paths.json', import.meta.url), 'utf8'),
) as Golden;

describe('paths between the nodes of a random graph', () => {
  it("have the lengths and costs of NetworkX's shortest simple paths", () => {
    const projection = projectionOf(
      golden.papers.map((paper) => ({
        ...paper,
        title: paper.id,
        publishedOn: null,
        upvotes: null,
        commentCount: null,
        upvotesPerDay: null,
        sources: [],
        topicScores: paper.topics.map(() => 1),
      })),
    );
    const nodeOf = (name: string): NamedNode => {
      const [kind, key = ''] = name.split(' ');
      return { kind: kind as NamedNode['kind'], key };
    };
    expect(golden.answers.length).toBeGreaterThan(50);
    for (const { from, to, paths } of golden.answers) {
      const found = findPaths(projection, nodeOf(from), nodeOf(to), { ...golden, kinds: LINK_KINDS });
      expect(found.map(({ hops }) => hops.length)).toEqual(paths.map(([hops]) => hops));
      for (const [index, { cost }] of found.entries()) {
        // A node's cost is counted in millionths.
        expect(Math.abs(cost - (paths[index]?.[1] ?? NaN))).toBeLessThan(1e-5);
      }
    }
  });
});
