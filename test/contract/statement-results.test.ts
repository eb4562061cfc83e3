import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import type { Statement } from '../../src/graph/statement.ts';
import * as authors from '../../src/graph/statements/authors.ts';
import { checkpointsByKeys } from '../../src/graph/statements/checkpoints.ts';
import * as orgs from '../../src/graph/statements/orgs.ts';
import * as papers from '../../src/graph/statements/papers.ts';
import * as properties from '../../src/graph/statements/properties.ts';
import * as projection from '../../src/graph/statements/projection.ts';
import * as records from '../../src/graph/statements/records.ts';
import * as repos from '../../src/graph/statements/repos.ts';
import * as totals from '../../src/graph/statements/stats.ts';
import * as topics from '../../src/graph/statements/topics.ts';
import { ALL_STATEMENTS } from '../support/all-statements.ts';
import * as graph from '../support/small-graph.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';

const { ACME, ACME_CODE, ADA, BO, PAPER_4, RECORDS, SUE_TOOL, TOPIC_A, TOPIC_B } = graph;

/*
 * By hand, the answer of every statement on the small graph.
 */
type Expectation = [statement: Statement<never, unknown>, params: unknown, rows: unknown[]];
const expectation = <Params, Row>(
  statement: Statement<Params, Row>,
  params: Params,
  rows: Row[],
): Expectation => [statement as Statement<never, unknown>, params, rows];

const evidence = (text: string, start: number) => [
  { text, field: 'abstract' as const, start, end: start + text.length },
];
const graphKeyword = { text: 'graph', source: 'ai_keywords' };
const linkedKeys = {
  topics: ['a', 'none'],
  orgs: ['acme'],
  authors: [BO.id],
  repos: [SUE_TOOL.url],
  papers: ['p:1', 'p:none'],
};
const noConditions = {
  source: null,
  hasRepo: null,
  minUpvotes: null,
  maxUpvotes: null,
  since: null,
  until: null,
  most: 9,
};
const all = ['p:1', 'p:2', 'p:3', 'p:4', 'p:none', 'p:gone'];
const noKeys = { arxivIds: [], dois: [], openAlexIds: [], semanticScholarIds: [], titleKeys: [] };
const keysOfAllKinds = {
  arxivIds: ['2401.00001', 'none'],
  dois: ['10.1000/1', 'none'],
  openAlexIds: ['W1', 'none'],
  semanticScholarIds: ['f2', 'none'],
  titleKeys: ['title:same', 'title:none'],
};
const [fromHf, fromCsl, fromHfToo] = RECORDS;
const stored = ({ key, paperId, properties: { content } }: (typeof RECORDS)[number]) => ({
  key,
  paperId,
  content,
});
const { keywords: _, keywordSources: __, ...properties4 } = PAPER_4.properties;

