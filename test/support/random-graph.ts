import * as fc from 'fast-check';
import { setPaper } from '../../src/analysis/change-projection.ts';
import { createProjection, type PaperFacts, type Projection } from '../../src/analysis/projection.ts';

const keys = (prefix: string, count: number, most: number) =>
  fc.uniqueArray(
    fc.integer({ min: 0, max: count - 1 }).map((number) => `${prefix}${number}`),
    { maxLength: most },
  );

/** Facts of a few papers that share topics, orgs, authors and repositories, and cite one another. */
export const somePapers: fc.Arbitrary<PaperFacts[]> = fc
  .array(
    fc.record({
      topics: keys('t', 6, 4),
      scores: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 4, maxLength: 4 }),
      orgs: keys('o', 4, 2),
      authors: keys('a', 8, 3),
      repos: keys('r', 3, 1),
      cites: keys('p', 14, 2),
      day: fc.option(fc.integer({ min: 1, max: 28 })),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((papers) =>
    papers.map(({ scores, day, cites, ...paper }, number) => ({
      id: `p${number}`,
      title: `Title ${number}`,
      publishedOn: day === null ? null : `2024-01-${String(day).padStart(2, '0')}`,
      upvotes: null,
      commentCount: null,
      upvotesPerDay: null,
      sources: [],
      ...paper,
      topicScores: paper.topics.map((_topic, index) => (scores[index] ?? 1) / 8),
      // A paper cites others that are there only.
      cites: cites.filter((id) => id !== `p${number}` && Number(id.slice(1)) < papers.length),
    })),
  );

/** The projection of papers. */
export function projectionOf(papers: readonly PaperFacts[]): Projection {
  const projection = createProjection();
  for (const paper of papers) setPaper(projection, paper);
  return projection;
}
