import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countHasRepo, countLinked, countSources, countYears } from '../../../src/analysis/facets.ts';
import { matchingPapers } from '../../../src/analysis/matching-papers.ts';
import type { PaperFilter } from '../../../src/analysis/paper-filter.ts';
import type { PaperOrder } from '../../../src/analysis/paper-orders.ts';
import { removeNode, setPaper, setPaperText } from '../../../src/analysis/change-projection.ts';
import { createProjection, type PaperFacts, type Projection } from '../../../src/analysis/projection.ts';
import { rankedPapers } from '../../../src/analysis/ranked-papers.ts';
import { connectionOfRanking, type ConnectionArguments } from '../../../src/graphql/connection.ts';
import { SOURCES } from '../../../src/model/source.ts';
import { EMPTY_PAPER } from '../../support/projection-facts.ts';

/** Words of which no form is another one's, and none is a stop word. */
const WORDS = ['graph', 'attention', 'protein', 'vision', 'speech', 'robot', 'logic', 'diffusion'];

type TestPaper = PaperFacts & { abstract: string };

const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values);
const some = (prefix: string, count: number) =>
  fc.uniqueArray(
    fc.nat(count - 1).map((index) => `${prefix}${index}`),
    { maxLength: 4 },
  );
const aText = fc.array(oneOf(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const aDay = fc.integer({ min: 0, max: 1200 }).map((day) => dateOf(day));
const aCount = fc.option(fc.nat(5));

const aPaper = fc.record({
  title: aText,
  abstract: aText,
  publishedOn: fc.option(aDay),
  upvotes: aCount,
  commentCount: aCount,
  upvotesPerDay: fc.option(oneOf(0, 0.25, 1.5, 7)),
  sources: fc.uniqueArray(oneOf(...SOURCES), { minLength: 1, maxLength: 3 }),
  topics: some('topic', 12),
  orgs: some('org', 5),
  authors: some('author', 9),
  repos: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some('repo', 3) }),
});
const papersWithIds = (length: fc.ArrayConstraints) =>
  fc.array(aPaper, length).map((papers) =>
    papers.map((paper, index): TestPaper => ({
      ...paper,
      // Numbers and ids are in different orders.
      id: `p:${(index * 7919) % 1009}`,
      topicScores: paper.topics.map(() => 1),
      cites: [],
    })),
  );

const aLeaf: fc.Arbitrary<PaperFilter> = fc.oneof(
  fc.record({ topic: oneOf('topic0', 'topic3', 'topic7', 'no topic') }),
  fc.record({ org: oneOf('org0', 'org4', 'no org') }),
  fc.record({ author: oneOf('author1', 'author8', 'nobody') }),
  fc.record({ source: oneOf(...SOURCES) }),
  fc.record({ hasRepo: fc.boolean() }),
  fc.record({ minUpvotes: fc.integer({ min: -1, max: 6 }) }),
  fc.record({ maxUpvotes: fc.integer({ min: -1, max: 6 }) }),
  fc.record({ since: aDay }),
  fc.record({ until: aDay }),
  fc.record({ phrase: fc.array(oneOf(...WORDS, 'unheard'), { minLength: 1, maxLength: 3 }) }),
);
const { filter: aFilter } = fc.letrec<{ filter: PaperFilter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    aLeaf,
    fc.record({ all: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ not: tie('filter') }),
  ),
}));

const ORDERS: Record<PaperOrder, [valueOf: (paper: TestPaper) => string | number | null, sign: number]> = {
  PUBLISHED_ON_DESC: [({ publishedOn }) => publishedOn, -1],
  PUBLISHED_ON_ASC: [({ publishedOn }) => publishedOn, 1],
  TITLE_ASC: [({ title }) => title, 1],
  TITLE_DESC: [({ title }) => title, -1],
  COMMENT_COUNT_DESC: [({ commentCount }) => commentCount, -1],
  COMMENT_COUNT_ASC: [({ commentCount }) => commentCount, 1],
  UPVOTES_DESC: [({ upvotes }) => upvotes, -1],
  UPVOTES_ASC: [({ upvotes }) => upvotes, 1],
  VELOCITY_DESC: [({ upvotesPerDay }) => upvotesPerDay, -1],
  VELOCITY_ASC: [({ upvotesPerDay }) => upvotesPerDay, 1],
};
const anOrder = oneOf(...(Object.keys(ORDERS) as PaperOrder[]));

