import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { removeNode } from '../../../src/analysis/change-projection.ts';
import {
  DEFAULT_WEIGHTS,
  readChoice,
  SIGNALS,
  type Signal,
  type SignalWeights,
} from '../../../src/analysis/related/question.ts';
import { askRelated, type RelatedAsked } from '../../support/ask-related.ts';
import { manyLinkedPapers } from '../../support/many-linked-papers.ts';
import { projectionOf } from '../../support/projection-facts.ts';
import { bruteForce } from '../../support/related-by-brute-force.ts';

const papers = manyLinkedPapers(2000);
const ids = papers.map(({ id }) => id);
const projection = projectionOf(papers);
const expected = bruteForce(papers);
const ask = (asked: RelatedAsked) => askRelated(projection, asked);
const LINK_SIGNALS = SIGNALS.filter((signal) => signal !== 'TEXT');
const SOME = ['p0', 'p17', 'p444', 'p1999'];

/** The papers with a score above 0, the largest first, ties by id. */
function rankAll(score: (id: string) => number, without: readonly string[]): [id: string, score: number][] {
  return ids
    .filter((id) => !without.includes(id))
    .map((id): [string, number] => [id, score(id)])
    .filter(([, value]) => value > 1e-12)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** The same papers with the same scores, in an order in which no score is larger than the one before it. */
function expectSame(found: readonly { id: string; score: number }[], wanted: [string, number][], digits = 9) {
  expect(found.length).toBe(wanted.length);
  const scores = new Map(wanted);
  for (const [place, { id, score }] of found.entries()) {
    expect(Math.abs(score - (scores.get(id) ?? NaN))).toBeLessThan(10 ** -digits);
    expect(score).toBeLessThanOrEqual(found[place - 1]?.score ?? Infinity);
  }
}

function expectReasonsAddUp(found: Awaited<ReturnType<typeof ask>>, digits = 9) {
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  for (const { score, reasons } of found) {
    expect(sum(reasons.map(({ contribution }) => contribution))).toBeCloseTo(score, digits);
    for (const { contribution, shared } of reasons) {
      expect(sum(shared.map(({ weight }) => weight))).toBeCloseTo(contribution, digits);
    }
  }
}

describe('related papers among 2,000', () => {
  it.each(SIGNALS)('are similar by %s as brute force finds', async (signal) => {
    for (const seed of SOME) {
      const found = await ask({ liked: [seed], signals: [signal] });
      expectSame(
        found,
        rankAll((id) => expected.similarity(seed, id, signal), [seed]),
      );
      expectReasonsAddUp(found);
    }
  });

  it('are the same where only the best are asked for, to the last digit', async () => {
    for (let seed = 0; seed < 2000; seed += 131) {
      const asked = { liked: seed % 3 === 0 ? [`p${seed}`] : [`p${seed}`, 'p7'] };
      const all = await ask(asked);
      const isWanted = (paper: number) => paper % 2 === 0;
      for (const most of [1, 6, 50]) {
        expect((await ask({ ...asked, most })).slice(0, most)).toEqual(all.slice(0, most));
        const some = await ask({ ...asked, isWanted });
        expect((await ask({ ...asked, most, isWanted })).slice(0, most)).toEqual(some.slice(0, most));
      }
    }
  });

  it('are told again as they were, until something changes', async () => {
    const few = manyLinkedPapers(200);
    const changing = projectionOf(few);
    const best = () => askRelated(changing, { liked: ['p17'], most: 5 });
    const before = await best();
    expect(await best()).toEqual(before);
    removeNode(changing, 'PAPER', before[0]?.id ?? '');
    const after = projectionOf(few.filter(({ id }) => id !== before[0]?.id));
    expect((await best()).map(({ id }) => id)).toEqual(
      (await askRelated(after, { liked: ['p17'], most: 5 })).map(({ id }) => id),
    );
  });

  const fused = (a: string, b: string, weights: SignalWeights) => {
    const total = SIGNALS.reduce((sum, signal) => sum + weights[signal], 0);
    return SIGNALS.reduce(
      (sum, signal) => sum + (weights[signal] * expected.similarity(a, b, signal)) / total,
      0,
    );
  };

  it('are scored by the weighted mean of all signals, by default or as asked', async () => {
    const own = { TOPIC: 1, ORG: 0, AUTHOR: 2.5, REPO: 7, CITATION: 0.1, TEXT: 1 };
    for (const weights of [DEFAULT_WEIGHTS, own]) {
      const { signals } = readChoice({ measure: 'SIMILARITY', weights });
      const found = await ask({ liked: ['p17'], weights, signals });
      expectSame(
        found,
        rankAll((id) => fused('p17', id, weights), ['p17']),
      );
      expectReasonsAddUp(found);
    }
  });

  it.each(['ADAMIC_ADAR', 'RESOURCE_ALLOCATION', 'COMMON_NEIGHBOURS', 'JACCARD'] as const)(
    'have as much %s as brute force finds',
    async (measure) => {
      for (const seed of SOME) {
        const found = await ask({ liked: [seed], signals: LINK_SIGNALS, measure });
        expectSame(
          found,
          rankAll((id) => expected.measures[measure](seed, id), [seed]),
        );
        expectReasonsAddUp(found);
      }
    },
  );

  it('have as much personalised PageRank as brute force finds', async () => {
    const asked = { signals: LINK_SIGNALS, measure: 'PERSONALISED_PAGERANK' } as const;
    const [one, two] = [expected.pageRank(['p17']), expected.pageRank(['p3', 'p444'])];
    const found = await ask({ liked: ['p17'], ...asked });
    expectSame(
      found,
      rankAll((id) => one.get(id) ?? 0, ['p17']),
    );
    expectReasonsAddUp(found, 7);
    const several = await ask({ liked: ['p17'], disliked: ['p3', 'p444'], ...asked });
    const wanted = rankAll((id) => (one.get(id) ?? 0) - (two.get(id) ?? 0), ['p17', 'p3', 'p444']);
    expect(several.slice(0, 500).map(({ id }) => id)).toEqual(wanted.slice(0, 500).map(([id]) => id));
    expectReasonsAddUp(several, 7);
  });

  it('are like some and unlike others by the difference of the means', async () => {
    const [liked, disliked] = [
      ['p17', 'p3', 'p444'],
      ['p5', 'p1000'],
    ];
    const mean = (seeds: string[], score: (seed: string) => number) =>
      seeds.reduce((sum, seed) => sum + score(seed), 0) / seeds.length;
    for (const measure of ['SIMILARITY', 'JACCARD', 'ADAMIC_ADAR'] as const) {
      const score = (a: string, b: string) =>
        measure === 'SIMILARITY' ? fused(a, b, DEFAULT_WEIGHTS) : expected.measures[measure](a, b);
      const signals = measure === 'SIMILARITY' ? SIGNALS : LINK_SIGNALS;
      const found = await ask({ liked, disliked, measure, signals });
      expectSame(
        found,
        rankAll(
          (id) => mean(liked, (seed) => score(seed, id)) - mean(disliked, (seed) => score(seed, id)),
          [...liked, ...disliked],
        ),
      );
      expectReasonsAddUp(found);
      expect(found.some(({ reasons }) => reasons.some(({ contribution }) => contribution < 0))).toBe(true);
    }
  });

  it('are none where the same paper is liked and disliked', async () => {
    expect(await ask({ liked: ['p17'], disliked: ['p17'] })).toEqual([]);
  });

  it('are only those wanted, the newest or most upvoted first where asked for', async () => {
    const facts = new Map(papers.map((paper) => [paper.id, paper]));
    const isEven = (paper: number) => Number(projection.nodes.PAPER.keys[paper]?.slice(1)) % 2 === 0;
    const relevant = await ask({ liked: ['p17'], isWanted: isEven });
    expect(relevant.length).toBeGreaterThan(100);
    expect(relevant.every(({ id }) => Number(id.slice(1)) % 2 === 0)).toBe(true);
    for (const [order, valueOf] of [
      ['NEWEST', (id: string) => facts.get(id)?.publishedOn ?? ''],
      ['UPVOTES', (id: string) => facts.get(id)?.upvotes ?? -1],
    ] as const) {
      const found = await ask({ liked: ['p17'], isWanted: isEven, order });
      const sorted = relevant.toSorted((a, b) => {
        const [x, y] = [valueOf(a.id), valueOf(b.id)];
        return x === y ? 0 : x > y ? -1 : 1;
      });
      expect(found.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
    }
  });
});

describe('related papers', () => {
  const three = [
    { id: 'a', topics: ['t', 'u'], cites: ['b'] },
    { id: 'b', topics: ['t'], cites: [] },
    { id: 'c', topics: ['u', 'v'], cites: [] },
  ].map((paper) => ({ ...paper, topicScores: paper.topics.map(() => 1) }));

  it('share what is rare with more weight, by hand', async () => {
    const [first, second] = await askRelated(projectionOf(three), { liked: ['a'], signals: ['TOPIC'] });
    // Both topics have two of three papers: ln(1 + 3/2)²; v has one: ln(1 + 3)².
    const [common, rare] = [Math.log(2.5) ** 2, Math.log(4) ** 2];
    expect(first).toMatchObject({
      id: 'b',
      score: expect.closeTo(common / Math.sqrt(2 * common * common), 9),
    });
    expect(second).toMatchObject({
      id: 'c',
      score: expect.closeTo(common / Math.sqrt(2 * common * (common + rare)), 9),
    });
  });

  it('cite one another', async () => {
    const found = await askRelated(projectionOf(three), { liked: ['b'], signals: ['CITATION'] });
    expect(found).toMatchObject([{ id: 'a', reasons: [{ signal: 'CITATION', shared: [{ key: 'b' }] }] }]);
  });

  it('score the same to the last digit in whatever order the graph was read', async () => {
    const some = papers.slice(0, 300);
    const reversed = some.toReversed().map((paper) => ({
      ...paper,
      topics: paper.topics?.toReversed() ?? [],
      authors: paper.authors?.toReversed() ?? [],
      cites: paper.cites?.toReversed() ?? [],
    }));
    const within = (list: typeof some) =>
      projectionOf(
        list.map((paper) => ({
          ...paper,
          cites: paper.cites?.filter((id) => Number(id.slice(1)) < 300) ?? [],
        })),
      );
    const asked = { liked: ['p17', 'p3'], disliked: ['p250'] };
    const scores = async (list: typeof some) =>
      (await askRelated(within(list), asked)).map(({ id, score }) => [id, score]);
    expect(await scores(reversed)).toEqual(await scores(some));
  });

  it('are forgotten when they are taken out of the graph', async () => {
    const changing = projectionOf(three);
    expect((await askRelated(changing, { liked: ['a'] })).map(({ id }) => id)).toEqual(['b', 'c']);
    removeNode(changing, 'PAPER', 'b');
    expect((await askRelated(changing, { liked: ['a'] })).map(({ id }) => id)).toEqual(['c']);
  });
});

type Golden = {
  papers: { id: string; topics: string[]; cites: string[] }[];
  answers: ({ kinds: string[]; seeds: string[] } & Record<string, Record<string, number>>)[];
};

describe('measures of links', () => {
  const golden = JSON.parse(
    readFileSync(new URL('../../golden/related.json', import.meta.url), 'utf8'),
  ) as Golden;
  const small = projectionOf(
    golden.papers.map((paper) => ({ ...paper, topicScores: paper.topics.map(() => 1) })),
  );
  const signalOf: Record<string, Signal> = {
    topics: 'TOPIC',
    orgs: 'ORG',
    authors: 'AUTHOR',
    repos: 'REPO',
    cites: 'CITATION',
  };

  it.each(['ADAMIC_ADAR', 'RESOURCE_ALLOCATION', 'JACCARD', 'PERSONALISED_PAGERANK'] as const)(
    '%s equals what NetworkX says',
    async (measure) => {
      let compared = 0;
      for (const answer of golden.answers) {
        if (answer[measure] === undefined) continue;
        const signals = answer.kinds.flatMap((kind) => signalOf[kind] ?? []);
        const found = await askRelated(small, { liked: answer.seeds, signals, measure });
        expectSame(found, Object.entries(answer[measure]), 7);
        compared += found.length;
      }
      expect(compared).toBeGreaterThan(300);
    },
  );
});

describe('the choice of signals and weights', () => {
  it('is all signals by default, and of links with measures of links', () => {
    expect(readChoice({ measure: 'SIMILARITY' }).signals).toEqual(SIGNALS);
    expect(readChoice({ measure: 'JACCARD' }).signals).toEqual(LINK_SIGNALS);
    expect(readChoice({ measure: 'SIMILARITY', by: ['TEXT', 'ORG', 'TEXT'] }).signals).toEqual([
      'ORG',
      'TEXT',
    ]);
  });

  it('leaves out signals of weight 0', () => {
    const choice = readChoice({ measure: 'SIMILARITY', by: ['TOPIC', 'ORG'], weights: { ORG: 0 } });
    expect(choice.signals).toEqual(['TOPIC']);
  });

  it.each([
    [
      { measure: 'JACCARD', by: ['TEXT'] },
      'Expected the signal TEXT with the measure SIMILARITY only, but got JACCARD.',
    ],
    [
      { measure: 'JACCARD', weights: {} },
      'Expected "weights" with the measure SIMILARITY only, but got JACCARD.',
    ],
    [{ measure: 'SIMILARITY', weights: { ORG: -1 } }, 'Expected a weight of ORG from 0 on, but got -1.'],
    [
      { measure: 'SIMILARITY', weights: { ORG: Infinity } },
      'Expected a weight of ORG from 0 on, but got Infinity.',
    ],
    [
      { measure: 'SIMILARITY', by: ['ORG'], weights: { ORG: 0 } },
      'Expected one of the signals to have a weight above 0, but got ORG.',
    ],
  ] as const)('%j is refused', (choice, message) => {
    expect(() => readChoice(choice)).toThrow(message);
  });
});
