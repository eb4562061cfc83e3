import type { Projection } from '../../src/analysis/projection.ts';
import { DEFAULT_WEIGHTS, SIGNALS, type RelatedQuestion } from '../../src/analysis/related/question.ts';
import { reasonsOf, type RelatedReason } from '../../src/analysis/related/reasons.ts';
import { rankRelated } from '../../src/analysis/related/related-papers.ts';

/** A question as a test asks it: papers by id, the rest as by default. */
export type RelatedAsked = Partial<Omit<RelatedQuestion, 'liked' | 'disliked'>> & {
  liked: readonly string[];
  disliked?: readonly string[];
};

/** All papers that are related, in order, with their scores and reasons. */
export function askRelated(
  projection: Projection,
  { liked, disliked = [], ...asked }: RelatedAsked,
): Promise<{ id: string; score: number; reasons: RelatedReason[] }[]> {
  const numbersOf = (ids: readonly string[]) =>
    ids.map((id) => projection.nodes.PAPER.numberOf.get(id) ?? Number.NaN);
  const question: RelatedQuestion = {
    liked: numbersOf(liked),
    disliked: numbersOf(disliked),
    signals: SIGNALS,
    weights: DEFAULT_WEIGHTS,
    measure: 'SIMILARITY',
    order: 'RELEVANCE',
    ...asked,
  };
  return rankRelated(projection, question, ({ ranking, scoreOf, explain }) =>
    ranking.slice(0, ranking.count).map((paper) => ({
      id: projection.nodes.PAPER.keys[paper] ?? '',
      score: scoreOf(paper),
      reasons: reasonsOf(projection, explain(paper)),
    })),
  );
}
