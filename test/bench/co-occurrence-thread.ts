import { parentPort } from 'node:worker_threads';
import { betweennessOf } from '../../src/analysis/co-occurrence/betweenness.ts';
import type { Incidence } from '../../src/analysis/co-occurrence/incidence.ts';
import { countsOfLink, LINK_MEASURES, strengthsOf } from '../../src/analysis/co-occurrence/link-measures.ts';
import { createNetwork, type Network } from '../../src/analysis/co-occurrence/network.ts';
import { pageRanksOf } from '../../src/analysis/co-occurrence/node-measures.ts';
import { pValueOf } from '../../src/analysis/co-occurrence/significance.ts';
import { cpuOf } from './timing.ts';

/*
 * A thread for bench:co-occurrence, for a server analyses networks in one too: from an incidence the network and all its
 * measures. It answers how much CPU time each took.
 */

/** Milliseconds of CPU time, and how many links there are. */
export type Measured = Record<'network' | 'ofLinks' | 'pValues' | 'ofNodes' | 'links', number>;

parentPort?.on('message', (incidence: Incidence) => {
  const [counts, network] = cpuOf(() => createNetwork(incidence, { counting: 'FULL', minLinkStrength: 0 }));
  const [ofLinks] = cpuOf(() => LINK_MEASURES.map((measure) => strengthsOf(network, measure)));
  const [pValues] = cpuOf(() => pValuesOf(network));
  const [ofNodes] = cpuOf(() => [pageRanksOf, betweennessOf].map((of) => of(network)));
  const measured: Measured = { network: counts, ofLinks, pValues, ofNodes, links: network.counts.length };
  parentPort?.postMessage(measured);
});

function pValuesOf(network: Network): Float64Array {
  const pValues = new Float64Array(network.counts.length);
  for (let link = 0; link < pValues.length; link += 1) {
    const { papers, occurrences, paperCount } = countsOfLink(network, link);
    pValues[link] = pValueOf(papers, occurrences, paperCount);
  }
  return pValues;
}
