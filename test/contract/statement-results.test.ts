import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore, RunStatement } from '../../src/graph/graph-store.ts';
import type { Statement } from '../../src/graph/statement.ts';
import * as orgs from '../../src/graph/statements/orgs.ts';
import * as papers from '../../src/graph/statements/papers.ts';
import * as repos from '../../src/graph/statements/repos.ts';
import { stats } from '../../src/graph/statements/stats.ts';
import * as topics from '../../src/graph/statements/topics.ts';
import { ALL_STATEMENTS } from '../support/all-statements.ts';
import { paperRow } from '../support/papers.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';

/*
 * One small graph, and by hand the answer of every statement on it:
 *   p:1 (2024) – topics a, b; org acme; repository acme/code, which acme owns
 *   p:2 (2023) – topic a; repository sue/tool, whose owner no org is
 *   p:3 (2022) – topic b; org acme
 *   p:4 (2021) – nothing
 */
async function writeGraph(run: RunStatement): Promise<void> {
  const source = 'abstract';
  await run(papers.writePapers, {
    rows: [
      paperRow('p:1', { publishedOn: '2024-01-01', titleKey: 'title:same', commentCount: 4 }),
      paperRow('p:2', { publishedOn: '2023-01-01', titleKey: 'title:same' }),
      paperRow('p:old', { publishedOn: '2022-01-01' }),
      paperRow('p:4', { publishedOn: '2021-01-01', keywords: ['graph'], keywordSources: ['ai_keywords'] }),
    ],
  });
  await run(papers.writePaperIds, { rows: [{ from: 'p:old', to: 'p:3' }] });
  await run(orgs.writePaperOrgs, {
    rows: [
      { paperId: 'p:1', slug: 'acme', name: 'Acme', source: 'listing' },
      { paperId: 'p:3', slug: 'acme', name: 'Acme Labs', source: 'listing' },
    ],
  });
  await run(repos.writePaperRepos, {
    rows: [
      {
        paperId: 'p:1',
        url: 'https://github.com/acme/code',
        owner: 'Acme',
        ownerKey: 'acme',
        name: 'Code',
        source,
      },
      {
        paperId: 'p:2',
        url: 'https://github.com/sue/tool',
        owner: 'sue',
        ownerKey: 'sue',
        name: 'tool',
        source,
      },
    ],
  });
  await run(repos.writeRepoOwners, { slugs: ['acme', 'sue'] });
  await run(topics.writePaperTopics, {
    rows: [
      { paperId: 'p:1', topicKey: 'a', properties: link(1, 'As', 3) },
      { paperId: 'p:1', topicKey: 'b', properties: link(0.5, 'B', 0) },
      { paperId: 'p:2', topicKey: 'a', properties: { ...link(1, 'A', 0), source: 'ai_keywords' } },
      { paperId: 'p:3', topicKey: 'b', properties: link(1, 'B', 5) },
      { paperId: 'p:4', topicKey: 'gone', properties: link(1, 'Gone', 0) },
    ],
  });
  await run(topics.writeTopics, {
    rows: [
      {
        key: 'a',
        properties: {
          name: 'A',
          acronym: 'X',
          aliases: ['As', 'X'],
          aliasRules: ['SPELLING', 'DEFINITION'],
          aliasKeys: ['x'],
        },
      },
      { key: 'b', properties: { name: 'B', acronym: null, aliases: [], aliasRules: [], aliasKeys: [] } },
    ],
  });
  await run(topics.unlinkPaperTopics, { rows: [{ paperId: 'p:4', topicKey: 'gone' }] });
  await run(topics.deleteUnusedTopics, { keys: ['gone', 'a'] });
  await run(topics.writePaperAnalyses, { rows: [{ id: 'p:1', analysis: 'read' }] });
}

const link = (score: number, text: string, start: number): topics.TopicLink => ({
  score,
  source: 'text',
  evidence: [text],
  evidenceFields: ['abstract'],
  evidenceStarts: [start],
  evidenceEnds: [start + text.length],
});
const evidence = (text: string, start: number) => [
  { text, field: 'abstract' as const, start, end: start + text.length },
];

