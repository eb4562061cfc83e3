import type { RunStatement } from '../../src/graph/graph-store.ts';
import * as authors from '../../src/graph/statements/authors.ts';
import * as checkpoints from '../../src/graph/statements/checkpoints.ts';
import * as orgs from '../../src/graph/statements/orgs.ts';
import * as papers from '../../src/graph/statements/papers.ts';
import * as records from '../../src/graph/statements/records.ts';
import * as repos from '../../src/graph/statements/repos.ts';
import * as topics from '../../src/graph/statements/topics.ts';
import { paperRow } from './papers.ts';

/**
 * One small graph, written with every statement that writes:
 *   p:1 (2024) – topics a, b; org acme; repository acme/code, which acme owns; by ada and bo; cites p:2
 *   p:2 (2023) – topic a; repository sue/tool, whose owner no org is; by bo
 *   p:3 (2022) – topic b; org acme; cites p:1
 *   p:4 – nothing, not even a date
 * What is written beside that (`gone`) is taken away again.
 */
export async function writeSmallGraph(run: RunStatement): Promise<void> {
  await run(papers.writePapers, {
    rows: [
      paperRow('p:1', { ...ON_DAY(2024), commentCount: 4, upvotes: 7, upvotesPerDay: 0.5, ...MENTIONS }),
      paperRow('p:2', { ...ON_DAY(2023), upvotes: 3 }),
      paperRow('p:old', ON_DAY(2022)),
      PAPER_4,
      paperRow('p:gone'),
    ],
  });
  await run(papers.writePaperIds, { rows: [{ from: 'p:old', to: 'p:3' }] });
  await run(papers.deletePapers, { ids: ['p:gone'] });
  await writeSources(run);
  await writeAuthors(run);
  await writeOrgsAndRepos(run);
  await writeTopics(run);
  await run(papers.writeCitations, {
    rows: [
      { paperId: 'p:1', citedId: 'p:2' },
      { paperId: 'p:3', citedId: 'p:1' },
      { paperId: 'p:4', citedId: 'p:1' },
      { paperId: 'p:4', citedId: 'p:none' },
    ],
  });
  await run(papers.unlinkCitations, { rows: [{ paperId: 'p:4', citedId: 'p:1' }] });
}

async function writeSources(run: RunStatement): Promise<void> {
  await run(records.writeRecords, { rows: [...RECORDS, { ...RECORDS[0], paperId: 'p:4' }] });
  await run(records.unlinkRecords, { rows: [{ key: RECORDS[0].key, paperId: 'p:4' }] });
  await run(checkpoints.writeCheckpoints, {
    rows: ['a.txt', 'gone.txt'].map((key) => ({
      key,
      properties: { fingerprint: 'f', cursor: null, position: 3 },
    })),
  });
  await run(checkpoints.deleteCheckpoints, { keys: ['gone.txt'] });
}

async function writeAuthors(run: RunStatement): Promise<void> {
  const gone = { ...BO, id: 'gone', orcid: null };
  await run(authors.writeAuthors, {
    rows: [ADA, BO, gone].map(({ id, ...properties }) => ({ id, properties })),
  });
  await run(authors.writePaperAuthors, {
    rows: [
      { paperId: 'p:1', authorId: ADA.id, position: 0 },
      { paperId: 'p:1', authorId: BO.id, position: 1 },
      { paperId: 'p:2', authorId: BO.id, position: 0 },
      { paperId: 'p:2', authorId: ADA.id, position: 1 },
      { paperId: 'p:4', authorId: 'gone', position: 0 },
    ],
  });
  await run(authors.unlinkPaperAuthors, { rows: [{ paperId: 'p:2', authorId: ADA.id, position: 1 }] });
  await run(authors.deleteAuthors, { ids: ['gone'] });
}

async function writeOrgsAndRepos(run: RunStatement): Promise<void> {
  await run(orgs.writeOrgs, {
    rows: [ACME, { ...ACME, slug: 'gone' }].map(({ slug, ...properties }) => ({ slug, properties })),
  });
  await run(orgs.writePaperOrgs, {
    rows: ['p:1', 'p:3', 'p:4'].map((paperId) => ({ paperId, slug: 'acme', source: 'listing' })),
  });
  await run(orgs.unlinkPaperOrgs, { rows: [{ paperId: 'p:4', slug: 'acme' }] });
  await run(orgs.deleteOrgs, { slugs: ['gone'] });

  const mention = { source: 'abstract', confidence: 0.9 };
  const { org: _, ...tool } = SUE_TOOL;
  const { org: __, ...code } = ACME_CODE;
  await run(repos.writePaperRepos, {
    rows: [
      { paperId: 'p:1', ...code, ownerKey: 'acme', ...mention },
      { paperId: 'p:2', ...tool, ownerKey: 'sue', ...mention },
      { paperId: 'p:4', ...tool, url: `${tool.url}-gone`, ownerKey: 'sue', ...mention },
    ],
  });
  await run(repos.writeRepoOwners, { rows: REPO_OWNERS });
  await run(repos.unlinkPaperRepos, { rows: [{ paperId: 'p:4', url: `${tool.url}-gone` }] });
  await run(repos.deleteUnusedRepos, { urls: [tool.url, `${tool.url}-gone`] });
  await run(repos.writeRepoSpellings, { urls: [code.url, tool.url] });
}