const EXPECTATIONS: Expectation[] = [
  expectation(papers.papersByIds, { ids: ['p:4', 'p:none'] }, [
    { id: 'p:4', ...paperPropertiesOf(properties4), keywords: [graphKeyword] },
  ]),
  expectation(papers.paperIds, {}, [{ id: 'p:1' }, { id: 'p:2' }, { id: 'p:3' }, { id: 'p:4' }]),
  expectation(papers.papersCitedBy, { keys: all }, [
    { key: 'p:1', papers: [listed('p:2', 2023)] },
    { key: 'p:3', papers: [listed('p:1', 2024)] },
  ]),
  expectation(papers.paperMentions, { ids: ['p:1', 'p:4'] }, [
    {
      id: 'p:1',
      authors: '["ada"]',
      orgs: '["acme"]',
      references: ['doi:10.1000/2'],
      citedBy: ['s2:3'],
      keys: ['arxiv:2401.00001', 'doi:10.1000/1'],
      wrote: [
        { id: ADA.id, position: 0 },
        { id: BO.id, position: 1 },
      ],
      affiliatedWith: [{ slug: 'acme', source: 'listing' }],
      cites: ['p:2'],
    },
    {
      id: 'p:4',
      authors: '[]',
      orgs: '[]',
      references: [],
      citedBy: [],
      keys: [],
      wrote: [],
      affiliatedWith: [],
      cites: [],
    },
  ]),
  expectation(records.paperIdsByKeys, { ...noKeys, titleKeys: ['title:one'] }, [
    { key: 'title:one', id: 'p:1' },
  ]),
  expectation(records.paperIdsByKeys, keysOfAllKinds, [
    { key: 'arxiv:2401.00001', id: 'p:1' },
    { key: 'doi:10.1000/1', id: 'p:1' },
    { key: 'openalex:W1', id: 'p:1' },
    { key: 's2:f2', id: 'p:2' },
    { key: 'title:same', id: 'p:1' },
    { key: 'title:same', id: 'p:2' },
  ]),
  expectation(records.recordsByKeys, { ...noKeys, dois: ['10.1000/1'] }, [stored(fromCsl)]),
  expectation(records.recordsByKeys, keysOfAllKinds, [stored(fromCsl), stored(fromHf), stored(fromHfToo)]),
  expectation(
    records.recordsOfPapers,
    { ids: all },
    RECORDS.map((record) => ({ ...stored(record), rule: record.rule, since: record.since })),
  ),
  expectation(authors.authors, {}, [ADA, BO]),
  expectation(authors.authorsByIds, { ids: [BO.id, 'gone'] }, [BO]),
  expectation(authors.authorIdsByAccounts, { orcid: ADA.orcid, hfUser: null }, [{ id: ADA.id }]),
  expectation(authors.authorIdsByAccounts, { orcid: null, hfUser: 'ADA-l' }, [{ id: ADA.id }]),
  expectation(authors.authorIdsByAccounts, { orcid: null, hfUser: null }, []),
  expectation(authors.authorsOfPapers, { ids: all }, [
    { paperId: 'p:1', position: 0, author: ADA },
    { paperId: 'p:1', position: 1, author: BO },
    { paperId: 'p:2', position: 0, author: BO },
  ]),
  expectation(topics.topicsByKeys, { keys: ['a', 'x', 'gone'] }, [TOPIC_A]),
  expectation(topics.topicKeysByAliasKeys, { aliasKeys: ['x', 'y'] }, [{ aliasKey: 'x', topicKey: 'a' }]),
  expectation(topics.topicsOfPapers, { ids: ['p:1', 'p:2', 'p:4'] }, [
    { paperId: 'p:1', score: 0.5, source: 'text', evidence: evidence('B', 0), topic: TOPIC_B },
    { paperId: 'p:1', score: 1, source: 'text', evidence: evidence('As', 3), topic: TOPIC_A },
    { paperId: 'p:2', score: 1, source: 'ai_keywords', evidence: evidence('A', 0), topic: TOPIC_A },
  ]),
  expectation(topics.topics, {}, [TOPIC_A, TOPIC_B]),
  expectation(topics.paperAnalyses, { ids: ['p:1', 'p:2', 'p:3', 'p:4', 'p:none'] }, [
    { id: 'p:1', analysis: 'read', keywords: [] },
    { id: 'p:2', analysis: null, keywords: [] },
    { id: 'p:3', analysis: null, keywords: [] },
    { id: 'p:4', analysis: null, keywords: [graphKeyword] },
  ]),
  expectation(topics.paperTopicLinks, { ids: ['p:2', 'p:4'] }, [
    {
      id: 'p:2',
      title: 'Title of p:2',
      abstract: 'An abstract.',
      analysis: null,
      keywords: [],
      links: [{ topicKey: 'a', ...graph.topicLink(1, 'A', 0), source: 'ai_keywords' }],
    },
    {
      id: 'p:4',
      title: 'Title of p:4',
      abstract: '',
      analysis: null,
      keywords: [graphKeyword],
      links: [],
    },
  ]),
  expectation(orgs.orgs, {}, [ACME]),
  expectation(orgs.orgsBySlugs, { slugs: ['acme', 'sue'] }, [ACME]),
  expectation(orgs.orgSlugsByOtherSlugs, { slugs: ['acme', 'acme-labs'] }, [
    { otherSlug: 'acme-labs', slug: 'acme' },
  ]),
  expectation(orgs.orgsOfPapers, { ids: all }, [
    { paperId: 'p:1', source: 'listing', org: ACME },
    { paperId: 'p:3', source: 'listing', org: ACME },
  ]),
  expectation(repos.reposByUrls, { urls: [ACME_CODE.url, SUE_TOOL.url, 'none'] }, [ACME_CODE, SUE_TOOL]),
  expectation(repos.reposOfPapers, { ids: all }, [
    { paperId: 'p:1', source: 'abstract', confidence: 0.9, owner: 'Acme', name: 'Code', repo: ACME_CODE },
    { paperId: 'p:2', source: 'abstract', confidence: 0.9, owner: 'sue', name: 'tool', repo: SUE_TOOL },
  ]),
  expectation(repos.repoOwners, {}, [{ url: ACME_CODE.url, slug: 'acme' }]),
  expectation(checkpointsByKeys, { keys: ['a.txt', 'gone.txt'] }, [
    { key: 'a.txt', fingerprint: 'f', cursor: null, position: 3 },
  ]),
  expectation(totals.stats, {}, [
    {
      papers: 4,
      authors: 2,
      topics: 2,
      orgs: 1,
      repos: 2,
      records: 3,
      authorLinks: 3,
      topicLinks: 4,
      orgLinks: 2,
      repoLinks: 2,
      ownerLinks: 1,
      citations: 2,
    },
  ]),
  expectation(totals.countsOfSources, {}, [
    { source: 'csl', records: 1, papers: 1 },
    { source: 'hf', records: 2, papers: 2 },
  ]),
  expectation(totals.newestPaper, {}, [{ ...listed('p:1', 2024), title: 'Title of p:1' }]),
  expectation(totals.oldestPaper, {}, [{ ...listed('p:3', 2022), title: 'Title of p:old' }]),
  expectation(projection.nodeKeys, {}, [
    { kind: 'PAPER', keys: ['p:1', 'p:2', 'p:3', 'p:4'] },
    { kind: 'TOPIC', keys: ['a', 'b'] },
    { kind: 'ORG', keys: ['acme'] },
    { kind: 'AUTHOR', keys: [ADA.id, BO.id] },
    { kind: 'REPO', keys: [ACME_CODE.url, SUE_TOOL.url] },
  ]),
  expectation(projection.paperFacts, { ids: ['p:1', 'p:4', 'p:none'] }, [
    { ...listed('p:1', 2024), title: 'Title of p:1', commentCount: 4, upvotes: 7, upvotesPerDay: 0.5 },
    {
      id: 'p:4',
      title: 'Title of p:4',
      publishedOn: null,
      commentCount: null,
      upvotes: null,
      upvotesPerDay: null,
    },
  ]),
  expectation(projection.paperIdsByLinks, linkedKeys, [
    { kind: 'TOPIC', key: 'a', ids: ['p:1', 'p:2'] },
    { kind: 'ORG', key: 'acme', ids: ['p:1', 'p:3'] },
    { kind: 'AUTHOR', key: BO.id, ids: ['p:1', 'p:2'] },
    { kind: 'REPO', key: SUE_TOOL.url, ids: ['p:2'] },
    { kind: 'CITATION', key: 'p:1', ids: ['p:3'] },
  ]),
  expectation(projection.paperCountsByLinks, linkedKeys, [
    { kind: 'TOPIC', key: 'a', papers: 2 },
    { kind: 'ORG', key: 'acme', papers: 2 },
    { kind: 'AUTHOR', key: BO.id, papers: 2 },
    { kind: 'REPO', key: SUE_TOOL.url, papers: 1 },
    { kind: 'CITATION', key: 'p:1', papers: 1 },
  ]),
  expectation(
    projection.paperIdsPassing,
    noConditions,
    all.slice(0, 4).map((id) => ({ id })),
  ),
  expectation(projection.paperIdsPassing, { ...noConditions, most: 2 }, [{ id: 'p:1' }, { id: 'p:2' }]),
  expectation(
    projection.paperIdsPassing,
    { ...noConditions, since: '2023-01-01', until: '2023-12-31', hasRepo: true },
    [{ id: 'p:2' }],
  ),
  expectation(projection.paperIdsPassing, { ...noConditions, source: 'csl', maxUpvotes: 7, minUpvotes: 7 }, [
    { id: 'p:1' },
  ]),
  expectation(projection.textTotals, {}, [{ papers: 4, texts: 0, words: 0 }]),
  expectation(projection.topicKeysLike, { beginnings: ['x'], most: 9 }, [{ key: 'a', papers: 2 }]),
  expectation(projection.topicKeysLike, { beginnings: [''], most: 1 }, [{ key: 'a', papers: 2 }]),
  expectation(projection.orgSlugsLike, { beginnings: ['labs'], most: 9 }, [{ key: 'acme', papers: 2 }]),
  expectation(projection.authorIdsLike, { beginnings: ['love'], most: 9 }, [{ key: ADA.id, papers: 1 }]),
  expectation(projection.repoUrlsLike, { beginnings: ['sue/t'], most: 9 }, [
    { key: SUE_TOOL.url, papers: 1 },
  ]),
  expectation(projection.paperIdsLike, { beginnings: ['title of p:2'], most: 9 }, [{ key: 'p:2' }]),
  expectation(projection.paperTexts, { ids: ['p:2', 'p:4', 'p:none'] }, [
    { id: 'p:2', title: 'Title of p:2', abstract: 'An abstract.' },
    { id: 'p:4', title: 'Title of p:4', abstract: null },
  ]),
  expectation(projection.sourceNamesOfPapers, { ids: all }, [
    { id: 'p:1', keys: ['hf', 'csl'] },
    { id: 'p:2', keys: ['hf'] },
  ]),
  expectation(projection.topicKeysOfPapers, { ids: ['p:2', 'p:3', 'p:4'] }, [
    { id: 'p:2', keys: ['a'], numbers: [1] },
    { id: 'p:3', keys: ['b'], numbers: [1] },
  ]),
  expectation(projection.orgSlugsOfPapers, { ids: all }, [
    { id: 'p:1', keys: ['acme'] },
    { id: 'p:3', keys: ['acme'] },
  ]),
  expectation(projection.authorIdsOfPapers, { ids: ['p:2', 'p:4'] }, [
    { id: 'p:2', keys: [BO.id], numbers: [0] },
  ]),
  expectation(projection.repoUrlsOfPapers, { ids: all }, [
    { id: 'p:1', keys: [ACME_CODE.url] },
    { id: 'p:2', keys: [SUE_TOOL.url] },
  ]),
  expectation(projection.citedIdsOfPapers, { ids: all }, [
    { id: 'p:1', keys: ['p:2'] },
    { id: 'p:3', keys: ['p:1'] },
  ]),
  expectation(projection.namesOfTopics, { keys: ['a', 'gone'] }, [
    { key: 'a', name: 'A', otherNames: ['As', 'X'] },
  ]),
  expectation(projection.namesOfOrgs, { keys: ['acme', 'gone'] }, [
    { key: 'acme', name: 'Acme', otherNames: ['ACME', 'Acme Labs', 'acme', 'acme-labs'] },
  ]),
  expectation(projection.namesOfAuthors, { keys: [ADA.id, 'gone'] }, [
    { key: ADA.id, name: ADA.name, otherNames: ADA.aliases },
  ]),
  expectation(projection.namesOfRepos, { keys: [ACME_CODE.url, 'gone'] }, [
    { key: ACME_CODE.url, name: 'Acme/Code', otherNames: [] },
  ]),
  expectation(properties.paperProperties, { ids: ['p:4', 'p:none'] }, [
    { properties: withoutNulls({ id: 'p:4', ...PAPER_4.properties }) },
  ]),
  expectation(properties.recordProperties, { ids: ['p:2'] }, [
    { properties: withoutNulls({ key: fromHfToo.key, ...fromHfToo.properties }) },
  ]),
  expectation(properties.repoProperties, {}, [
    { properties: { ...withoutOrg(ACME_CODE), ownerKey: 'acme' } },
    { properties: { ...withoutOrg(SUE_TOOL), ownerKey: 'sue' } },
  ]),
  expectation(properties.topicProperties, {}, [
    { properties: { ...TOPIC_A, aliasKeys: ['x'] } },
    { properties: { ...withoutNulls(TOPIC_B), aliasKeys: [] } },
  ]),
];