describe('a list of papers', () => {
  it('has just the papers for which the filter holds, in every order', () => {
    fc.assert(
      fc.property(
        papersWithIds({ minLength: 1, maxLength: 120 }),
        aFilter,
        anOrder,
        (papers, filter, order) => {
          const projection = projectionOf(papers);
          const expected = inOrder(
            papers.filter((paper) => holds(filter, paper)),
            order,
          );
          expect(idsOf(projection, filter, order)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the same as made anew after papers came, changed and went, whatever was asked before', () => {
    fc.assert(
      fc.property(
        papersWithIds({ minLength: 1, maxLength: 100 }),
        papersWithIds({ maxLength: 30 }),
        aFilter,
        anOrder,
        fc.boolean(),
        (papers, changes, filter, order, isAskedBetween) => {
          const projection = projectionOf(papers);
          idsOf(projection, filter, order);
          const now = new Map(papers.map((paper) => [paper.id, paper]));
          for (const [index, change] of changes.entries()) {
            if (index % 3 === 0) {
              removeNode(projection, 'PAPER', change.id);
              now.delete(change.id);
            } else {
              put(projection, change);
              now.set(change.id, change);
            }
            if (isAskedBetween) idsOf(projection, filter, order);
          }
          const expected = inOrder(
            [...now.values()].filter((paper) => holds(filter, paper)),
            order,
          );
          expect(idsOf(projection, filter, order)).toEqual(expected);
          expect(facetsOf(projection, filter)).toEqual(countedFacets([...now.values()], filter));
        },
      ),
    );
  });

  it('is the pages joined, forward and backward, also where few of many papers pass', () => {
    fc.assert(
      fc.property(
        papersWithIds({ minLength: 60, maxLength: 150 }),
        aFilter,
        anOrder,
        fc.integer({ min: 1, max: 40 }),
        (papers, filter, order, size) => {
          const projection = projectionOf(papers);
          const expected = inOrder(
            papers.filter((paper) => holds(filter, paper)),
            order,
          );
          const forward: string[] = [];
          for (let after: string | null = null; ;) {
            const page = pageOf(projection, filter, order, { first: size, after });
            expect(page.totalCount).toBe(expected.length);
            forward.push(...page.edges.map(({ node }) => node));
            if (!page.pageInfo.hasNextPage) break;
            after = page.pageInfo.endCursor;
          }
          const backward: string[] = [];
          for (let before: string | null = null; ;) {
            const page = pageOf(projection, filter, order, { last: size, before });
            backward.unshift(...page.edges.map(({ node }) => node));
            if (!page.pageInfo.hasPreviousPage) break;
            before = page.pageInfo.startCursor;
          }
          expect([forward, backward]).toEqual([expected, expected]);
        },
      ),
    );
  });

  it('goes on behind a cursor whose paper has gone, before one that has come', () => {
    fc.assert(
      fc.property(
        papersWithIds({ minLength: 4, maxLength: 60 }),
        anOrder,
        fc.nat(58),
        (papers, order, at) => {
          const [newcomer, ...known] = papers as [TestPaper, ...TestPaper[]];
          const projection = projectionOf(known);
          const size = (at % (known.length - 1)) + 1;
          const { edges, pageInfo } = pageOf(projection, { all: [] }, order, { first: size });
          const last = edges.at(-1)?.node ?? '';
          put(projection, newcomer);
          removeNode(projection, 'PAPER', last);
          const whole = inOrder(papers, order);
          const behind = whole.slice(whole.indexOf(last) + 1);
          const { endCursor: after } = pageInfo;
          const next = pageOf(projection, { all: [] }, order, { first: 100, after });
          expect(next.edges.map(({ node }) => node)).toEqual(behind);
          const former = pageOf(projection, { all: [] }, order, { last: 100, before: after });
          expect(former.edges.map(({ node }) => node)).toEqual(whole.slice(0, whole.indexOf(last)));
        },
      ),
    );
  });

  it('counts its papers by each facet as counting them one by one does', () => {
    fc.assert(
      fc.property(papersWithIds({ minLength: 1, maxLength: 120 }), aFilter, (papers, filter) => {
        expect(facetsOf(projectionOf(papers), filter)).toEqual(countedFacets(papers, filter));
        expect(facetsOf(projectionOf(papers), { all: [] })).toEqual(countedFacets(papers, { all: [] }));
      }),
    );
  });

  it('finds words in any of their forms, but phrases only in one field and in their order', () => {
    const projection = createProjection();
    const texts = {
      'p:1': ['Graphs attend', 'Neural networks learn.'],
      'p:2': ['Attention to the graph', 'A learned network, neural as it is'],
      'p:3': ['Learning', 'graph. Attention'],
    };
    for (const [id, [title = '', abstract = '']] of Object.entries(texts)) {
      put(projection, { ...EMPTY, id, title, abstract });
    }
    const found = (...phrase: string[]) => idsOf(projection, { phrase }, 'PUBLISHED_ON_DESC');
    expect(found('graph')).toEqual(['p:1', 'p:2', 'p:3']);
    expect(found('learns')).toEqual(['p:1', 'p:2', 'p:3']);
    expect(found('neural', 'network')).toEqual(['p:1']);
    expect(found('network', 'neural')).toEqual(['p:2']);
    expect(found('attention', 'graphs')).toEqual(['p:2']);
    // The end of a title and the beginning of an abstract are no phrase.
    expect(found('attend', 'neural')).toEqual([]);
    expect(found('learning', 'graph')).toEqual([]);
    expect(found('graph', 'attention')).toEqual(['p:3']);
  });
});

const EMPTY: TestPaper = { ...EMPTY_PAPER, abstract: '' };

function projectionOf(papers: readonly TestPaper[]): Projection {
  const projection = createProjection();
  for (const paper of papers) put(projection, paper);
  return projection;
}

function put(projection: Projection, { abstract, ...facts }: TestPaper): void {
  setPaper(projection, facts);
  setPaperText(projection, facts.id, facts.title, abstract);
}

function pageOf(projection: Projection, filter: PaperFilter, order: PaperOrder, args: ConnectionArguments) {
  const { keys } = projection.nodes.PAPER;
  return connectionOfRanking(rankedPapers(projection, matchingPapers(projection, filter), order), args, {
    name: order,
    keyLength: 2,
    edgesOf: (numbers) => numbers.map((paper) => ({ node: keys[paper] ?? '' })),
  });
}

function idsOf(projection: Projection, filter: PaperFilter, order: PaperOrder): string[] {
  const ranking = rankedPapers(projection, matchingPapers(projection, filter), order);
  return ranking.slice(0, ranking.count).map((paper) => projection.nodes.PAPER.keys[paper] ?? '');
}

/** By definition, one paper at a time. */
function holds(filter: PaperFilter, paper: TestPaper): boolean {
  if ('all' in filter) return filter.all.every((part) => holds(part, paper));
  if ('any' in filter) return filter.any.some((part) => holds(part, paper));
  if ('not' in filter) return !holds(filter.not, paper);
  if ('topic' in filter) return paper.topics.includes(filter.topic);
  if ('org' in filter) return paper.orgs.includes(filter.org);
  if ('author' in filter) return paper.authors.includes(filter.author);
  if ('source' in filter) return paper.sources.includes(filter.source);
  if ('hasRepo' in filter) return filter.hasRepo === paper.repos.length > 0;
  if ('minUpvotes' in filter) return paper.upvotes !== null && paper.upvotes >= filter.minUpvotes;
  if ('maxUpvotes' in filter) return paper.upvotes !== null && paper.upvotes <= filter.maxUpvotes;
  if ('since' in filter) return paper.publishedOn !== null && paper.publishedOn >= filter.since;
  if ('until' in filter) return paper.publishedOn !== null && paper.publishedOn <= filter.until;
  const phrase = ` ${filter.phrase.join(' ')} `;
  return ` ${paper.title} `.includes(phrase) || ` ${paper.abstract} `.includes(phrase);
}

function inOrder(papers: readonly TestPaper[], order: PaperOrder): string[] {
  const [valueOf, sign] = ORDERS[order];
  const told = papers.filter((paper) => valueOf(paper) !== null);
  const untold = papers.filter((paper) => valueOf(paper) === null);
  const byId = (a: TestPaper, b: TestPaper) => (a.id < b.id ? -1 : 1);
  const byValue = (a: TestPaper, b: TestPaper) => {
    const [x, y] = [valueOf(a) ?? 0, valueOf(b) ?? 0];
    return x === y ? 0 : x < y ? -sign : sign;
  };
  return [...told.toSorted(byId).sort(byValue), ...untold.toSorted(byId)].map(({ id }) => id);
}

function facetsOf(projection: Projection, filter: PaperFilter) {
  const set = matchingPapers(projection, filter);
  return {
    topics: countLinked(projection, set, 'TOPIC', 5),
    orgs: countLinked(projection, set, 'ORG', 100),
    authors: countLinked(projection, set, 'AUTHOR', 1),
    years: countYears(projection, set),
    sources: Object.fromEntries(countSources(projection, set).map(({ value, count }) => [value, count])),
    hasRepo: new Set(countHasRepo(projection, set)),
  };
}

function countedFacets(papers: readonly TestPaper[], filter: PaperFilter) {
  const found = papers.filter((paper) => holds(filter, paper));
  const count = <Value>(values: readonly Value[]) =>
    [...new Set(values)].map((value) => ({ value, count: values.filter((other) => other === value).length }));
  const most = (values: readonly string[]) =>
    count(values).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    topics: most(found.flatMap(({ topics }) => topics)).slice(0, 5),
    orgs: most(found.flatMap(({ orgs }) => orgs)),
    authors: most(found.flatMap(({ authors }) => authors)).slice(0, 1),
    years: count(
      found.flatMap(({ publishedOn }) => (publishedOn === null ? [] : [Number(publishedOn.slice(0, 4))])),
    ).sort((a, b) => b.value - a.value),
    sources: Object.fromEntries(
      count(found.flatMap(({ sources }) => sources)).map(({ value, count }) => [value, count]),
    ),
    hasRepo: new Set(count(found.map(({ repos }) => repos.length > 0))),
  };
}

/** A day so many days after that of the oldest paper, which is before 1970. */
function dateOf(day: number): string {
  return new Date(Date.UTC(1968, 10, 1) + day * 86_400_000).toISOString().slice(0, 10);
}
