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

/** A link between two things that occur together, of which all measures can be told. */
export type MeasuredLink = {
  counts: LinkCounts;
  /** It alone needs more than the counts of the two. */
  observedToExpected: () => number | Promise<number>;
};

type FieldBuilder<Link extends MeasuredLink> = PothosSchemaTypes.ObjectFieldBuilder<
  typeof builder.$inferSchemaTypes,
  Link
>;

/** The fields that tell how strong a link is, for any type whose values are links with counts. */
export function linkMeasureFields<Link extends MeasuredLink>(t: FieldBuilder<Link>) {
  const measure = (description: string, compute: (counts: LinkCounts) => number) =>
    t.float({ description, resolve: ({ counts }) => compute(counts) });

  return {
    associationStrength: measure(
      'The association strength as bibliometrix has it, c/(sᵢ·sⱼ): c is the count of the link, sᵢ and sⱼ are how many ' +
        'papers each of the two has. Compare it within one list or network only.',
      associationStrength,
    ),
    observedToExpected: t.float({
      description:
        'The association strength as VOSviewer has it, 2m·c/(wᵢ·wⱼ): how many times as often the two occur together as ' +
        'they would by chance. wᵢ is the sum of the counts of all links of one, its weighted degree, and m that of all ' +
        'links. Example: `2.5`; 1 is chance.',
      resolve: ({ observedToExpected }) => observedToExpected(),
    }),
    cosine: measure("Salton's cosine, c/√(sᵢ·sⱼ), from 0 to 1.", cosine),
    equivalence: measure('The equivalence index of Callon, c²/(sᵢ·sⱼ), from 0 to 1.', equivalence),
    jaccard: measure(
      'The Jaccard index, c/(sᵢ + sⱼ − c), from 0 to 1: which share of the papers of one or the other has both.',
      jaccard,
    ),
    inclusion: measure(
      'The inclusion index, c/min(sᵢ, sⱼ), from 0 to 1: which share of the papers of the rarer one has the other one too.',
      inclusion,
    ),
    pmi: measure(
      'Pointwise mutual information in bits, log₂(N·c/(sᵢ·sⱼ)) over N papers; 0 is chance, 1 twice as often.',
      pmi,
    ),
    npmi: measure(
      'The same normalised, pmi/−log₂(c/N): from −1 to 1, which two have that never occur alone; 0 is chance.',
      npmi,
    ),
    logLikelihood: measure(
      'G², the log-likelihood ratio against independence (Dunning 1993), negative where the two occur together less often ' +
        'than by chance. Above 3.84 chance alone does it once in 20 pairs, above 10.83 once in 1,000.',
      ({ papers, occurrences, paperCount }) => logLikelihoodOf(papers, occurrences, paperCount),
    ),
    pValue: measure(
      "How likely so many papers or more would have both by chance: Fisher's exact test, one-sided.",
      ({ papers, occurrences, paperCount }) => pValueOf(papers, occurrences, paperCount),
    ),
  };
}
