import type { z } from 'zod';
import type { writePapers } from '../../src/graph/statements/papers.ts';
import type { PaperRecord } from '../../src/model/paper.ts';

type PaperRow = z.infer<typeof writePapers.params>['rows'][number];

/** A row for `write/papers` with plain values but for what a test is about. */
export function paperRow(id: string, properties: Partial<PaperRow['properties']> = {}): PaperRow {
  return {
    id,
    hasNewText: true,
    properties: {
      keywords: [],
      keywordSources: [],
      titleKey: `title:${id}`,
      searchText: '',
      title: `Title of ${id}`,
      abstract: 'An abstract.',
      publishedOn: '2024-02-29',
      arxivId: null,
      authorCount: null,
      authorNames: [],
      commentCount: null,
      upvotes: null,
      projectPage: null,
      ...properties,
    },
  };
}

/** A record as a source gives it, with plain values but for what a test is about. */
export function paperRecordOf(properties: Partial<PaperRecord> = {}): PaperRecord {
  return {
    title: 'A title',
    abstract: 'An abstract.',
    publishedOn: '2024-02-29',
    arxivId: null,
    authorCount: 2,
    authorNames: [],
    commentCount: null,
    upvotes: null,
    projectPage: null,
    keywords: [],
    orgs: [],
    repos: [],
    ...properties,
  };
}
