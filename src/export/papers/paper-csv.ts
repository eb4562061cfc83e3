import { csvRow } from '../csv-row.ts';
import type { PaperContent } from './paper-content.ts';
import { pageOfPaper } from './paper-page.ts';

const COLUMNS: Record<string, (paper: PaperContent) => string | number | null> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  authors: ({ authors }) => listOf(authors),
  publishedOn: ({ publishedOn }) => publishedOn,
  publishedPrecision: ({ publishedPrecision }) => publishedPrecision,
  arxivId: ({ arxivId }) => arxivId,
  doi: ({ doi }) => doi,
  openAlexId: ({ openAlexId }) => openAlexId,
  semanticScholarId: ({ semanticScholarId }) => semanticScholarId,
  url: pageOfPaper,
  orgs: ({ orgs }) => listOf(orgs),
  topics: ({ topics }) => listOf(topics.map(({ name }) => name)),
  repos: ({ repos }) => listOf(repos),
  projectPage: ({ projectPage }) => projectPage,
  keywords: ({ keywords }) => listOf(keywords.map(({ text }) => text)),
  upvotes: ({ upvotes }) => upvotes,
  commentCount: ({ commentCount }) => commentCount,
  starCount: ({ starCount }) => starCount,
  cites: ({ cites }) => listOf(cites),
  abstract: ({ abstract }) => abstract,
};

/** Papers as CSV under a header line; what is a list stands in one cell with `; ` between. */
export async function* writePaperCsv(papers: AsyncIterable<PaperContent>): AsyncGenerator<string> {
  yield csvRow(Object.keys(COLUMNS));
  for await (const paper of papers) yield csvRow(Object.values(COLUMNS).map((valueOf) => valueOf(paper)));
}

function listOf(values: readonly string[]): string {
  return values.join('; ');
}
