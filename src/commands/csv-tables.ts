import type { z } from 'zod';
import type { GraphStore } from '../graph/graph-store.ts';
import { authors, authorsOfPapers } from '../graph/statements/authors.ts';
import { orgs, orgsOfPapers } from '../graph/statements/orgs.ts';
import { papersCitedBy } from '../graph/statements/papers.ts';
import {
  paperProperties,
  recordProperties,
  repoProperties,
  topicProperties,
} from '../graph/statements/properties.ts';
import { recordsOfPapers } from '../graph/statements/records.ts';
import { repoOwners, reposOfPapers } from '../graph/statements/repos.ts';
import { topicsOfPapers } from '../graph/statements/topics.ts';
import { nodes, ofAll, ofPapers, relationships, type CsvTable } from './csv-table.ts';

/** The graph as tables. Whole numbers are `long`, as in Cypher. */
export const CSV_TABLES: readonly CsvTable[] = [
  nodes('papers.csv', 'Paper', 'id', {
    properties: [
      'title',
      'abstract',
      'publishedOn',
      'publishedPrecision',
      'arxivId',
      'doi',
      'openAlexId',
      'semanticScholarId',
      'authorCount:long',
      'authorNames:string[]',
      'projectPage',
      'keywords:string[]',
      'keywordSources:string[]',
      'upvotes:long',
      'commentCount:long',
      'starCount:long',
      'upvotesPerDay:double',
      'searchText',
      'textLength:long',
      'authorMentions',
      'orgMentions',
      'references:string[]',
      'citedBy:string[]',
      'analysis',
    ],
    read: ofPapers(paperProperties, ({ properties }) => properties),
  }),
  nodes('authors.csv', 'Author', 'id', {
    properties: ['name', 'aliases:string[]', 'orcid', 'openAlexId', 'semanticScholarId', 'hfUser'],
    read: ofAll(authors, (author) => author),
  }),
  nodes('orgs.csv', 'Org', 'slug', {
    properties: [
      'name',
      'aliases:string[]',
      'aliasRules:string[]',
      'aliasSources:string[]',
      'slugs:string[]',
      'slugRules:string[]',
      'slugSources:string[]',
      'ror',
      'country',
    ],
    read: ofAll(orgs, (org) => org),
  }),
  nodes('repos.csv', 'Repo', 'url', {
    properties: ['host', 'owner', 'ownerKey', 'name'],
    read: ofAll(repoProperties, ({ properties }) => properties),
  }),
  nodes('topics.csv', 'Topic', 'key', {
    properties: ['name', 'acronym', 'aliases:string[]', 'aliasRules:string[]', 'aliasKeys:string[]'],
    read: ofAll(topicProperties, ({ properties }) => properties),
  }),
  nodes('records.csv', 'SourceRecord', 'key', {
    properties: ['source', 'content', 'arxivId', 'doi', 'openAlexId', 'semanticScholarId', 'titleKey'],
    read: ofPapers(recordProperties, ({ properties }) => properties),
  }),
  relationships('wrote.csv', 'WROTE', ['Author', 'Paper'], {
    properties: ['position:long'],
    read: ofPapers(authorsOfPapers, ({ author, paperId, position }) => [author.id, paperId, position]),
  }),
  relationships('affiliated_with.csv', 'AFFILIATED_WITH', ['Paper', 'Org'], {
    properties: ['source'],
    read: ofPapers(orgsOfPapers, ({ paperId, org, source }) => [paperId, org.slug, source]),
  }),
  relationships('has_code.csv', 'HAS_CODE', ['Paper', 'Repo'], {
    properties: ['source', 'confidence:double', 'owner', 'name'],
    read: ofPapers(reposOfPapers, ({ paperId, repo, source, confidence, owner, name }) => [
      paperId,
      repo.url,
      source,
      confidence,
      owner,
      name,
    ]),
  }),
  relationships('owned_by.csv', 'OWNED_BY', ['Repo', 'Org'], {
    properties: [],
    read: ofAll(repoOwners, ({ url, slug }) => [url, slug]),
  }),
  relationships('has_topic.csv', 'HAS_TOPIC', ['Paper', 'Topic'], {
    properties: [
      'score:double',
      'source',
      'evidence:string[]',
      'evidenceFields:string[]',
      'evidenceStarts:long[]',
      'evidenceEnds:long[]',
    ],
    read: ofPapers(topicsOfPapers, topicRow),
  }),
  relationships('cites.csv', 'CITES', ['Paper', 'Paper'], { properties: [], read: readCitations }),
  relationships('describes.csv', 'DESCRIBES', ['SourceRecord', 'Paper'], {
    properties: ['rule', 'since'],
    read: ofPapers(recordsOfPapers, ({ key, paperId, rule, since }) => [key, paperId, rule, since]),
  }),
];

function topicRow({
  paperId,
  topic,
  score,
  source,
  evidence,
}: z.infer<(typeof topicsOfPapers)['row']>): unknown[] {
  return [
    paperId,
    topic.key,
    score,
    source,
    evidence.map(({ text }) => text),
    evidence.map(({ field }) => field),
    evidence.map(({ start }) => start),
    evidence.map(({ end }) => end),
  ];
}

async function* readCitations(store: GraphStore, pages: readonly string[][]): AsyncGenerator<unknown[][]> {
  for (const keys of pages) {
    const cited = await store.run(papersCitedBy, { keys });
    yield cited.flatMap(({ key, papers }) => papers.map(({ id }) => [key, id]));
  }
}
