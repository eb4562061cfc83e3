import type { Network } from './network.ts';
import { logLikelihoodOf } from './significance.ts';

/** How strong a link is can be told in these ways; the higher, the stronger. */
export const LINK_MEASURES = [
  'COUNT',
  'ASSOCIATION_STRENGTH',
  'OBSERVED_TO_EXPECTED',
  'COSINE',
  'EQUIVALENCE',
  'JACCARD',
  'INCLUSION',
  'PMI',
  'NPMI',
  'LOG_LIKELIHOOD',
] as const;
export type LinkMeasure = (typeof LINK_MEASURES)[number];

/** The measures that follow from the counts of a link alone. */
type MeasureOfCounts = Exclude<LinkMeasure, 'COUNT' | 'OBSERVED_TO_EXPECTED'>;

/** What a link's measures follow from. */
export type LinkCounts = {
  /** How often the two occur together, c: in fractional counting no whole number. */
  count: number;
  /** In how many papers they do. */
  papers: number;
  /** In how many papers each of them occurs, sᵢ and sⱼ. */
  occurrences: readonly [number, number];
  /** How many papers there are, N. */
  paperCount: number;
};

/** c / (sᵢ·sⱼ), the association strength as bibliometrix has it (van Eck & Waltman 2009, up to the factor N). */
export function associationStrength({ count, occurrences }: LinkCounts): number {
  return count / (occurrences[0] * occurrences[1]);
}

/**
 * 2·m·c / (wᵢ·wⱼ), the association strength as VOSviewer has it (van Eck & Waltman 2009): how often the two occur together
 * to how often they would if links were laid by chance. wᵢ is the weighted degree, m the sum of all counts.
 */
export function observedToExpected(
  count: number,
  [a, b]: readonly [number, number],
  totalCount: number,
): number {
  return (2 * totalCount * count) / (a * b);
}

/** c / √(sᵢ·sⱼ), Salton's cosine (Salton & McGill 1983). */
export function cosine({ count, occurrences }: LinkCounts): number {
  return count / Math.sqrt(occurrences[0] * occurrences[1]);
}

/** c² / (sᵢ·sⱼ), the equivalence index (Callon, Courtial & Laville 1991). */
export function equivalence({ count, occurrences }: LinkCounts): number {
  return count ** 2 / (occurrences[0] * occurrences[1]);
}

/** c / (sᵢ + sⱼ − c) (Jaccard 1901). */
export function jaccard({ count, occurrences }: LinkCounts): number {
  return count / (occurrences[0] + occurrences[1] - count);
}

/** c / min(sᵢ, sⱼ), the inclusion index (Callon, Law & Rip 1986). */
export function inclusion({ count, occurrences }: LinkCounts): number {
  return count / Math.min(occurrences[0], occurrences[1]);
}

/** log₂(N·c / (sᵢ·sⱼ)), pointwise mutual information in bits (Church & Hanks 1990); 0 where the two are independent. */
export function pmi({ count, occurrences, paperCount }: LinkCounts): number {
  return Math.log2((count * paperCount) / (occurrences[0] * occurrences[1]));
}

/** The same divided by −log₂(c/N): from −1 to 1, which two have that never occur alone (Bouma 2009). */
export function npmi(counts: LinkCounts): number {
  const information = -Math.log2(counts.count / counts.paperCount);
  return information === 0 ? 1 : pmi(counts) / information;
}

/** The strength of each link of a network by a measure. */
export function strengthsOf(network: Network, measure: LinkMeasure): Float64Array {
  const strengths = new Float64Array(network.sources.length);
  if (measure === 'COUNT') strengths.set(network.counts);
  else if (measure === 'OBSERVED_TO_EXPECTED') {
    for (let link = 0; link < strengths.length; link += 1) {
      strengths[link] = observedToExpectedOfLink(network, link);
    }
  } else {
    const compute = COMPUTE[measure];
    // One object serves all links: there may be hundreds of thousands.
    const linkCounts = { count: 0, papers: 0, occurrences: [0, 0] as [number, number], paperCount: 0 };
    for (let link = 0; link < strengths.length; link += 1) {
      readCounts(network, link, linkCounts);
      strengths[link] = compute(linkCounts);
    }
  }
  return strengths;
}

/** The strength of a link by a measure that follows from its counts alone. */
export function strengthOf(measure: MeasureOfCounts, counts: LinkCounts): number {
  return COMPUTE[measure](counts);
}

/** What the measures of a link of a network follow from. */
export function countsOfLink(network: Network, link: number): LinkCounts {
  const linkCounts = { count: 0, papers: 0, occurrences: [0, 0] as [number, number], paperCount: 0 };
  readCounts(network, link, linkCounts);
  return linkCounts;
}

type Writable = Omit<LinkCounts, 'occurrences'> & { occurrences: [number, number] };

function readCounts(
  { sources, targets, counts, papers, occurrences, paperCount }: Network,
  link: number,
  into: Writable,
): void {
  into.count = counts[link] as number;
  into.papers = papers[link] as number;
  into.occurrences[0] = occurrences[sources[link] as number] as number;
  into.occurrences[1] = occurrences[targets[link] as number] as number;
  into.paperCount = paperCount;
}

/** How often the two items of a link occur together, to how often they would if links were laid by chance. */
export function observedToExpectedOfLink(network: Network, link: number): number {
  const { sources, targets, counts, weightedDegrees, totalCount } = network;
  const [source, target] = [sources[link] as number, targets[link] as number];
  const ends = [weightedDegrees[source] as number, weightedDegrees[target] as number] as const;
  return observedToExpected(counts[link] as number, ends, totalCount);
}

const COMPUTE: Record<MeasureOfCounts, (counts: LinkCounts) => number> = {
  ASSOCIATION_STRENGTH: associationStrength,
  COSINE: cosine,
  EQUIVALENCE: equivalence,
  JACCARD: jaccard,
  INCLUSION: inclusion,
  PMI: pmi,
  NPMI: npmi,
  LOG_LIKELIHOOD: ({ papers, occurrences, paperCount }) => logLikelihoodOf(papers, occurrences, paperCount),
};