describe('the expected answers', () => {
  it('cover every statement that reads', () => {
    const covered = new Set(EXPECTATIONS.map(([{ name }]) => name));
    expect([...covered].sort()).toEqual(
      ALL_STATEMENTS.filter(({ access }) => access === 'read').map(({ name }) => name),
    );
  });
});

describe.each(STORES)('the statements $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    const written = new Set<string>();
    let store: GraphStore;
    beforeAll(async () => {
      store = await openFresh(kind);
      const write = () =>
        store.transaction((run) =>
          graph.writeSmallGraph((statement, params) => {
            written.add(statement.name);
            return run(statement, params);
          }),
        );
      await write();
      // Again, but for the paper that has been renamed: every write leaves a graph that it has written as it is.
      await store.run(papers.deletePapers, { ids: ['p:3'] });
      await write();
    });
    afterAll(() => store.close());

    it('leave the small graph with every statement that writes', () => {
      expect([...written].sort()).toEqual(
        ALL_STATEMENTS.filter(({ access }) => access === 'write').map(({ name }) => name),
      );
    });

    it.each(
      EXPECTATIONS.map(([statement, params, rows]) => ({ name: statement.name, statement, params, rows })),
    )('$name answers $params as expected', async ({ statement, params, rows }) => {
      expect(inOneOrder(await store.run(statement, params as never))).toEqual(inOneOrder(rows));
    });
  });
});

