import { setPaper, setPaperText } from '../../src/analysis/change-projection.ts';
import { createProjection, type PaperFacts, type Projection } from '../../src/analysis/projection.ts';

/** What a test says of a paper: by default it has nothing. */
export type PaperToProject = Partial<PaperFacts> & { id: string; abstract?: string };

/** A paper that has nothing. */
export const EMPTY_PAPER: PaperFacts = {
  id: '',
  title: '',
  publishedOn: null,
  upvotes: null,
  commentCount: null,
  upvotesPerDay: null,
  sources: [],
  topics: [],
  topicScores: [],
  orgs: [],
  authors: [],
  repos: [],
  cites: [],
};

/** A projection of papers. */
export function projectionOf(papers: readonly PaperToProject[]): Projection {
  const projection = createProjection();
  for (const { abstract = '', ...facts } of papers) {
    const paper: PaperFacts = { ...EMPTY_PAPER, ...facts };
    setPaper(projection, paper);
    setPaperText(projection, paper.id, paper.title, abstract);
  }
  return projection;
}