type Expectation = [statement: Statement<never, unknown>, params: unknown, rows: unknown[]];
const expectation = <Params, Row>(
  statement: Statement<Params, Row>,
  params: Params,
  rows: Row[],
): Expectation => [statement as Statement<never, unknown>, params, rows];
const acme = { slug: 'acme', name: 'Acme', aliases: ['Acme Labs'] };
const acmeCode = { url: 'https://github.com/acme/code', owner: 'Acme', name: 'Code', org: acme };
const sueTool = { url: 'https://github.com/sue/tool', owner: 'sue', name: 'tool', org: null };
const graphKeyword = { text: 'graph', source: 'ai_keywords' };
const topicA = {
  key: 'a',
  name: 'A',
  acronym: 'X',
  aliases: ['As', 'X'],
  aliasRules: ['SPELLING' as const, 'DEFINITION' as const],
};
const topicB = { key: 'b', name: 'B', acronym: null, aliases: [], aliasRules: [] };
const everyPaper = { topicKey: null, orgSlug: null, hasRepo: null, since: null, until: null };
const ref = (id: string, year: number, commentCount: number | null = null) => ({
  id,
  publishedOn: `${year}-01-01`,
  title: `Title of ${id}`,
  commentCount,
});
const listed = (id: string, year: number) => ({ id, publishedOn: `${year}-01-01` });
const all = ['p:1', 'p:2', 'p:3', 'p:4', 'p:none'];

