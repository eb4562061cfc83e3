import { chooseItems, type Choice } from '../../src/analysis/co-occurrence/choose-items.ts';
import { incidenceOf } from '../../src/analysis/co-occurrence/incidence.ts';
import {
  createNetwork,
  type Network,
  type NetworkOptions,
} from '../../src/analysis/co-occurrence/network.ts';
import { matchingPapers } from '../../src/analysis/matching-papers.ts';
import type { PaperFilter } from '../../src/analysis/paper-filter.ts';
import type { Projection } from '../../src/analysis/projection.ts';
import type { LinkedKind } from '../../src/analysis/shared-papers.ts';

/** What a test asks of a network; by default one of all topics of all papers, in full counting. */
export type NetworkAsked = Partial<Choice & NetworkOptions> & { kind?: LinkedKind; filter?: PaperFilter };

/** The network of a projection, with the keys of its items. */
export function countNetwork(
  projection: Projection,
  {
    kind = 'TOPIC',
    filter = { all: [] },
    top = 1000,
    minCount = 1,
    among = null,
    counting = 'FULL',
    minLinkStrength = 0,
  }: NetworkAsked = {},
): { keys: string[]; network: Network } {
  const papers = matchingPapers(projection, filter);
  const chosen = chooseItems(projection, kind, papers, { top, minCount, among });
  const incidence = incidenceOf(projection, kind, papers, chosen);
  return {
    keys: chosen.map((node) => projection.nodes[kind].keys[node] ?? ''),
    network: createNetwork(incidence, { counting, minLinkStrength }),
  };
}
