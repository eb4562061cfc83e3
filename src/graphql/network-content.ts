import {
  associationStrength,
  cosine,
  countsOfLink,
  equivalence,
  inclusion,
  jaccard,
  npmi,
  observedToExpectedOfLink,
  pmi,
} from '../analysis/co-occurrence/link-measures.ts';
import type { Network } from '../analysis/co-occurrence/network.ts';
import { logLikelihoodOf, pValueOf } from '../analysis/co-occurrence/significance.ts';
import type { NetworkContent, NetworkLink } from '../export/network/network-content.ts';
import type { NetworkAnswer } from './co-occurrence-network.ts';

/** All that is known of a network, computed, to be written. */
export async function networkContent(answer: NetworkAnswer): Promise<NetworkContent> {
  const { kind, args, keys, names, network } = answer;
  const [{ pageRanks, betweenness }, { clusters, modularity, themes }, { x, y }] = await Promise.all([
    answer.centralities(),
    answer.clustering(),
    answer.layout(),
  ]);
  const degrees = degreesOf(network);
  return {
    kind,
    measure: args.measure,
    paperCount: network.paperCount,
    modularity,
    nodes: keys.map((key, item) => ({
      key,
      name: names[item] ?? '',
      occurrences: network.occurrences[item] ?? 0,
      degree: degrees[item] ?? 0,
      weightedDegree: network.weightedDegrees[item] ?? 0,
      pageRank: pageRanks[item] ?? 0,
      betweenness: betweenness[item] ?? 0,
      meanDay: dayOrNull(network.meanDays[item]),
      cluster: clusters[item] ?? 0,
      x: x[item] ?? 0,
      y: y[item] ?? 0,
    })),
    clusters: themes.map(({ items, centrality, density, quadrant }) => ({
      label: names[items[0] ?? 0] ?? '',
      centrality,
      density,
      quadrant,
    })),
    links: () => linksOf(network),
  };
}

function* linksOf(network: Network): Generator<NetworkLink> {
  const { sources, targets } = network;
  for (let link = 0; link < sources.length; link += 1) {
    const counts = countsOfLink(network, link);
    const { count, papers, occurrences, paperCount } = counts;
    yield {
      source: sources[link] as number,
      target: targets[link] as number,
      count,
      papers,
      associationStrength: associationStrength(counts),
      observedToExpected: observedToExpectedOfLink(network, link),
      cosine: cosine(counts),
      equivalence: equivalence(counts),
      jaccard: jaccard(counts),
      inclusion: inclusion(counts),
      pmi: pmi(counts),
      npmi: npmi(counts),
      logLikelihood: logLikelihoodOf(papers, occurrences, paperCount),
      pValue: pValueOf(papers, occurrences, paperCount),
    };
  }
}

/** How many links each item has. */
function degreesOf({ itemCount, sources, targets }: Network): Uint32Array {
  const degrees = new Uint32Array(itemCount);
  for (let link = 0; link < sources.length; link += 1) {
    const [source, target] = [sources[link] as number, targets[link] as number];
    degrees[source] = (degrees[source] as number) + 1;
    degrees[target] = (degrees[target] as number) + 1;
  }
  return degrees;
}

function dayOrNull(day: number | undefined): number | null {
  return day === undefined || Number.isNaN(day) ? null : day;
}
