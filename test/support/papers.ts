import type { z } from 'zod';
import type { writePapers } from '../../src/graph/statements/papers.ts';
import { paperRecord, type PaperRecord } from '../../src/model/paper.ts';

type PaperRow = z.infer<typeof writePapers.params>['rows'][number];

/** A row for `write/papers` with plain values but for what a test is about. */
export function paperRow(id: string, properties: Partial<PaperRow['properties']> = {}): PaperRow {
  return {
    id,
    hasNewText: true,
    properties: {
      title: `Title of ${id}`,
      abstract: 'An abstract.',
      publishedOn: '2024-02-29',
      publishedPrecision: 'DAY',
      arxivId: null,
      doi: null,
      openAlexId: null,
      semanticScholarId: null,
      authorCount: null,
      authorNames: [],
      projectPage: null,
      keywords: [],
      keywordSources: [],
      upvotes: null,
      commentCount: null,
      starCount: null,
      upvotesPerDay: null,
      searchText: '',
      textLength: 0,
      authorMentions: '[]',
      orgMentions: '[]',
      references: [],
      citedBy: [],
      ...properties,
    },
  };
}

/** A record as a reader gives it, with plain values but for what a test is about. */
export function paperRecordOf(properties: Partial<z.input<typeof paperRecord>> = {}): PaperRecord {
  return paperRecord.parse({
    source: 'listing',
    title: 'A title',
    abstract: 'An abstract.',
    publishedOn: '2024-02-29',
    ...properties,
  });
}
