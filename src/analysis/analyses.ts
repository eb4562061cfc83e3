import { betweennessOf } from './co-occurrence/betweenness.ts';
import { clusterNetwork, modularityOf, type ClusteringOptions } from './co-occurrence/clustering.ts';
import type { Incidence } from './co-occurrence/incidence.ts';
import { layOut, type Layout } from './co-occurrence/layout.ts';
import { strengthsOf, type LinkMeasure } from './co-occurrence/link-measures.ts';
import { createNetwork, type Network, type NetworkOptions } from './co-occurrence/network.ts';
import { pageRanksOf } from './co-occurrence/node-measures.ts';
import { strongestLinksOf } from './co-occurrence/strongest-links.ts';
import { themesOf, type Theme } from './co-occurrence/themes.ts';
import { findRisingPairs, type PairsInTime, type RisingPairs } from './rising-pairs.ts';

/** How central each item of a network is. */
export type Centralities = { pageRanks: Float64Array; betweenness: Float64Array };

/** The clusters of a network: by item its cluster, and by cluster what it is about. */
export type Clustering = { clusters: Uint32Array; modularity: number; themes: Theme[] };

/**
 * The analyses that take long where the graph is large. Their inputs and outputs can be cloned to another thread, and what
 * comes out depends on nothing but what goes in.
 */
export const ANALYSES = {
  network: ({ incidence, options }: { incidence: Incidence; options: NetworkOptions }): Network =>
    createNetwork(incidence, options),

  strongestLinks: ({
    network,
    measure,
    most,
  }: {
    network: Network;
    measure: LinkMeasure;
    most: number;
  }): Uint32Array => strongestLinksOf(network, measure, most),

  centralities: (network: Network): Centralities => ({
    pageRanks: pageRanksOf(network),
    betweenness: betweennessOf(network),
  }),

  clustering: ({
    network,
    measure,
    clustering,
  }: {
    network: Network;
    measure: LinkMeasure;
    clustering: ClusteringOptions;
  }): Clustering => {
    const strengths = strengthsOf(network, measure);
    const clusters = clusterNetwork(network, strengths, clustering);
    return {
      clusters,
      modularity: modularityOf(network, strengths, clusters, clustering.resolution),
      themes: themesOf(network, clusters),
    };
  },

  layout: ({ network, seed }: { network: Network; seed: number }): Layout => layOut(network, seed),

  risingPairs: (pairs: PairsInTime): RisingPairs => findRisingPairs(pairs),
};

type Analyses = typeof ANALYSES;

/**
 * Does an analysis, here or in another thread. The input is given away: nobody may look at it afterwards, unless it came from
 * an analysis itself. Rejects with the signal's reason when the signal is aborted, and ends the
 * analysis where it can.
 */
export type Analyst = <Name extends keyof Analyses>(
  name: Name,
  input: Parameters<Analyses[Name]>[0],
  signal?: AbortSignal,
) => Promise<ReturnType<Analyses[Name]>>;

/** Does analyses in this thread, which does nothing else meanwhile. */
export const analyseHere: Analyst = async (name, input, signal) => {
  signal?.throwIfAborted();
  // The compiler can't tell that an analysis fits its own input.
  const analysis = ANALYSES[name] as (given: typeof input) => ReturnType<Analyses[typeof name]>;
  return analysis(input);
};
