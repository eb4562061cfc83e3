import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyseHere, type Analyst } from '../../src/analysis/analyses.ts';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { openStore } from '../../src/graph/open-store.ts';
import { DOCUMENTS, writeDocuments } from '../support/network-graph.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';
import { testServer } from '../support/test-server.ts';

const MEASURES = `count associationStrength observedToExpected cosine equivalence jaccard inclusion pmi npmi
  logLikelihood pValue`;
const WHOLE = `paperCount nodeCount linkCount totalLinkStrength modularity
  nodes { index label occurrences weightedDegree pageRank betweenness meanPublishedOn cluster x y }
  links(first: 20) { source { index label } target { index label } ${MEASURES} papers { totalCount edges { node { title } } } }
  clusters(first: 20) { index label size centrality density quadrant nodes { index label } }`;

describe.each(STORES)('the co-occurrence network of six papers $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let store: GraphStore;
    let server: ReturnType<typeof testServer>;
    beforeAll(async () => {
      store = await openFresh(kind);
      await store.transaction((run) => writeDocuments(run));
      server = testServer(store);
    });
    afterAll(() => store.close());

    const network = async (args: string, fields = WHOLE, field = 'coOccurrence') => {
      const given = args === '' ? '' : `(${args})`;
      return (await server.ask(`{ ${field}${given} { ${fields} } }`))[field];
    };

    it('counts papers, topics, and pairs of topics', async () => {
      await expect(network('', 'paperCount nodeCount linkCount totalLinkStrength')).resolves.toEqual({
        paperCount: 6,
        nodeCount: 4,
        linkCount: 6,
        totalLinkStrength: 11,
      });
    });

    it('lists the topics of most papers first, with how strongly they are linked and how new they are', async () => {
      const { nodes } = await network(
        '',
        'nodes { index label topic { name paperCount } occurrences weightedDegree meanPublishedOn }',
      );
      expect(nodes).toEqual([
        // The mean of January 1 and 3, February 1 and April 1.
        node(0, 'alpha', 4, 6, '2024-02-01'),
        node(1, 'beta', 4, 7, '2024-02-08'),
        node(2, 'delta', 3, 4, '2024-03-17'),
        node(3, 'gamma', 3, 5, '2024-02-01'),
      ]);
    });

    it('measures links as the literature does', async () => {
      const { links } = await network(
        'measure: COUNT',
        `links { source { label } target { label } ${MEASURES} }`,
      );
      const [first] = links;
      expect(links.map(({ source, target, count }: any) => [source.label, target.label, count])).toEqual([
        ['The alpha', 'The beta', 3],
        ['The alpha', 'The gamma', 2],
        ['The beta', 'The delta', 2],
        ['The beta', 'The gamma', 2],
        ['The alpha', 'The delta', 1],
        ['The delta', 'The gamma', 1],
      ]);
      const closeTo = (value: number) => expect.closeTo(value, 9);
      expect(first).toMatchObject({
        associationStrength: closeTo(3 / 16),
        observedToExpected: closeTo((2 * 11 * 3) / (6 * 7)),
        cosine: closeTo(0.75),
        equivalence: closeTo(0.5625),
        jaccard: closeTo(0.6),
        inclusion: closeTo(0.75),
        pmi: closeTo(Math.log2(18 / 16)),
        npmi: expect.closeTo(0.1699, 4),
        // Of the 15 ways in which 4 of 6 papers can be those of beta, 8 have 3 of alpha's and 1 has 4.
        pValue: closeTo(9 / 15),
      });
      expect(links[4].npmi).toBeCloseTo(-0.3869, 4);
    });

    it('orders links by the measure that is asked for', async () => {
      const order = async (measure: string) =>
        (
          await network(`measure: ${measure}`, 'links(first: 3) { source { index } target { index } }')
        ).links.map(({ source, target }: any) => [source.index, target.index]);
      await expect(order('ASSOCIATION_STRENGTH')).resolves.toEqual([
        [0, 1],
        [0, 3],
        [1, 2],
      ]);
      await expect(order('NPMI')).resolves.toEqual([
        [0, 1],
        [0, 3],
        [1, 2],
      ]);
    });

    it('tells the papers of a link, the newest first', async () => {
      const { links } = await network(
        'measure: COUNT',
        'links(first: 1) { papers(first: 2) { totalCount edges { node { title } } pageInfo { hasNextPage } } }',
      );
      expect(links[0].papers).toEqual({
        totalCount: 3,
        edges: [{ node: { title: 'ABD' } }, { node: { title: 'ABC' } }],
        pageInfo: { hasNextPage: true },
      });
    });

    it('parts topics into themes with a place in the strategic diagram', async () => {
      const { clusters, nodes } = await network(
        'measure: PMI',
        'nodes { cluster } clusters { index label size centrality density quadrant nodes { label } }',
      );
      expect(nodes.map(({ cluster }: any) => cluster)).toEqual([0, 0, 1, 2]);
      expect(clusters).toEqual([
        {
          index: 0,
          label: 'The alpha',
          size: 2,
          centrality: expect.closeTo(10.8333, 4),
          density: 28.125,
          quadrant: 'MOTOR',
          nodes: [{ label: 'The alpha' }, { label: 'The beta' }],
        },
        theme(1, 'The delta', 10 * (1 / 12 + 1 / 3 + 1 / 9), 'EMERGING'),
        theme(2, 'The gamma', 10 * (1 / 3 + 1 / 3 + 1 / 9), 'BASIC'),
      ]);
    });

    it('counts a paper once for each of its topics in fractional counting', async () => {
      const { totalLinkStrength, nodes, links } = await network(
        'counting: FRACTIONAL, measure: COUNT',
        'totalLinkStrength nodes { occurrences weightedDegree } links(first: 1) { count papers { totalCount } }',
      );
      // The paper of one topic has no pair.
      expect(nodes.map(({ weightedDegree }: any) => weightedDegree)).toEqual([4, 4, 2, 3]);
      expect(totalLinkStrength).toBe(6.5);
      expect(links).toEqual([{ count: 2, papers: { totalCount: 3 } }]);
    });

    it('leaves out what is weaker or rarer than asked for', async () => {
      const counts = 'nodeCount linkCount paperCount';
      await expect(network('minLinkStrength: 2', counts)).resolves.toEqual({
        nodeCount: 4,
        linkCount: 4,
        paperCount: 6,
      });
      await expect(network('minCount: 4', counts)).resolves.toEqual({
        nodeCount: 2,
        linkCount: 1,
        paperCount: 6,
      });
      await expect(network('top: 3', counts)).resolves.toEqual({ nodeCount: 3, linkCount: 3, paperCount: 6 });
      await expect(network('topics: ["delta", "ALPHA"]', counts)).resolves.toEqual({
        nodeCount: 2,
        linkCount: 1,
        paperCount: 6,
      });
      await expect(network('topics: []', WHOLE)).resolves.toMatchObject({
        nodeCount: 0,
        nodes: [],
        clusters: [],
      });
    });

    it.each([
      [
        'publishedSince: "2024-01-15"',
        (_: string, day: string | null) => day !== null && day >= '2024-01-15',
      ],
      [
        'publishedUntil: "2024-02-01"',
        (_: string, day: string | null) => day !== null && day <= '2024-02-01',
      ],
      ['org: "gamma"', (letters: string) => letters.includes('C')],
    ])('under a filter equals that of a graph with only those papers: %s', async (filter, passes) => {
      const smaller = await openStore({ kind: 'grafeo', path: null });
      try {
        const kept = DOCUMENTS.filter(([letters, day]) => passes(letters, day));
        await smaller.transaction((run) => writeDocuments(run, kept));
        const { coOccurrence } = await testServer(smaller).ask(`{ coOccurrence { ${WHOLE} } }`);
        await expect(network(`filter: {${filter}}`)).resolves.toEqual(coOccurrence);
      } finally {
        await smaller.close();
      }
    });

    it('is the same for orgs that papers come from together', async () => {
      const [topics, orgs] = [await network(''), await network('', WHOLE, 'orgCollaboration')];
      const relabelled = JSON.parse(JSON.stringify(topics).replace(/"The (\w+)"/g, '"$1 Inc."'));
      expect(orgs).toEqual(relabelled);
      const some = await network(
        'orgs: ["alpha", "delta"]',
        'nodes { org { slug name } } linkCount',
        'orgCollaboration',
      );
      expect(some).toEqual({
        nodes: [
          { org: { slug: 'alpha', name: 'alpha Inc.' } },
          { org: { slug: 'delta', name: 'delta Inc.' } },
        ],
        linkCount: 1,
      });
    });

    it.each([
      ['coOccurrence(top: 0)', 'Expected "top" from 1 to 1000, but got 0.'],
      ['coOccurrence(top: 1001)', 'Expected "top" from 1 to 1000, but got 1001.'],
      ['coOccurrence(minCount: 0)', 'Expected "minCount" from 1 to 2147483647, but got 0.'],
      ['coOccurrence(minLinkStrength: -1)', 'Expected "minLinkStrength" from 0 to 2147483647, but got -1.'],
      ['coOccurrence(clustering: {resolution: 0})', 'Expected "resolution" from 0.01 to 100, but got 0.'],
      [
        'coOccurrence(topics: ["alpha", "omega"])',
        'Expected topics of the graph, but got "omega", which it does not have.',
      ],
      [
        'orgCollaboration(orgs: ["omega"])',
        'Expected orgs of the graph, but got "omega", which it does not have.',
      ],
    ])('refuses %s', async (field, message) => {
      await expect(server.send(`{ ${field} { nodeCount } }`)).resolves.toMatchObject({
        errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }],
      });
    });

    it.each(['nodes(first: 0)', 'nodes(first: 1001)', 'links(first: 0)', 'clusters(first: 0)'])(
      'refuses %s',
      async (field) => {
        const { errors } = await server.send(`{ coOccurrence { ${field} { __typename } } }`);
        expect(errors).toMatchObject([
          { message: expect.stringMatching(/^Expected "first" from 1 to 1000?/) },
        ]);
      },
    );

    it('costs less than the limit with 500 topics and 1,000 links, and more with the papers of all', async () => {
      const query = (papers: string) => `{ coOccurrence(top: 500) {
        nodes { index label topic { name } occurrences weightedDegree pageRank betweenness meanPublishedOn cluster x y }
        links(first: 1000) { source { index } target { index } ${MEASURES} ${papers} } } }`;
      await expect(server.send(query(''))).resolves.not.toHaveProperty('errors');
      await expect(
        server.send(query('papers(first: 100) { edges { node { title } } }')),
      ).resolves.toMatchObject({
        errors: [{ extensions: { limit: 'complexity' } }],
      });
    });
  });
});