const EXPECTATIONS: Expectation[] = [
  expectation(papers.papersByIds, { ids: ['p:4', 'p:none'] }, [
    {
      id: 'p:4',
      title: 'Title of p:4',
      abstract: 'An abstract.',
      publishedOn: '2021-01-01',
      arxivId: null,
      authorCount: null,
      authorNames: [],
      commentCount: null,
      upvotes: null,
      projectPage: null,
      keywords: [graphKeyword],
    },
  ]),
  expectation(papers.paperIdsByTitleKeys, { titleKeys: ['title:same', 'title:none'] }, [
    { titleKey: 'title:same', id: 'p:1' },
    { titleKey: 'title:same', id: 'p:2' },
  ]),
  expectation(papers.paperRefs, everyPaper, [
    ref('p:1', 2024, 4),
    ref('p:2', 2023),
    { ...ref('p:3', 2022), title: 'Title of p:old' },
    ref('p:4', 2021),
  ]),
  expectation(papers.paperRefs, { ...everyPaper, topicKey: 'a', since: '2023-01-01', until: '2023-12-31' }, [
    ref('p:2', 2023),
  ]),
  expectation(papers.paperRefs, { ...everyPaper, orgSlug: 'acme', hasRepo: true }, [ref('p:1', 2024, 4)]),
  expectation(papers.paperRefs, { ...everyPaper, orgSlug: 'acme', hasRepo: false }, [
    { ...ref('p:3', 2022), title: 'Title of p:old' },
  ]),
  expectation(papers.paperTerms, { ids: all }, [
    { id: 'p:1', topicKeys: ['a', 'b'], orgSlugs: ['acme'] },
    { id: 'p:2', topicKeys: ['a'], orgSlugs: [] },
    { id: 'p:3', topicKeys: ['b'], orgSlugs: ['acme'] },
    { id: 'p:4', topicKeys: [], orgSlugs: [] },
  ]),
  expectation(papers.relatedCandidates, { ids: all, byTopic: true, byOrg: true }, [
    { id: 'p:1', candidateIds: ['p:2', 'p:3'] },
    { id: 'p:2', candidateIds: ['p:1'] },
    { id: 'p:3', candidateIds: ['p:1'] },
  ]),
  expectation(papers.relatedCandidates, { ids: all, byTopic: false, byOrg: true }, [
    { id: 'p:1', candidateIds: ['p:3'] },
    { id: 'p:3', candidateIds: ['p:1'] },
  ]),
  expectation(papers.relatedCandidates, { ids: all, byTopic: false, byOrg: false }, []),
  expectation(papers.papersOfTopics, { keys: ['a', 'none'] }, [
    { key: 'a', papers: [listed('p:1', 2024), listed('p:2', 2023)] },
  ]),
  expectation(papers.papersOfOrgs, { keys: ['acme'] }, [
    { key: 'acme', papers: [listed('p:1', 2024), listed('p:3', 2022)] },
  ]),
  expectation(papers.papersOfRepos, { keys: [acmeCode.url] }, [
    { key: acmeCode.url, papers: [listed('p:1', 2024)] },
  ]),
  expectation(topics.topicsByKeys, { keys: ['a', 'x', 'gone'] }, [topicA]),
  expectation(topics.topicKeysByAliasKeys, { aliasKeys: ['x', 'y'] }, [{ aliasKey: 'x', topicKey: 'a' }]),
  expectation(topics.topicRefs, {}, [
    { key: 'a', paperCount: 2 },
    { key: 'b', paperCount: 2 },
  ]),
  expectation(topics.countsOfTopics, { keys: ['a', 'none'] }, [
    { key: 'a', paperCount: 2, firstSeenOn: '2023-01-01' },
  ]),
  expectation(topics.topicsOfPapers, { ids: ['p:1', 'p:2', 'p:4'] }, [
    { paperId: 'p:1', score: 0.5, source: 'text', evidence: evidence('B', 0), topic: topicB },
    { paperId: 'p:1', score: 1, source: 'text', evidence: evidence('As', 3), topic: topicA },
    { paperId: 'p:2', score: 1, source: 'ai_keywords', evidence: evidence('A', 0), topic: topicA },
  ]),
  expectation(topics.topics, {}, [topicA, topicB]),
  expectation(topics.paperAnalyses, { ids: ['p:1', 'p:4', 'p:none'] }, [
    { id: 'p:1', analysis: 'read', keywords: [] },
    { id: 'p:4', analysis: null, keywords: [graphKeyword] },
  ]),
  expectation(topics.paperTopicLinks, { ids: ['p:2', 'p:4'] }, [
    {
      id: 'p:2',
      title: 'Title of p:2',
      abstract: 'An abstract.',
      analysis: null,
      keywords: [],
      links: [{ topicKey: 'a', ...link(1, 'A', 0), source: 'ai_keywords' }],
    },
    {
      id: 'p:4',
      title: 'Title of p:4',
      abstract: 'An abstract.',
      analysis: null,
      keywords: [graphKeyword],
      links: [],
    },
  ]),
  expectation(papers.paperIds, {}, [{ id: 'p:1' }, { id: 'p:2' }, { id: 'p:3' }, { id: 'p:4' }]),
  expectation(topics.topicsOfOrgs, { slugs: ['acme', 'none'] }, [
    { orgSlug: 'acme', topicKey: 'a', paperCount: 1 },
    { orgSlug: 'acme', topicKey: 'b', paperCount: 2 },
  ]),
  expectation(topics.coOccurringTopics, { keys: ['a', 'b'] }, [
    { key: 'a', otherKey: 'b', paperCount: 1 },
    { key: 'b', otherKey: 'a', paperCount: 1 },
  ]),
  expectation(orgs.orgsBySlugs, { slugs: ['acme', 'sue'] }, [acme]),
  expectation(orgs.orgRefs, {}, [{ key: 'acme', paperCount: 2 }]),
  expectation(orgs.paperCountsOfOrgs, { keys: ['acme'] }, [{ key: 'acme', paperCount: 2 }]),
  expectation(orgs.orgsOfPapers, { ids: all }, [
    { paperId: 'p:1', source: 'listing', org: acme },
    { paperId: 'p:3', source: 'listing', org: acme },
  ]),
  expectation(repos.reposByUrls, { urls: [acmeCode.url, sueTool.url, 'none'] }, [acmeCode, sueTool]),
  expectation(repos.repoRefs, {}, [
    { key: acmeCode.url, paperCount: 1 },
    { key: sueTool.url, paperCount: 1 },
  ]),
  expectation(repos.paperCountsOfRepos, { keys: [sueTool.url] }, [{ key: sueTool.url, paperCount: 1 }]),
  expectation(repos.reposOfPapers, { ids: all }, [
    { paperId: 'p:1', source: 'abstract', repo: acmeCode },
    { paperId: 'p:2', source: 'abstract', repo: sueTool },
  ]),
  expectation(stats, {}, [
    { papers: 4, topics: 2, orgs: 1, repos: 2, topicLinks: 4, orgLinks: 2, repoLinks: 2, ownerLinks: 1 },
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
    let store: GraphStore;
    beforeAll(async () => {
      store = await openFresh(kind);
      await store.transaction(writeGraph);
      // Again: every write leaves a graph that it has written before as it is.
      await store.run(repos.writeRepoOwners, { slugs: ['acme', 'sue'] });
      await store.run(orgs.writePaperOrgs, {
        rows: [{ paperId: 'p:3', slug: 'acme', name: 'Acme Labs', source: 'listing' }],
      });
    });
    afterAll(() => store.close());

    it.each(
      EXPECTATIONS.map(([statement, params, rows]) => ({ name: statement.name, statement, params, rows })),
    )('$name answers $params as expected', async ({ statement, params, rows }) => {
      expect(inOneOrder(await store.run(statement, params as never))).toEqual(inOneOrder(rows));
    });
  });
});

/** No statement promises an order of its rows or of the lists that it collects; evidence and aliases come in theirs. */
function inOneOrder(rows: readonly unknown[]): unknown[] {
  const collected = /^(?:papers|topicKeys|orgSlugs|candidateIds)$/;
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
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
