import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { ingestFile } from '../support/ingest-file.ts';
import { SEED_LISTING, seedSkipped } from '../support/seed-listing.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';
import { testServer } from '../support/test-server.ts';

describe.each(STORES)('the seed listing as a graph $name', (kind) => {
  const skipped = kind.skipped ?? seedSkipped;
  describe.skipIf(skipped)(titleOf({ ...kind, skipped }), () => {
    let store: GraphStore;
    let server: ReturnType<typeof testServer>;
    beforeAll(async () => {
      store = await openFresh(kind);
      server = testServer(store);
    });
    afterAll(() => store.close());

    it('is ingested whole, and a second time changes nothing', async () => {
      const sizes = () =>
        server.ask('{ stats { papers topics orgs repos topicLinks orgLinks repoLinks ownerLinks } }');
      const first = await ingestFile(store, SEED_LISTING);
      expect(first).toMatchObject({
        read: 46,
        papers: { created: 46, updated: 0, unchanged: 0 },
        rejected: 0,
      });
      const before = await sizes();
      expect(before.stats).toMatchObject({
        papers: 46,
        orgs: 1,
        repos: 17,
        orgLinks: 1,
        repoLinks: 17,
        ownerLinks: 0,
      });
      const second = await ingestFile(store, SEED_LISTING);
      expect(second.papers).toEqual({ created: 0, updated: 0, unchanged: 46 });
      expect(await sizes()).toEqual(before);
    });

    it('answers for 5 papers with as many statements as for all 46, though only one has an org', async () => {
      const query = `query ($n: Int!) { papers(first: $n) { edges { node {
        topics { edges { node { name } } } orgs { edges { node { name } } }
        repos { edges { node { url org { name } } } } related { edges { score node { title } } } } } } }`;
      const statementsFor = async (n: number) => {
        await server.ask(query, { n });
        return server.statementsOfLastRequest();
      };
      expect(await statementsFor(50)).toBe(await statementsFor(5));
    });

    /** The titles related to a paper, each with the topics in common. */
    const relatedTo = async (title: string): Promise<Record<string, string[]>> => {
      const { paper } = await server.ask(
        `query ($title: String!) { paper(by: {title: $title}) { related(by: [TOPIC], first: 100) { edges {
          node { title } reasons { signal topics { topic { name } } } } } } }`,
        { title },
      );
      return Object.fromEntries(
        paper.related.edges.map(({ node, reasons }: any) => [
          node.title,
          reasons.flatMap(({ topics }: any) => topics.map(({ topic }: any) => topic.name)).sort(),
        ]),
      );
    };

    // Read by hand: both are about what the title says, and the words in common stand in both abstracts.
    it('relates a paper on the scaling laws of language models to the other three on scaling laws', async () => {
      const related = await relatedTo(
        'Scaling Laws for Downstream Task Performance of Large Language Models',
      );
      expect(related['Unraveling the Mystery of Scaling Laws: Part I']).toEqual([
        'large language model',
        'scaling law',
      ]);
      expect(
        related['Scaling Laws for Robust Comparison of Open Foundation Language-Vision Models and Datasets'],
      ).toContain('scaling law');
      expect(
        related['Scaling Laws for Data Filtering -- Data Curation cannot be Compute Agnostic'],
      ).toContain('scaling law');
      expect(related).not.toHaveProperty(['The Price of Differential Privacy under Continual Observation']);
    });

    it('relates two ways of parameter-efficient transfer learning', async () => {
      const related = await relatedTo(
        'UniPT: Universal Parallel Tuning for Transfer Learning with Efficient Parameter and Memory',
      );
      expect(
        related['S2A: A Unified Framework for Parameter and Memory Efficient Transfer Learning'],
      ).toContain('parameter-efficient transfer learning');
    });

    it('relates two measures of transferability, more than a paper that shares only pre-trained models', async () => {
      const related = await relatedTo(
        'Fast and Accurate Transferability Measurement by Evaluating Intra-class Feature Variance',
      );
      const [first] = Object.keys(related);
      expect(first).toBe(
        'Building a Winning Team: Selecting Source Model Ensembles using a Submodular Transferability Estimation Approach',
      );
      expect(related[first ?? '']).toEqual(expect.arrayContaining(['pre-trained model', 'transferability']));
    });
  });
});
