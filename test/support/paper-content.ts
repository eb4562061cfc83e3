import type { PaperContent } from '../../src/export/papers/paper-content.ts';

/** A paper to be written, of which only the given facts are known. */
export function paperContent(facts: Partial<PaperContent> & { title: string }): PaperContent {
  return {
    id: 'title:0123456789abcdef',
    abstract: null,
    publishedOn: null,
    publishedPrecision: null,
    arxivId: null,
    doi: null,
    openAlexId: null,
    semanticScholarId: null,
    authorCount: null,
    projectPage: null,
    keywords: [],
    upvotes: null,
    commentCount: null,
    starCount: null,
    upvotesPerDay: null,
    authors: [],
    orgs: [],
    repos: [],
    topics: [],
    cites: [],
    records: [],
    ...facts,
  };
}
