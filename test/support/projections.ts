import { setPaper, setPaperText } from '../../src/analysis/change-projection.ts';
import type { PaperFacts, Projection } from '../../src/analysis/projection.ts';

/** Puts a paper with its text into a projection; what is not told is unknown. */
export function addPaper(
  projection: Projection,
  { abstract, ...facts }: Partial<PaperFacts> & { id: string; title: string; abstract: string },
): void {
  setPaper(projection, {
    publishedOn: null,
    upvotes: null,
    commentCount: null,
    upvotesPerDay: null,
    sources: [],
    topics: [],
    topicScores: (facts.topics ?? []).map(() => 1),
    orgs: [],
    authors: [],
    repos: [],
    cites: [],
    ...facts,
  });
  setPaperText(projection, facts.id, facts.title, abstract);
}
