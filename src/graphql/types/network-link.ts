import { countsOfLink, observedToExpectedOfLink } from '../../analysis/co-occurrence/link-measures.ts';
import { builder } from '../builder.ts';
import { connectionComplexity } from '../connection.ts';
import { endsOfLink, type NetworkLink } from '../network-parts.ts';
import { paperConnection } from '../paper-connection.ts';
import { linkMeasureFields } from './link-measure-fields.ts';
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
        resolve: ({ answer, link }) => answer.network.counts[link] ?? 0,
      }),
      ...linkMeasureFields(t, {
        countsOf: ({ answer, link }) => countsOfLink(answer.network, link),
        observedToExpectedOf: ({ answer, link }) => observedToExpectedOfLink(answer.network, link),
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
