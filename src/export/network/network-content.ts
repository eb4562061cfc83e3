import type { LinkMeasure } from '../../analysis/co-occurrence/link-measures.ts';
import type { Quadrant } from '../../analysis/co-occurrence/themes.ts';
import { dateOf } from '../../analysis/projection.ts';

/** A co-occurrence network with everything that is told of it: what the formats for networks write. */
export type NetworkContent = {
  /** What its nodes are. */
  kind: 'TOPIC' | 'ORG';
  /** The measure by which it was parted into clusters. */
  measure: LinkMeasure;
  /** How many papers it was counted from. */
  paperCount: number;
  modularity: number;
  nodes: readonly NetworkNode[];
  clusters: readonly NetworkCluster[];
  /** The links, made one after the other: there may be many. */
  links: () => Iterable<NetworkLink>;
};

export type NetworkNode = {
  key: string;
  name: string;
  /** How many papers have it. */
  occurrences: number;
  /** How many links it has. */
  degree: number;
  /** The sum of the counts of its links. */
  weightedDegree: number;
  pageRank: number;
  betweenness: number;
  /** The mean day of publication of its papers in days since 1970-01-01; null where none has a date. */
  meanDay: number | null;
  /** The place of its cluster in `clusters`. */
  cluster: number;
  x: number;
  y: number;
};

/** Link measures in the order in which formats write them; their names are those of the schema. */
export const MEASURES = [
  'count',
  'papers',
  'associationStrength',
  'observedToExpected',
  'cosine',
  'equivalence',
  'jaccard',
  'inclusion',
  'pmi',
  'npmi',
  'logLikelihood',
  'pValue',
] as const;

/** `source` and `target` are places in `nodes`; `papers` is how many have both. */
export type NetworkLink = { source: number; target: number } & Record<(typeof MEASURES)[number], number>;

export type NetworkCluster = {
  /** The name of the node of most papers. */
  label: string;
  /** Callon's centrality and density. */
  centrality: number;
  density: number;
  quadrant: Quadrant;
};

const DAYS_PER_YEAR = 365.2425;
const FIRST_YEAR = 1970;

/** The mean time of publication as a year with decimals, such as 2023.5; null where it is not known. */
export function meanYear({ meanDay }: NetworkNode): number | null {
  return meanDay === null ? null : Math.round((FIRST_YEAR + meanDay / DAYS_PER_YEAR) * 1e4) / 1e4;
}

/** The mean day of publication as `YYYY-MM-DD`; null where it is not known. */
export function meanDate({ meanDay }: NetworkNode): string | null {
  return meanDay === null ? null : dateOf(Math.round(meanDay));
}
