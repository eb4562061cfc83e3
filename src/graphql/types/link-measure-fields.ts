import {
  associationStrength,
  cosine,
  equivalence,
  inclusion,
  jaccard,
  npmi,
  pmi,
  type LinkCounts,
} from '../../analysis/co-occurrence/link-measures.ts';
import { logLikelihoodOf, pValueOf } from '../../analysis/co-occurrence/significance.ts';
import { builder } from '../builder.ts';

type FieldBuilder<Link> = PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Link>;

/** The fields that tell how strong a link is, for any type whose values have what measures follow from. */
export function linkMeasureFields<Link>(
  t: FieldBuilder<Link>,
  {
    countsOf,
    observedToExpectedOf,
  }: {
    countsOf: (link: Link) => LinkCounts;
    /** It alone needs more than the counts of the two. */
    observedToExpectedOf: (link: Link) => number | Promise<number>;
  },
) {
  const measure = (description: string, compute: (counts: LinkCounts) => number) =>
    t.float({ description, resolve: (link) => compute(countsOf(link)) });

  return {
    associationStrength: measure(
      'c / (sᵢ·sⱼ), the association strength as bibliometrix has it: N times it is how often the two occur together to how ' +
        'often they would by chance (van Eck & Waltman 2009). c is `count`, sᵢ and sⱼ in how many papers each of the two ' +
        'occurs, N how many papers there are.',
      associationStrength,
    ),
    observedToExpected: t.float({
      description:
        '2·m·c / (wᵢ·wⱼ), the association strength as VOSviewer has it (van Eck & Waltman 2009): how often the two occur ' +
        'together to how often they would if links were laid by chance, so 1 is as by chance. w is the sum of the counts of ' +
        'all links of one, its weighted degree, and m that of all links.',
      resolve: observedToExpectedOf,
    }),
    cosine: measure("c / √(sᵢ·sⱼ), Salton's cosine (Salton & McGill 1983), from 0 to 1.", cosine),
    equivalence: measure(
      'c² / (sᵢ·sⱼ), the equivalence index (Callon, Courtial & Laville 1991), from 0 to 1.',
      equivalence,
    ),
    jaccard: measure(
      'c / (sᵢ + sⱼ − c) (Jaccard 1901), from 0 to 1: of the papers of either, the share that have both.',
      jaccard,
    ),
    inclusion: measure(
      'c / min(sᵢ, sⱼ), the inclusion index (Callon, Law & Rip 1986): of the papers of the rarer one, the share that have ' +
        'both.',
      inclusion,
    ),
    pmi: measure(
      'log₂(N·c / (sᵢ·sⱼ)), pointwise mutual information in bits (Church & Hanks 1990): 0 as by chance, below it where the ' +
        'two avoid each other.',
      pmi,
    ),
    npmi: measure(
      'The same divided by −log₂(c/N), from −1 to 1 (Bouma 2009): 0 as by chance, 1 for two that never occur alone.',
      npmi,
    ),
    logLikelihood: measure(
      'G², the log-likelihood ratio (Dunning 1993), 2·Σ o·ln(o/e) over the papers with both, either and neither: how much ' +
        'speaks against chance. Below 0 where the two occur together less often than by chance. It takes whole papers, in ' +
        'fractional counting too.',
      ({ papers, occurrences, paperCount }) => logLikelihoodOf(papers, occurrences, paperCount),
    ),
    pValue: measure(
      "How likely so many papers or more have both by chance: Fisher's exact test, one-sided. Of many links some are " +
        'unlikely by chance alone: divide what you call significant by how many there are (Bonferroni). It takes whole papers.',
      ({ papers, occurrences, paperCount }) => pValueOf(papers, occurrences, paperCount),
    ),
  };
}