describe('a network that is asked for again', () => {
  it('is remembered until the graph changes', async () => {
    const store = await openStore({ kind: 'grafeo', path: null });
    const analyses: string[] = [];
    const analyst: Analyst = (name, ...rest) => {
      analyses.push(name);
      return analyseHere(name, ...rest);
    };
    try {
      const [first, ...others] = DOCUMENTS;
      await store.transaction((run) => writeDocuments(run, [first]));
      const { ask } = testServer(store, { analyst });
      const query = '{ coOccurrence { linkCount modularity } }';
      await expect(ask(query)).resolves.toMatchObject({ coOccurrence: { linkCount: 1 } });
      await ask(query);
      await ask('{ coOccurrence(measure: COSINE) { linkCount } }');
      expect(analyses).toEqual(['network', 'clustering']);
      await ask('{ coOccurrence(measure: COSINE) { modularity } }');
      expect(analyses).toEqual(['network', 'clustering', 'clustering']);
      await store.transaction((run) => writeDocuments(run, others));
      await expect(ask(query)).resolves.toMatchObject({ coOccurrence: { linkCount: 6 } });
    } finally {
      await store.close();
    }
  });
});

function node(index: number, name: string, papers: number, weightedDegree: number, meanPublishedOn: string) {
  const label = `The ${name}`;
  return {
    index,
    label,
    topic: { name: label, paperCount: papers },
    occurrences: papers,
    weightedDegree,
    meanPublishedOn,
  };
}

function theme(index: number, label: string, centrality: number, quadrant: string) {
  const nodes = [{ label }];
  return { index, label, size: 1, centrality: expect.closeTo(centrality, 9), density: 0, quadrant, nodes };
}
