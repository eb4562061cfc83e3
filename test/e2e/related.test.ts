import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { writeSmallGraph } from '../support/small-graph.ts';
import { ingestFile, SAMPLE } from '../support/ingest-file.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';
import { testServer } from '../support/test-server.ts';

const ATTENTION = '{arxivId: "1706.03762"}';
const EDGES = 'edges { cursor score node { id title } reasons { signal contribution summary } }';

describe.each(STORES)('related papers $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let store: GraphStore;
    let server: ReturnType<typeof testServer>;
    beforeAll(async () => {
      store = await openFresh(kind);
      await ingestFile(store, SAMPLE);
      server = testServer(store);
    });
    afterAll(() => store.close());

    it('come page by page, forwards and backwards, as they come at once', async () => {
      for (const options of [
        '',
        'orderBy: NEWEST',
        'orderBy: UPVOTES',
        'measure: JACCARD',
        'measure: PERSONALISED_PAGERANK',
      ]) {
        const page = async (args: string) => {
          const { paper } = await server.ask(
            `{ paper(by: ${ATTENTION}) { related(${args} ${options}) { totalCount ${EDGES} pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } } }`,
          );
          return paper.related;
        };
        const all = await page('first: 100');
        expect(all.totalCount).toBeGreaterThan(10);
        expect(all.edges.length).toBe(all.totalCount);
        const forwards = [];
        let next = await page('first: 7');
        for (;;) {
          forwards.push(...next.edges);
          if (!next.pageInfo.hasNextPage) break;
          next = await page(`first: 7, after: "${next.pageInfo.endCursor}"`);
        }
        expect(forwards).toEqual(all.edges);
        const backwards = [];
        let former = await page('last: 7');
        for (;;) {
          backwards.unshift(...former.edges);
          if (!former.pageInfo.hasPreviousPage) break;
          former = await page(`last: 7, before: "${former.pageInfo.startCursor}"`);
        }
        expect(backwards).toEqual(all.edges);
      }
    });

    it('say why in one sentence, with contributions that add up to the score', async () => {
      const { paper } = await server.ask(
        `{ paper(by: ${ATTENTION}) { related(first: 10) { edges { score reasons { signal contribution summary
          topics { topic { name } } words { word weight } authors { author { name } } repos { repo { url } } papers { paper { title } } } } } } }`,
      );
      for (const { score, reasons } of paper.related.edges) {
        const sum = reasons.reduce((total: number, { contribution }: any) => total + contribution, 0);
        expect(sum).toBeCloseTo(score, 9);
        for (const { signal, summary, topics, words } of reasons) {
          expect(summary).toMatch(/^[“A-Z].*\.$/);
          if (signal === 'TOPIC') expect(summary).toContain(`Both are about ${topics[0].topic.name}`);
          if (signal === 'TEXT') expect(summary).toContain(`Both speak of “${words[0].word}”`);
        }
      }
    });

    it('are like some papers but not like others', async () => {
      const ids = (edges: any[]) => edges.map(({ node }) => node.id);
      const { one, both, but } = await server.ask(`{
        one: paper(by: ${ATTENTION}) { id related(first: 100) { ${EDGES} } }
        both: related(papers: [${ATTENTION}, {arxivId: "2005.14165"}, ${ATTENTION}], first: 100) { ${EDGES} }
        but: related(papers: [${ATTENTION}], butNot: [{arxivId: "2005.14165"}], first: 100) { ${EDGES} }
      }`);
      expect(ids(both.edges)).not.toContain(one.id);
      expect(ids(both.edges).length).toBeGreaterThanOrEqual(ids(one.related.edges).length - 1);
      const scores = new Map<string, number>(
        one.related.edges.map((edge: any) => [edge.node.id, edge.score]),
      );
      expect(but.edges.length).toBeGreaterThan(0);
      for (const { node, score, reasons } of but.edges) {
        expect(score).toBeLessThanOrEqual((scores.get(node.id) ?? 0) + 1e-12);
        const sum = reasons.reduce((total: number, { contribution }: any) => total + contribution, 0);
        expect(sum).toBeCloseTo(score, 9);
      }
      const against = but.edges.flatMap(({ reasons }: any) =>
        reasons.filter(({ contribution }: any) => contribution < 0),
      );
      expect(against.length).toBeGreaterThan(0);
      for (const { summary } of against) expect(summary).toMatch(/^Like the paper not wanted, it /);
    });

    it.each([
      [
        'related(papers: [{arxivId: "9999.99999"}])',
        'Expected papers of the graph, but got {arxivId: "9999.99999"}, which it does not have.',
      ],
      ['related(papers: [])', 'Expected 1 to 20 papers in "papers", but got 0.'],
      [
        `related(papers: [${ATTENTION}], measure: JACCARD, by: [TEXT])`,
        'Expected the signal TEXT with the measure SIMILARITY only, but got JACCARD.',
      ],
      [
        `related(papers: [${ATTENTION}], measure: JACCARD, weights: {TOPIC: 1})`,
        'Expected "weights" with the measure SIMILARITY only, but got JACCARD.',
      ],
      [
        `related(papers: [${ATTENTION}], by: [ORG], weights: {ORG: 0})`,
        'Expected one of the signals to have a weight above 0, but got ORG.',
      ],
      [`related(papers: [${ATTENTION}], first: 0)`, 'Expected "first" from 1 to 100, but got 0.'],
    ])('%s is refused', async (field, message) => {
      const { errors } = await server.send(`{ ${field} { totalCount } }`);
      expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    });

    it('refuse a cursor of another order, and too many walks at once', async () => {
      const { related } = await server.ask(`{ related(papers: [${ATTENTION}]) { pageInfo { endCursor } } }`);
      const { errors } = await server.send(
        `{ related(papers: [${ATTENTION}], orderBy: NEWEST, after: "${related.pageInfo.endCursor}") { totalCount } }`,
      );
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
      const tooMuch = await server.send(
        '{ papers(first: 50) { edges { node { related(measure: PERSONALISED_PAGERANK, first: 1) { totalCount } } } } }',
      );
      expect(tooMuch.errors?.[0]?.extensions['code']).toBe('LIMIT_EXCEEDED');
    });

    it('take the same number of statements for many papers as for few, by all signals', async () => {
      const query = `query ($n: Int!) { papers(first: $n) { edges { node { related(first: 3) { edges { node { title }
        reasons { summary topics { topic { name } } orgs { org { name } } authors { author { name } } words { word } } } } } } } }`;
      const statementsFor = async (n: number) => {
        await server.ask(query, { n });
        return server.statementsOfLastRequest();
      };
      await statementsFor(5);
      expect(await statementsFor(50)).toBe(await statementsFor(5));
    });
  });

  describe.skipIf(kind.skipped)(`by citations, authors and repositories ${titleOf(kind)}`, () => {
    it('say who cites whom', async () => {
      const store = await openFresh(kind);
      try {
        await store.transaction(writeSmallGraph);
        const { node } = await testServer(store).ask(
          `query ($id: ID!) { node(id: $id) { ... on Paper { related(by: [AUTHOR, CITATION]) { edges {
            node { title } reasons { signal summary papers { paper { title } } authors { author { name } } } } } } } }`,
          { id: Buffer.from('Paper:p:1').toString('base64') },
        );
        const reasonsOf = (title: string) =>
          node.related.edges.find((edge: any) => edge.node.title === title)?.reasons;
        expect(reasonsOf('Title of p:2')).toEqual(
          expect.arrayContaining([
            {
              signal: 'AUTHOR',
              summary: 'Both are by Bo Ek.',
              papers: [],
              authors: [{ author: { name: 'Bo Ek' } }],
            },
            {
              signal: 'CITATION',
              summary: '“Title of p:1” cites it.',
              papers: [{ paper: { title: 'Title of p:2' } }],
              authors: [],
            },
          ]),
        );
        expect(reasonsOf('Title of p:old')).toMatchObject([{ summary: 'It cites “Title of p:1”.' }]);
      } finally {
        await store.close();
      }
    });
  });
});
