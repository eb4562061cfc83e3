import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { ingestBatch } from '../../src/ingest/ingest-papers.ts';
import { refreshGraph } from '../../src/ingest/refresh-graph.ts';
import { ingestFile, SAMPLE } from '../support/ingest-file.ts';
import { orgOf, recordOf } from '../support/records.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';
import { testServer } from '../support/test-server.ts';

/** Papers of several orgs: the sample's have one each. */
const TOGETHER = [
  ['Together on graphs', '2024-01-05', ['google', 'openai']],
  ['Together on graphs again', '2024-03-05', ['google', 'openai']],
  ['Together with a third one', '2024-02-05', ['google', 'acme', 'openai']],
  ['Two of them only', '2024-04-05', ['google', 'acme']],
].map(([title, publishedOn, slugs]) =>
  recordOf({
    title: title as string,
    publishedOn: publishedOn as string,
    orgs: (slugs as string[]).map((slug) => orgOf(slug, slug)),
  }),
);

/** A node of an answer: what the query asked for. */
type Node = any;
const nodesOf = (connection: { edges: { node: Node }[] }): Node[] => connection.edges.map(({ node }) => node);

describe.each(STORES)('exploring the sample papers $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let store: GraphStore;
    let server: ReturnType<typeof testServer>;
    /** Every paper with its links: what the other answers are checked against. */
    let all: Node[];
    beforeAll(async () => {
      store = await openFresh(kind);
      await ingestFile(store, SAMPLE);
      await ingestBatch(store, TOGETHER, { readAt: '2026-02-01T00:00:00.000Z' });
      await refreshGraph(store);
      server = testServer(store);
      const { papers } = await server.ask(`{ papers(first: 100) { edges { node { id title publishedOn
        topics(first: 20) { edges { score node { id name } } } orgs(first: 20) { edges { node { id slug } } }
        authors(first: 20) { edges { node { id } } } repos(first: 20) { edges { node { id } } }
        citations(first: 20) { edges { node { id } } } } } } }`);
      all = nodesOf(papers);
    });
    afterAll(() => store.close());

    const LINKS = {
      TOPIC: 'topics',
      ORG: 'orgs',
      AUTHOR: 'authors',
      REPO: 'repos',
      CITATION: 'citations',
    } as const;
    const linksOf = () =>
      Object.entries(LINKS).flatMap(([link, field]) =>
        all.flatMap((paper) =>
          nodesOf(paper[field]).map(({ id }): [string, string, string] => [link, paper.id, id]),
        ),
      );
    const idOf = async (query: string): Promise<string> =>
      (Object.values(await server.ask(query))[0] as Node).id;

    it('finds the orgs that share papers with an org, which papers, and when the newest came out', async () => {
      const { orgs } = await server.ask(`{ orgs(first: 20) { edges { node { slug
        collaborators(first: 20) { totalCount edges { paperCount newestOn node { slug }
          papers(first: 10) { totalCount edges { node { title } } } } } } } } }`);
      let seen = 0;
      for (const { slug, collaborators } of nodesOf(orgs)) {
        const slugsOf = (paper: Node) => nodesOf(paper.orgs).map((org) => org.slug);
        const own = all.filter((paper) => slugsOf(paper).includes(slug));
        const others = new Set(own.flatMap(slugsOf).filter((other) => other !== slug));
        expect(
          nodesOf(collaborators)
            .map((org) => org.slug)
            .sort(),
        ).toEqual([...others].sort());
        const counts = collaborators.edges.map(({ paperCount }: Node) => paperCount);
        expect(counts).toEqual(counts.toSorted((a: number, b: number) => b - a));
        for (const { node, paperCount, newestOn, papers } of collaborators.edges) {
          const both = own.filter((paper) => slugsOf(paper).includes(node.slug));
          expect([paperCount, papers.totalCount]).toEqual([both.length, both.length]);
          expect(
            nodesOf(papers)
              .map(({ title }) => title)
              .sort(),
          ).toEqual(both.map(({ title }) => title).sort());
          expect(newestOn).toBe(
            both
              .map(({ publishedOn }) => publishedOn)
              .sort()
              .at(-1),
          );
          seen += 1;
        }
      }
      expect(seen).toBe(6);
    });

    it.each([
      ['topic(name: "large language model")', 'paperCount node { name }'],
      ['org(slug: "google")', 'node { name }'],
    ])('relates by topics with parts that add up, and pages through all: %s', async (root, fields) => {
      const [{ related, id }]: Node = Object.values(
        await server.ask(`{ ${root} { id related(first: 100) { totalCount pageInfo { hasNextPage }
          edges { score sharedTopics(first: 80) { totalCount edges { weight node { name } } } ${fields} } } } }`),
      );
      expect(related.edges.length).toBeGreaterThan(5);
      const scores = related.edges.map(({ score }: Node) => score);
      expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
      for (const { score, sharedTopics } of related.edges) {
        expect(sharedTopics.edges.reduce((sum: number, { weight }: Node) => sum + weight, 0)).toBeCloseTo(
          score,
          8,
        );
      }
      const paged: Node[] = [];
      for (let after: string | null = null; paged.length < 100;) {
        const { node }: Node = await server.ask(
          `query ($id: ID!, $after: String) { node(id: $id) { ... on Topic { related(first: 7, after: $after) { ...page } }
            ... on Org { related(first: 7, after: $after) { ...orgs } } } }
            fragment page on TopicRelatedConnection { pageInfo { hasNextPage endCursor } edges { node { name } } }
            fragment orgs on OrgRelatedConnection { pageInfo { hasNextPage endCursor } edges { node { name } } }`,
          { id, after },
        );
        paged.push(...nodesOf(node.related));
        if (!node.related.pageInfo.hasNextPage) break;
        after = node.related.pageInfo.endCursor;
      }
      expect(paged.slice(0, 100).map(({ name }) => name)).toEqual(
        nodesOf(related)
          .slice(0, paged.length)
          .map(({ name }) => name),
      );
    });

    it('draws the neighbourhood of a paper: its nodes, found again by id, and all links among them', async () => {
      const id = await idOf('{ paper(by: {arxivId: "1706.03762"}) { id } }');
      const { neighbourhood } = await server.ask(
        `query ($id: ID!) { neighbourhood(ids: [$id], depth: 2, limit: 20) {
          nodes { id kind name distance relevance paperCount node { type: __typename id } }
          edges { kind source target weight } } }`,
        { id },
      );
      const { nodes, edges } = neighbourhood;
      expect(nodes).toHaveLength(20);
      expect(nodes[0]).toMatchObject({ id, kind: 'PAPER', name: 'Attention Is All You Need', distance: 0 });
      for (const { id: own, kind: ownKind, node } of nodes) {
        expect(node.id).toBe(own);
        expect(node.type.toUpperCase()).toBe(ownKind);
      }
      const ids = new Set(nodes.map((node: Node) => node.id));
      const expected = linksOf().filter(([, source, target]) => ids.has(source) && ids.has(target));
      expect(edges.map(({ kind: link, source, target }: Node) => [link, source, target]).sort()).toEqual(
        expected.sort(),
      );
      const distances = distancesFrom(id);
      for (const node of nodes) expect(node.distance).toBe(distances.get(node.id));
    });

    function distancesFrom(id: string): Map<string, number> {
      const distances = new Map([[id, 0]]);
      for (const [node, distance] of distances) {
        for (const [, source, target] of linksOf()) {
          const next = source === node ? target : target === node ? source : node;
          if (!distances.has(next)) distances.set(next, distance + 1);
        }
      }
      return distances;
    }

    it('finds paths that are as short as a search in breadth finds them, each hop with its reason', async () => {
      const from = await idOf('{ paper(by: {arxivId: "1706.03762"}) { id } }');
      const distances = distancesFrom(from);
      const targets = [...distances].filter((_pair, index) => index % 7 === 0);
      expect(targets.length).toBeGreaterThan(10);
      for (const [to, distance] of targets) {
        const { path: paths } = await server.ask(
          `query ($from: ID!, $to: ID!) { path(from: $from, to: $to, maxHops: 6) {
            length cost nodes { id } hops { kind reason from { id } to { id } } } }`,
          { from, to },
        );
        expect(paths[0]?.length).toBe(distance <= 6 ? distance : undefined);
        for (const { length, nodes, hops } of paths) {
          const ids = nodes.map(({ id }: Node) => id);
          expect([ids.at(0), ids.at(-1), ids.length]).toEqual([from, to, length + 1]);
          expect(hops.map((hop: Node) => [hop.from.id, hop.to.id])).toEqual(
            ids.slice(1).map((id: string, index: number) => [ids[index], id]),
          );
          for (const { kind: link, reason, from: a, to: b } of hops) {
            const isLink = linksOf().some(
              ([kindOf, x, y]) => kindOf === link && [`${x} ${y}`, `${y} ${x}`].includes(`${a.id} ${b.id}`),
            );
            expect(isLink).toBe(true);
            expect(reason).toMatch(/^“.+\.$/);
          }
        }
      }
    });

    it('has a path without hops to the node itself, and none where no link of the kind leads', async () => {
      const id = await idOf('{ paper(by: {arxivId: "1706.03762"}) { id } }');
      const org = await idOf('{ org(slug: "openai") { id } }');
      const { same, none } = await server.ask(
        `query ($id: ID!, $org: ID!) { same: path(from: $id, to: $id) { length cost nodes { id } hops { kind } }
          none: path(from: $id, to: $org, via: [TOPIC]) { length } }`,
        { id, org },
      );
      expect(same).toEqual([{ length: 0, cost: 0, nodes: [{ id }], hops: [] }]);
      expect(none).toEqual([]);
    });

    it('says which id or number it can not take', async () => {
      const gone = Buffer.from('Topic:no such topic').toString('base64');
      const messagesFor = async (query: string) => {
        const { errors } = await server.send(query, { gone, many: Array.from({ length: 51 }, () => gone) });
        expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
        return errors?.[0]?.message;
      };
      const unknown =
        'Expected ids of nodes in the graph, but got one of topic "no such topic", which is not there.';
      const near = (args: string) =>
        messagesFor(`query ($gone: ID!) { neighbourhood(ids: [$gone]${args}) { nodes { id } } }`);
      expect(await near('')).toBe(unknown);
      expect(await near(', depth: 4')).toBe('Expected "depth" from 1 to 3, but got 4.');
      expect(await near(', limit: 501')).toBe('Expected "limit" from 1 to 500, but got 501.');
      expect(await messagesFor('query ($many: [ID!]!) { neighbourhood(ids: $many) { nodes { id } } }')).toBe(
        'Expected "number of ids" from 1 to 50, but got 51.',
      );
      const path = (args: string) =>
        messagesFor(`query ($gone: ID!) { path(from: $gone, to: $gone${args}) { length } }`);
      expect(await path('')).toBe(unknown);
      expect(await path(', maxHops: 7')).toBe('Expected "maxHops" from 1 to 6, but got 7.');
      expect(await path(', first: 0')).toBe('Expected "first" from 1 to 10, but got 0.');
      expect(await messagesFor('{ neighbourhood(ids: ["nonsense"]) { nodes { id } } }')).toContain(
        'nonsense',
      );
    });

    it('runs the same number of statements however large the pages are', async () => {
      const statementsFor = async (query: string, n: number) => {
        await server.ask(query, { n });
        return server.statementsOfLastRequest();
      };
      const nested = `query ($n: Int!) {
        topics(first: $n) { edges { node { related(first: 3) { edges { score paperCount node { name } sharedTopics(first: 2) { edges { node { name } } } } } coOccurring(first: 3) { edges { node { name } } } } } }
        orgs(first: $n) { edges { node { related(first: 3) { edges { score node { name } } } collaborators(first: 3) { edges { newestOn node { name } papers(first: 2) { edges { node { title } } } } } } } } }`;
      // It may need fewer: what one field has loaded, another one finds.
      expect(await statementsFor(nested, 40)).toBeLessThanOrEqual(Number(await statementsFor(nested, 10)));
      const id = await idOf('{ paper(by: {arxivId: "1706.03762"}) { id } }');
      const drawn = `query ($n: Int!) { neighbourhood(ids: ["${id}"], depth: 3, limit: $n) { nodes { node { id } } edges { weight } } }`;
      const few = await statementsFor(drawn, 100);
      expect(await statementsFor(drawn, 300)).toBe(few);
      expect(few).toBeLessThanOrEqual(5);
    });
  });
});
