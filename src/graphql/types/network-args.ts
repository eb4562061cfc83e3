import type { ClusteringOptions } from '../../analysis/co-occurrence/clustering.ts';
import { builder } from '../builder.ts';
import { checkRange } from '../check-range.ts';
import { checkClustering, ClusteringInput, Counting, LinkMeasure } from './network-options.ts';
import { PaperFilter } from './paper-filter.ts';

const MOST_PAPERS = 2 ** 31 - 1;

/** The arguments that all fields of networks have, beside which nodes there are. */
export const networkArgs = builder.args((t) => ({
  filter: t.field({ type: PaperFilter, description: 'Of which papers; of all by default.' }),
  minCount: t.int({
    required: true,
    defaultValue: 1,
    description: 'In how many of the papers a node is at least; rarer ones are left out.',
  }),
  minLinkStrength: t.float({
    required: true,
    defaultValue: 0,
    description:
      'The least `count` of a link, whatever the measure, as in VOSviewer; weaker links are left out.',
  }),
  measure: t.field({
    type: LinkMeasure,
    required: true,
    defaultValue: 'ASSOCIATION_STRENGTH',
    description: 'The strength of links by which they are ordered, and nodes are clustered.',
  }),
  clustering: t.field({
    type: ClusteringInput,
    required: true,
    defaultValue: { method: 'LEIDEN', resolution: 1, seed: 0 },
    description: 'How nodes are clustered.',
  }),
  counting: t.field({
    type: Counting,
    required: true,
    defaultValue: 'FULL',
    description: 'How a paper counts for its links.',
  }),
}));

/** Throws `BAD_USER_INPUT` where one of these arguments is out of range. */
export function checkNetworkArgs(args: {
  minCount: number;
  minLinkStrength: number;
  clustering: ClusteringOptions;
}): void {
  checkRange('minCount', args.minCount, [1, MOST_PAPERS]);
  checkRange('minLinkStrength', args.minLinkStrength, [0, MOST_PAPERS]);
  checkClustering(args.clustering);
}
