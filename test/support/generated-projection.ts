import { addPaper, finishProjection } from '../../src/analysis/change-projection.ts';
import { createProjection, type Projection } from '../../src/analysis/projection.ts';
import { generatedPapers } from '../bench/generated-graph.ts';
import { EMPTY_PAPER } from './projection-facts.ts';

/** The projection of so many made-up papers with 8 topics each, a few of which are frequent. */
export function generatedProjection(papers: number): Projection {
  const projection = createProjection();
  for (const { abstract: _, ...paper } of generatedPapers({ papers, withAbstracts: false })) {
    addPaper(projection, { ...EMPTY_PAPER, ...paper });
  }
  finishProjection(projection);
  return projection;
}