function listed(id: string, year: number) {
  return { id, publishedOn: `${year}-01-01` };
}

/** What is kept for the graph's own use is no part of a paper. */
function paperPropertiesOf({
  searchText: _search,
  textLength: _length,
  authorMentions: _authors,
  orgMentions: _orgs,
  references: _references,
  citedBy: _citedBy,
  ...kept
}: typeof properties4) {
  return kept;
}

function withoutNulls(given: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

function withoutOrg({ org: _org, ...repo }: typeof ACME_CODE | typeof SUE_TOOL) {
  return repo;
}

/** No statement promises an order of its rows or of the lists that it collects; evidence and aliases come in theirs. */
function inOneOrder(rows: readonly unknown[]): unknown[] {
  const collected = /^(?:papers|ids|wrote|affiliatedWith|cites|keys)$/;
  const sortLists = ([key, value]: [string, unknown]) => [
    key,
    Array.isArray(value) && collected.test(key) ? value.toSorted(byText) : value,
  ];
  return rows
    .map((row) =>
      Object.fromEntries(
        Object.entries(row as object)
          .sort(byText)
          .map(sortLists),
      ),
    )
    .toSorted(byText);
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(inKeyOrder(a)) < JSON.stringify(inKeyOrder(b)) ? -1 : 1;
}

function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