async function writeTopics(run: RunStatement): Promise<void> {
  await run(topics.writePaperTopics, {
    rows: [
      { paperId: 'p:1', topicKey: 'a', properties: topicLink(1, 'As', 3) },
      { paperId: 'p:1', topicKey: 'b', properties: topicLink(0.5, 'B', 0) },
      { paperId: 'p:2', topicKey: 'a', properties: { ...topicLink(1, 'A', 0), source: 'ai_keywords' } },
      { paperId: 'p:3', topicKey: 'b', properties: topicLink(1, 'B', 5) },
      { paperId: 'p:4', topicKey: 'gone', properties: topicLink(1, 'Gone', 0) },
    ],
  });
  await run(topics.writeTopics, {
    rows: [
      { ...TOPIC_A, aliasKeys: ['x'] },
      { ...TOPIC_B, aliasKeys: [] },
    ].map(({ key, ...properties }) => ({ key, properties })),
  });
  await run(topics.unlinkPaperTopics, { rows: [{ paperId: 'p:4', topicKey: 'gone' }] });
  await run(topics.deleteUnusedTopics, { keys: ['gone', 'a'] });
  const { title, abstract } = paperRow('p:1').properties;
  await run(topics.writePaperAnalyses, {
    rows: [
      { id: 'p:1', title, abstract: abstract ?? '', analysis: 'read' },
      { id: 'p:2', title: 'A former title', abstract: abstract ?? '', analysis: 'read too late' },
      { id: 'p:3', title: 'Title of p:old', abstract: 'A former abstract', analysis: 'read too late' },
    ],
  });
}

/** The properties of an edge to a topic that the abstract speaks of once. */
export function topicLink(score: number, text: string, start: number): topics.TopicLink {
  return {
    score,
    source: 'text',
    evidence: [text],
    evidenceFields: ['abstract'],
    evidenceStarts: [start],
    evidenceEnds: [start + text.length],
  };
}

function ON_DAY(year: number) {
  return { publishedOn: `${year}-01-01` };
}

const MENTIONS = {
  arxivId: '2401.00001',
  doi: '10.1000/1',
  authorMentions: '["ada"]',
  orgMentions: '["acme"]',
  references: ['doi:10.1000/2'],
  citedBy: ['s2:3'],
};

export const PAPER_4 = paperRow('p:4', {
  abstract: null,
  publishedOn: null,
  publishedPrecision: null,
  keywords: ['graph'],
  keywordSources: ['ai_keywords'],
});

export const ADA = {
  id: 'orcid:0000-0002-1825-0097',
  name: 'Ada Lovelace',
  aliases: ['A. Lovelace'],
  orcid: '0000-0002-1825-0097',
  openAlexId: null,
  semanticScholarId: '7',
  hfUser: 'Ada-L',
};
export const BO = {
  id: 'name:bo-ek@p:1',
  name: 'Bo Ek',
  aliases: [],
  orcid: null,
  openAlexId: 'A1',
  semanticScholarId: null,
  hfUser: null,
};

export const ACME = {
  slug: 'acme',
  name: 'Acme',
  aliases: ['ACME', 'Acme Labs'],
  aliasRules: ['SPELLING' as const, 'SAME_ROR' as const],
  aliasSources: ['listing', 'institution organization'],
  slugs: ['acme-labs'],
  slugRules: ['SAME_ROR' as const],
  slugSources: ['institution organization'],
  ror: 'https://ror.org/03cve4549',
  country: null,
};
export const ACME_CODE = {
  url: 'https://github.com/acme/code',
  host: 'GITHUB' as const,
  owner: 'Acme',
  name: 'Code',
  org: ACME,
};
export const SUE_TOOL = {
  url: 'https://gitlab.com/sue/tool',
  host: 'GITLAB' as const,
  owner: 'sue',
  name: 'tool',
  org: null,
};
/** Sue is nobody's login, so that the second row links nothing. */
export const REPO_OWNERS = [
  { slug: 'acme', ownerKey: 'acme' },
  { slug: 'sue', ownerKey: 'sue' },
];

export const TOPIC_A = {
  key: 'a',
  name: 'A',
  acronym: 'X',
  aliases: ['As', 'X'],
  aliasRules: ['SPELLING' as const, 'DEFINITION' as const],
};
export const TOPIC_B = { key: 'b', name: 'B', acronym: null, aliases: [], aliasRules: [] };

const SINCE = '2026-01-01T00:00:00.000Z';
const NO_IDS = { arxivId: null, doi: null, openAlexId: null, semanticScholarId: null };

export const RECORDS = [
  {
    key: 'hf|arxiv:2401.00001',
    paperId: 'p:1',
    rule: 'ARXIV_ID' as const,
    since: SINCE,
    properties: {
      source: 'hf',
      content: '{"title":"One"}',
      ...NO_IDS,
      arxivId: '2401.00001',
      openAlexId: 'W1',
      titleKey: 'title:same',
    },
  },
  {
    key: 'csl|doi:10.1000/1',
    paperId: 'p:1',
    rule: 'DOI' as const,
    since: SINCE,
    properties: {
      source: 'csl',
      content: '{"title":"1"}',
      ...NO_IDS,
      doi: '10.1000/1',
      titleKey: 'title:one',
    },
  },
  {
    key: 'hf|title:same||',
    paperId: 'p:2',
    rule: null,
    since: SINCE,
    properties: {
      source: 'hf',
      content: '{"title":"Two"}',
      ...NO_IDS,
      semanticScholarId: 'f2',
      titleKey: 'title:same',
    },
  },
] as const;
