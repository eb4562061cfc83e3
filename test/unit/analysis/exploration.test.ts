import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNeighbourhood, linksAmong } from '../../../src/analysis/neighbourhood.ts';
import { findPaths } from '../../../src/analysis/paths.ts';
import { LINK_KINDS, NODE_KINDS, type LinkKind, type PaperFacts } from '../../../src/analysis/projection.ts';
import type { NamedNode } from '../../../src/analysis/whole-numbering.ts';
import { projectionOf, somePapers } from '../../support/random-graph.ts';

/*
 * The oracle: plain lists of links and brute force, written from the definitions.
 */
type Link = { kind: LinkKind; paper: string; target: string; weight: number };

function linksOf(papers: readonly PaperFacts[], kinds: readonly LinkKind[]): Link[] {
  return papers.flatMap((paper) => {
    const link = (kind: LinkKind, prefix: string, keys: readonly string[], scores?: readonly number[]) =>
      keys.map((key, index) => ({
        kind,
        paper: `PAPER ${paper.id}`,
        target: `${prefix} ${key}`,
        weight: scores?.[index] ?? 1,
      }));
    return [
      ...link('TOPIC', 'TOPIC', paper.topics, paper.topicScores),
      ...link('ORG', 'ORG', paper.orgs),
      ...link('AUTHOR', 'AUTHOR', paper.authors),
      ...link('REPO', 'REPO', paper.repos),
      ...link('CITATION', 'PAPER', paper.cites),
    ].filter(({ kind }) => kinds.includes(kind));
  });
}

const nameOf = ({ kind, key }: NamedNode) => `${kind} ${key}`;
const nodeOf = (name: string): NamedNode => {
  const [kind = '', key = ''] = name.split(' ');
  return { kind: kind as NamedNode['kind'], key };
};
const compareNames = (a: string, b: string) => {
  const place = (name: string) => NODE_KINDS.indexOf(nodeOf(name).kind);
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
};
/** A link leads both ways; two papers that cite each other have two. */
const waysFrom = (links: readonly Link[], node: string) => [
  ...links.filter(({ paper }) => paper === node).map(({ target, weight }) => ({ next: target, weight })),
  ...links.filter(({ target }) => target === node).map(({ paper, weight }) => ({ next: paper, weight })),
];
const papersOf = (allLinks: readonly Link[], node: string) =>
  allLinks.filter(({ target }) => target === node).length;
const namesIn = (papers: readonly PaperFacts[]) => [
  ...new Set([
    ...papers.map(({ id }) => `PAPER ${id}`),
    ...linksOf(papers, LINK_KINDS).map(({ target }) => target),
  ]),
];

const someKinds = fc.oneof(
  fc.constant<LinkKind[]>([...LINK_KINDS]),
  fc.subarray<LinkKind>([...LINK_KINDS], { minLength: 1 }),
);
const somePlace = fc.nat();
const pick = (names: readonly string[], place: number) => names[place % names.length] ?? '';

