import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { paperIds, writeCitations } from '../../src/graph/statements/papers.ts';
import { databaseProjector } from '../../src/projection/database-projector.ts';
import { memoryProjector } from '../../src/projection/memory-projector.ts';
import { ingestFile } from '../support/ingest-file.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';
import { testServer } from '../support/test-server.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/hf-daily/', import.meta.url));
const DAYS = ['2024-05-27', '2025-07-01', '2026-04-10'];
const skipped = existsSync(FOLDER) ? null : 'the answers in ../shared are not there';

const NETWORK = `paperCount nodeCount linkCount totalLinkStrength modularity
  nodes { index label occurrences weightedDegree pageRank betweenness meanPublishedOn cluster x y }
  links(first: 40) { source { index label } target { index label } count associationStrength observedToExpected cosine
    equivalence jaccard inclusion pmi npmi logLikelihood pValue papers(first: 3) { totalCount edges { node { title } } } }
  clusters(first: 20) { index label size centrality density quadrant nodes(first: 5) { index } }`;

const QUERIES: Record<string, string> = {
  'related papers by all signals': `{ papers(first: 12) { edges { node { title related(first: 8) { totalCount edges {
    score node { title } reasons { signal contribution summary } } } } } } }`,
  'related papers by links alone': `{ papers(first: 12) { edges { node { related(by: [TOPIC, ORG, AUTHOR, REPO, CITATION], first: 8) {
    totalCount edges { score node { title } reasons { signal contribution summary } } } } } } }`,
  'related papers by their text': `{ papers(first: 3) { edges { node { related(by: [TEXT], first: 20) {
    totalCount edges { score node { title } reasons { summary } } } } } } }`,
  ...Object.fromEntries(
    ['ADAMIC_ADAR', 'RESOURCE_ALLOCATION', 'COMMON_NEIGHBOURS', 'JACCARD', 'PERSONALISED_PAGERANK'].map(
      (measure) => [
        `related papers by ${measure}`,
        `{ papers(first: 2) { edges { node { related(measure: ${measure}, first: 10) { totalCount edges {
        score node { title } reasons { signal contribution } } } } } } }`,
      ],
    ),
  ),
  'lists, their order, count and facets': `{ papers(first: 20, orderBy: UPVOTES_DESC) { totalCount edges { node { title } }
    facets { topics(first: 5) { count topic { name } } orgs { count org { name } } years { year count } hasRepo { hasRepo count } } } }`,
  'filters of all kinds': `{ papers(filter: {or: [{topic: "large language models"}, {text: "\\"diffusion models\\""}],
    not: {minUpvotes: 50}, publishedSince: "2024-01-01"}, first: 50) { totalCount edges { node { title } } } }`,
  'papers, counts and neighbours of topics': `{ topics(first: 8) { totalCount edges { node { name paperCount firstSeenOn
    papers(first: 4) { totalCount edges { node { title } } }
    coOccurring(first: 4) { totalCount edges { paperCount: count node { name } } }
    related(first: 4) { totalCount edges { score node { name } } } } } } }`,
  orgs: `{ orgs(first: 8) { totalCount edges { node { name paperCount papers { totalCount }
    topics(first: 3) { edges { count node { name } } } related(first: 3) { edges { score node { name } } }
    collaborators { totalCount } } } } }`,
  authors: `{ authors(first: 5) { totalCount edges { node { name paperCount
    coAuthors(first: 5) { totalCount edges { paperCount node { name } } } } } } }`,
  'the evolution of themes': `{ evolution(periods: [{until: "2024-12-31"}, {since: "2025-01-01", until: "2025-12-31"},
    {since: "2026-01-01"}], filter: {minUpvotes: 3}, top: 30) { periods { paperCount themeCount themes(first: 20) { key label
    topicCount occurrences centrality density quadrant topics(first: 20) { name } } }
    links { source target inclusion stability sharedTopics(first: 20) { name } } } }`,
  'a co-occurrence network': `{ coOccurrence(top: 60) { ${NETWORK} } }`,
  'a co-occurrence network under a filter, in fractional counting': `{ coOccurrence(filter: {publishedSince: "2024-01-01",
    publishedUntil: "2025-12-31"}, counting: FRACTIONAL, measure: NPMI, minCount: 2, minLinkStrength: 0.2) { ${NETWORK} } }`,
  'a co-occurrence network of some topics': `{ coOccurrence(topics: ["large language models", "diffusion models",
    "reinforcement learning"], clustering: {method: LOUVAIN}) { ${NETWORK} } }`,
  'a network of orgs': `{ orgCollaboration(measure: COUNT) { ${NETWORK} } }`,
  'a co-occurrence network of the papers of an org': `{ coOccurrence(
    filter: {orgs: {any: ["google", "bytedance", "microsoft", "nvidia"]}}) { ${NETWORK} } }`,
  'a search': `{ search(query: "language model", first: 20) { totalCount edges { score node { __typename } } } }`,
  'a search for a phrase and a prefix': `{ search(query: "\\"language models\\" reason*", first: 20) { totalCount edges { score node { __typename } } } }`,
  'a search with a slip': `{ search(query: "difusion", first: 20) { correctedQuery totalCount edges { score node { __typename } } } }`,
  suggestions: `{ suggest(prefix: "la", first: 20) { text type paperCount } }`,
};

describe.each(STORES)('a projection made for each question $name', (kind) => {
  const title = skipped === null ? titleOf(kind) : `on ${kind.name} (skipped: ${skipped})`;
  describe.skipIf((kind.skipped ?? skipped) !== null)(title, () => {
    let store: GraphStore;
    let [memory, database]: ReturnType<typeof testServer>[] = [];

    beforeAll(async () => {
      store = await openFresh(kind);
      for (const day of DAYS) await ingestFile(store, `${FOLDER}${day}.json`);
      const ids = (await store.run(paperIds, {})).map(({ id }) => id).sort();
      // A paper cites older ones only.
      const rows = ids.flatMap((paperId, place) =>
        [3, 7, 11].flatMap((step) => ({ paperId, citedId: ids[(place * step + 1) % ids.length] ?? '' })),
      );
      await store.run(writeCitations, { rows: rows.filter(({ paperId, citedId }) => citedId < paperId) });
      memory = testServer(store, {}, memoryProjector(store));
      database = testServer(store, {}, databaseProjector(store));
    }, 60_000);
    afterAll(async () => {
      await memory?.projector.stop();
      await store.close();
    });

    it.each(Object.keys(QUERIES))('gives the same answer as the whole graph in memory: %s', async (name) => {
      const query = QUERIES[name] ?? '';
      const answer = await memory?.ask(query);
      expect(rounded(await database?.ask(query))).toEqual(rounded(answer));
    });

    it('asks as many statements for many papers as for few', async () => {
      const ask = async (first: number) => {
        await database?.ask(
          `{ papers(first: ${first}) { edges { node { related(first: 3) { edges { node { title } } } } } } }`,
        );
        return database?.statementsOfLastRequest();
      };
      expect(await ask(20)).toBe(await ask(2));
    });

    it('asks as many statements for the papers of many links as of few', async () => {
      const ask = async (first: number) => {
        await database?.ask(
          `{ coOccurrence(top: 50) { nodes { topic { name } } links(first: ${first}) { papers(first: ${first}) { edges { node { title } } } } } }`,
        );
        return database?.statementsOfLastRequest();
      };
      expect(await ask(20)).toBe(await ask(2));
    });
  });
});

/** Sums of the same parts in another order differ in their last digits. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part) => (typeof part === 'number' ? Number(part.toPrecision(9)) : part)),
  );
}
