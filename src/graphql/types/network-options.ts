import { CLUSTERING_METHODS, type ClusteringOptions } from '../../analysis/co-occurrence/clustering.ts';
import type { Counting as CountingName } from '../../analysis/co-occurrence/pairs.ts';
import type { LinkMeasure as LinkMeasureName } from '../../analysis/co-occurrence/link-measures.ts';
import type { Quadrant as QuadrantName } from '../../analysis/co-occurrence/themes.ts';
import { builder } from '../builder.ts';
import { checkRange } from '../check-range.ts';
import { describedValues } from '../described-values.ts';

const MEASURES: Record<LinkMeasureName, string> = {
  COUNT: 'c, in how many papers both occur; in fractional counting the sum of their shares.',
  ASSOCIATION_STRENGTH:
    'c / (sᵢ·sⱼ), the association strength as bibliometrix has it (van Eck & Waltman 2009, up to the factor N).',
  OBSERVED_TO_EXPECTED:
    '2·m·c / (wᵢ·wⱼ), the association strength as VOSviewer has it (van Eck & Waltman 2009): how often the two occur ' +
    'together to how often they would if links were laid by chance; 1 is as by chance. w is the sum of the counts of all ' +
    'links of an item, m that of all links of the network.',
  COSINE: 'c / √(sᵢ·sⱼ), from 0 to 1 (Salton & McGill 1983).',
  EQUIVALENCE: 'c² / (sᵢ·sⱼ), the square of the cosine, from 0 to 1 (Callon, Courtial & Laville 1991).',
  JACCARD: 'c / (sᵢ + sⱼ − c), the share of the papers of either that have both, from 0 to 1 (Jaccard 1901).',
  INCLUSION:
    'c / min(sᵢ, sⱼ), 1 where the rarer one never occurs without the other (Callon, Law & Rip 1986).',
  PMI:
    'log₂(N·c / (sᵢ·sⱼ)), pointwise mutual information in bits (Church & Hanks 1990): 0 as by chance, negative where they ' +
    'avoid each other. It favours what is rare.',
  NPMI: 'PMI / −log₂(c/N), from −1 to 1 (Bouma 2009): 0 as by chance, 1 where the two never occur without each other.',
  LOG_LIKELIHOOD:
    'G², the log-likelihood ratio against independence (Dunning 1993): how sure it is that they don’t occur together by ' +
    'chance, rather than how strong the link is.',
};

export const LinkMeasure = builder.enumType('LinkMeasure', {
  description:
    'How strong a link of two is; the higher, the stronger. c is in how many papers both occur, sᵢ and sⱼ in how many ' +
    'each, N how many papers there are.',
  values: describedValues(MEASURES),
});

const COUNTINGS: Record<CountingName, string> = {
  FULL: 'A paper counts 1 for each pair of what it has.',
  FRACTIONAL:
    'A paper counts 1/(n − 1) for each pair of the n items it has, so it counts 1 for each of its items and papers with ' +
    'many don’t rule (Perianes-Rodriguez, Waltman & van Eck 2016).',
};

export const Counting = builder.enumType('Counting', {
  description: 'How a paper counts for the pairs of what it has.',
  values: describedValues(COUNTINGS),
});

const METHODS: Record<ClusteringOptions['method'], string> = {
  LEIDEN:
    'The Leiden algorithm (Traag, Waltman & van Eck 2019), best of several random starts where the network is small.',
  LOUVAIN:
    'The Louvain algorithm (Blondel et al. 2008), for comparison. It can join what is not linked; then each connected part ' +
    'is a cluster here, which is of a higher modularity.',
};

const ClusteringMethod = builder.enumType('ClusteringMethod', {
  description:
    'How clusters are found: both look for those of the highest modularity, by the strengths of links. Clusters are ' +
    'connected; an item without links of positive strength is one of its own.',
  values: describedValues(METHODS),
});

const QUADRANTS: Record<QuadrantName, string> = {
  MOTOR: 'Central and dense: well developed, and what others build on.',
  BASIC: 'Central but not dense: what many others need, and general.',
  NICHE: 'Dense but not central: well developed, and apart from the others.',
  EMERGING: 'Neither central nor dense: emerging or declining.',
};

export const Quadrant = builder.enumType('Quadrant', {
  description:
    'Where a theme stands in the strategic diagram (Callon, Courtial & Laville 1991). Central, or dense, is what is so at ' +
    'all, and at least as much as the median of all themes of the network.',
  values: describedValues(QUADRANTS),
});

type ClusteringValue = {
  method: ClusteringOptions['method'];
  resolution: number;
  seed: number;
};

export const ClusteringInput = builder.inputRef<ClusteringValue>('ClusteringInput').implement({
  description: 'How a network is parted into clusters. Example: `{method: LEIDEN, resolution: 1.5}`.',
  fields: (t) => ({
    method: t.field({
      type: ClusteringMethod,
      required: true,
      defaultValue: CLUSTERING_METHODS[0],
      description: 'How clusters are found.',
    }),
    resolution: t.float({
      required: true,
      defaultValue: 1,
      description:
        'The resolution γ of the modularity (Reichardt & Bornholdt 2006), 0.01 to 100: the higher, the more and the ' +
        'smaller the clusters.',
    }),
    seed: t.int({
      required: true,
      defaultValue: 0,
      description:
        'The seed of the random numbers: the same one gives the same clusters and the same layout.',
    }),
  }),
});

/** Throws `BAD_USER_INPUT` for a resolution outside 0.01 to 100. */
export function checkClustering({ resolution }: ClusteringOptions): void {
  checkRange('resolution', resolution, [0.01, 100]);
}