describe('paths', () => {
  it('are the first of all simple paths in order of hops, papers of the nodes between, and names from the end on', () => {
    fc.assert(
      fc.property(
        somePapers,
        someKinds,
        somePlace,
        somePlace,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 10 }),
        (papers, kinds, start, end, maxHops, count) => {
          const names = namesIn(papers);
          const [from, to] = [pick(names, start), pick(names, end)];
          const paths = findPaths(projectionOf(papers), nodeOf(from), nodeOf(to), { kinds, maxHops, count });
          expect(paths.map(({ nodes }) => nodes.map(nameOf))).toEqual(
            bruteForcePaths(papers, { kinds, from, to, maxHops }).slice(0, count),
          );
          for (const { nodes, hops, cost } of paths) {
            expect(hops.map(({ from: a, to: b }) => [a, b])).toEqual(
              nodes.slice(1).map((node, index) => [nodes[index], node]),
            );
            const between = nodes
              .slice(1, -1)
              .map((node) => papersOf(linksOf(papers, LINK_KINDS), nameOf(node)));
            expect(cost).toBeCloseTo(
              between.reduce((sum, linked) => sum + Math.log(1 + linked), 0),
              4,
            );
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  function bruteForcePaths(
    papers: readonly PaperFacts[],
    { kinds, from, to, maxHops }: { kinds: LinkKind[]; from: string; to: string; maxHops: number },
  ): string[][] {
    const links = linksOf(papers, kinds);
    const everyLink = linksOf(papers, LINK_KINDS);
    const neighbours = new Map<string, string[]>();
    for (const name of namesIn(papers)) {
      neighbours.set(name, [...new Set(waysFrom(links, name).map(({ next }) => next))]);
    }
    const paths: string[][] = [];
    const walk = (path: string[]) => {
      const last = path.at(-1) ?? '';
      if (last === to) paths.push(path);
      else if (path.length <= maxHops) {
        for (const next of neighbours.get(last) ?? []) if (!path.includes(next)) walk([...path, next]);
      }
    };
    walk([from]);
    const costs = new Map(
      namesIn(papers).map((name) => [name, Math.round(Math.log(1 + papersOf(everyLink, name)) * 1e6)]),
    );
    const cost = (path: string[]) => path.slice(1, -1).reduce((sum, name) => sum + (costs.get(name) ?? 0), 0);
    const compareBackwards = (a: string[], b: string[]) => {
      for (let place = a.length - 1; place >= 0; place -= 1) {
        const order = compareNames(a[place] ?? '', b[place] ?? '');
        if (order !== 0) return order;
      }
      return 0;
    };
    return paths.sort((a, b) => a.length - b.length || cost(a) - cost(b) || compareBackwards(a, b));
  }

  it('say of each hop why it is one', () => {
    const plain = { publishedOn: null, upvotes: null, commentCount: null, upvotesPerDay: null, sources: [] };
    const none = { topics: [], topicScores: [], orgs: [], authors: [], repos: [], cites: [] };
    const projection = projectionOf([
      { id: 'a', title: 'A', ...plain, ...none, topics: ['diffusion'], topicScores: [1], orgs: ['acme'] },
      { id: 'b', title: 'B', ...plain, ...none, topics: ['diffusion'], topicScores: [1], cites: ['c'] },
      { id: 'c', title: 'C', ...plain, ...none, authors: ['Ada'], repos: ['x/y'] },
      { id: 'd', title: 'D', ...plain, ...none, topics: ['diffusion'], topicScores: [1], repos: ['x/y'] },
    ]);
    const reasons = (from: NamedNode, to: NamedNode) =>
      findPaths(projection, from, to, { kinds: LINK_KINDS, maxHops: 6, count: 1 })[0]?.hops.map(
        ({ kind, reason }) => `${kind}: ${reason}`,
      );
    expect(reasons({ kind: 'ORG', key: 'acme' }, { kind: 'AUTHOR', key: 'Ada' })).toEqual([
      'ORG: “A” comes from acme, as no other paper does.',
      'TOPIC: “A” has the topic diffusion, which 2 other papers have.',
      'TOPIC: “B” has the topic diffusion, which 2 other papers have.',
      'CITATION: “B” cites “C”, as no other paper does.',
      'AUTHOR: “C” is by Ada, who wrote no other paper.',
    ]);
    expect(reasons({ kind: 'PAPER', key: 'c' }, { kind: 'REPO', key: 'x/y' })).toEqual([
      'REPO: “C” has its code in x/y, as one other paper does.',
    ]);
  });
});

describe('a neighbourhood', () => {
  it('has the nodes and relevances that brute force gives them', () => {
    fc.assert(
      fc.property(
        somePapers,
        someKinds,
        fc.array(somePlace, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 3, max: 30 }),
        (papers, kinds, places, depth, limit) => {
          const names = namesIn(papers);
          const seeds = [...new Set(places.map((place) => pick(names, place)))];
          const projection = projectionOf(papers);
          const near = findNeighbourhood(projection, seeds.map(nodeOf), { kinds, depth, limit });
          const expected = bruteForce(papers, { kinds, seeds, depth });
          for (const node of near) {
            const { distance, relevance } = expected.get(nameOf(node)) ?? { distance: NaN, relevance: NaN };
            expect(node.distance).toBe(distance);
            expect(node.relevance / relevance).toBeCloseTo(1, 5);
            expect(node.paperCount).toBe(papersOf(linksOf(papers, LINK_KINDS), nameOf(node)));
          }
          expect(near).toHaveLength(Math.min(limit, expected.size));
          expect(near.map(nameOf)).toEqual(
            expectedOrder(papers, expected, { links: linksOf(papers, kinds), seeds, depth }).slice(0, limit),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  type Reached = Map<string, { distance: number; relevance: number }>;

  function bruteForce(
    papers: readonly PaperFacts[],
    { kinds, seeds, depth }: { kinds: LinkKind[]; seeds: string[]; depth: number },
  ): Reached {
    const links = linksOf(papers, kinds);
    const everyLink = linksOf(papers, LINK_KINDS);
    const rarity = (name: string) => Math.log(1 + papers.length / Math.max(1, papersOf(everyLink, name)));
    const reached: Reached = new Map();
    // All walks of at most `depth` links, one by one.
    const walk = (node: string, amount: number, length: number) => {
      const known = reached.get(node) ?? { distance: length, relevance: 0 };
      reached.set(node, {
        distance: Math.min(known.distance, length),
        relevance: known.relevance + amount,
      });
      if (length === depth) return;
      const ways = waysFrom(links, node).map(({ next, weight }) => ({ next, share: weight * rarity(next) }));
      const total = ways.reduce((sum, { share }) => sum + share, 0);
      for (const { next, share } of ways) walk(next, (amount * 0.5 * share) / total, length + 1);
    };
    for (const seed of seeds) walk(seed, 1 / seeds.length, 0);
    return reached;
  }

  function expectedOrder(
    papers: readonly PaperFacts[],
    reached: Reached,
    { links, seeds, depth }: { links: Link[]; seeds: string[]; depth: number },
  ): string[] {
    const dates = new Map(papers.map(({ id, publishedOn }) => [`PAPER ${id}`, publishedOn ?? '']));
    const of = (name: string) => Math.fround(reached.get(name)?.relevance ?? 0);
    const compareDates = (a: string, b: string) => (a > b ? -1 : a < b ? 1 : 0);
    const better = (a: string, b: string) =>
      of(b) - of(a) || compareDates(dates.get(a) ?? '', dates.get(b) ?? '') || compareNames(a, b);
    const order = seeds.toSorted(better);
    for (;;) {
      const inner = new Set(order.filter((name) => (reached.get(name)?.distance ?? 0) < depth));
      const next = [...reached.keys()]
        .filter((name) => !order.includes(name))
        .filter((name) => waysFrom(links, name).some((way) => inner.has(way.next)))
        .sort(better)[0];
      if (next === undefined) return order;
      order.push(next);
    }
  }

  it('has all links among its nodes, each once, and each node is linked to a seed through others', () => {
    fc.assert(
      fc.property(
        somePapers,
        someKinds,
        somePlace,
        fc.integer({ min: 1, max: 20 }),
        (papers, kinds, place, limit) => {
          const seed = pick(namesIn(papers), place);
          const projection = projectionOf(papers);
          const near = findNeighbourhood(projection, [nodeOf(seed)], { kinds, depth: 3, limit });
          const names = new Set(near.map(nameOf));
          const links = linksAmong(projection, near, kinds);
          const asText = (link: Link) => `${link.kind} ${link.paper} ${link.target} ${link.weight}`;
          const given = links.map(({ kind, paper, target, weight }) =>
            asText({
              kind,
              paper: `PAPER ${paper}`,
              target: `${kind === 'CITATION' ? 'PAPER' : kind} ${target}`,
              weight,
            }),
          );
          const expected = linksOf(papers, kinds).filter(
            ({ paper, target }) => names.has(paper) && names.has(target),
          );
          expect(given.sort()).toEqual(expected.map(asText).sort());

          const connected = new Set([seed]);
          for (let size = 0; size < connected.size;) {
            size = connected.size;
            for (const { paper, target } of expected) {
              if (connected.has(paper)) connected.add(target);
              else if (connected.has(target)) connected.add(paper);
            }
          }
          expect([...connected].sort()).toEqual([...names].sort());
        },
      ),
    );
  });
});
