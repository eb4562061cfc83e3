import DataLoader from 'dataloader';
import { asksForWords, type PaperFilter } from '../analysis/paper-filter.ts';
import type { Projection } from '../analysis/projection.ts';
import { linkKindsOf, type Measure, type Signal } from '../analysis/related/question.ts';
import type { Projector } from '../projection/projector.ts';

/**
 * Gives, for a paper, a projection in which the papers related to it are found: one call of the projector for all papers
 * that a request asks about in the same way.
 */
export function relatedLoader(projector: Projector) {
  const known = new Map<string, DataLoader<string, Projection>>();
  return (
    signals: readonly Signal[],
    measure: Measure,
    filter: PaperFilter,
  ): DataLoader<string, Projection> => {
    // A walk may come to any paper.
    const isWhole = measure === 'PERSONALISED_PAGERANK';
    const byText = signals.includes('TEXT');
    const withTexts = byText || asksForWords(filter);
    const name = isWhole ? measure : `${signals.join()} ${withTexts}`;
    const loader =
      known.get(name) ??
      new DataLoader(async (ids: readonly string[]) => {
        const options = { kinds: linkKindsOf(signals), byText, withTexts };
        const projection = await (isWhole
          ? projector.matching({ all: [] })
          : projector.relatedTo(ids, options));
        return ids.map(() => projection);
      });
    known.set(name, loader);
    return loader;
  };
}
