import {
  associationStrength,
  cosine,
  equivalence,
  inclusion,
  jaccard,
  npmi,
  pmi,
} from '../../analysis/co-occurrence/link-measures.ts';
import { logLikelihoodOf, pValueOf } from '../../analysis/co-occurrence/significance.ts';
import { builder } from '../builder.ts';
import { connectionComplexity } from '../connection.ts';
import { countsOf, endsOfLink, observedToExpectedOfLink, type NetworkLink } from '../network-parts.ts';
import { paperConnection } from '../paper-connection.ts';
import type { NetworkWords } from './network.ts';
import type { networkNodeType } from './network-node.ts';
import { PaperNode } from './nodes.ts';

/** The type of the links of a network of a kind. */
export function networkLinkType(
  { prefix, one, many }: NetworkWords,
  Node: ReturnType<typeof networkNodeType>,
) {
  return builder.objectRef<NetworkLink>(`${prefix}Link`).implement({
    description:
      `That papers have two ${many}, and how strong this link is. c is \`count\`, sᵢ and sⱼ in how many papers each of the two ` +
      'occurs, N how many papers the network is about.',
    fields: (t) => ({
      source: t.field({
        type: Node,
        description: `The ${one} of more papers; of equal ones the first one of the nodes.`,
        resolve: (link) => ({ answer: link.answer, item: endsOfLink(link)[0] }),
      }),
      target: t.field({
        type: Node,
        description: `The other ${one}.`,
        resolve: (link) => ({ answer: link.answer, item: endsOfLink(link)[1] }),
      }),
      count: t.float({
        description:
          'c, how many papers have both; in fractional counting the sum of 1/(n − 1) over these papers, n being how many ' +
          `${many} a paper has.`,
        resolve: (link) => countsOf(link).count,
      }),
      associationStrength: t.float({
        description:
          'c / (sᵢ·sⱼ), the association strength as bibliometrix has it: N times it is how often the two occur together to how ' +
          'often they would by chance (van Eck & Waltman 2009).',
        resolve: (link) => associationStrength(countsOf(link)),
      }),
      observedToExpected: t.float({
        description:
          '2·m·c / (wᵢ·wⱼ), the association strength as VOSviewer has it (van Eck & Waltman 2009): how often the two occur ' +
          'together to how often they would if links were laid by chance, so 1 is as by chance. w is the `weightedDegree`, m ' +
          'the `totalLinkStrength`.',
        resolve: observedToExpectedOfLink,
      }),
      cosine: t.float({
        description: "c / √(sᵢ·sⱼ), Salton's cosine (Salton & McGill 1983), from 0 to 1.",
        resolve: (link) => cosine(countsOf(link)),
      }),
      equivalence: t.float({
        description: 'c² / (sᵢ·sⱼ), the equivalence index (Callon, Courtial & Laville 1991), from 0 to 1.',
        resolve: (link) => equivalence(countsOf(link)),
      }),
      jaccard: t.float({
        description:
          'c / (sᵢ + sⱼ − c) (Jaccard 1901), from 0 to 1: of the papers of either, the share that have both.',
        resolve: (link) => jaccard(countsOf(link)),
      }),
      inclusion: t.float({
        description:
          'c / min(sᵢ, sⱼ), the inclusion index (Callon, Law & Rip 1986): of the papers of the rarer one, the share that have ' +
          'both.',
        resolve: (link) => inclusion(countsOf(link)),
      }),
      pmi: t.float({
        description:
          'log₂(N·c / (sᵢ·sⱼ)), pointwise mutual information in bits (Church & Hanks 1990): 0 as by chance, below it where the ' +
          'two avoid each other.',
        resolve: (link) => pmi(countsOf(link)),
      }),
      npmi: t.float({
        description:
          'The same divided by −log₂(c/N), from −1 to 1 (Bouma 2009): 0 as by chance, 1 for two that never occur alone.',
        resolve: (link) => npmi(countsOf(link)),
      }),
      logLikelihood: t.float({
        description:
          'G², the log-likelihood ratio (Dunning 1993), 2·Σ o·ln(o/e) over the papers with both, either and neither: how much ' +
          'speaks against chance. Below 0 where the two occur together less often than by chance. It takes whole papers, in ' +
          'fractional counting too.',
        resolve: (link) => {
          const { papers, occurrences, paperCount } = countsOf(link);
          return logLikelihoodOf(papers, occurrences, paperCount);
        },
      }),
      pValue: t.float({
        description:
          "How likely so many papers or more have both by chance: Fisher's exact test, one-sided. Of many links some are " +
          'unlikely by chance alone: divide what you call significant by `linkCount` (Bonferroni). It takes whole papers.',
        resolve: (link) => {
          const { papers, occurrences, paperCount } = countsOf(link);
          return pValueOf(papers, occurrences, paperCount);
        },
      }),
      papers: t.connection(
        {
          type: PaperNode,
          description: 'The papers that have both, the newest first: the evidence of the link.',
          // The papers of both are looked through, however few are asked for.
          complexity: (args) => ({ ...connectionComplexity(args), field: 5 }),
          resolve: (link, args) =>
            paperConnection(link.answer.papersOfBoth(endsOfLink(link)), {
              ...args,
              orderBy: 'PUBLISHED_ON_DESC',
            }),
        },
        { description: 'The papers of a link.' },
        { description: 'That a paper has both ends of a link.' },
      ),
    }),
  });
}
