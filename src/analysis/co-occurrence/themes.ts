import { countsOfLink, equivalence } from './link-measures.ts';
import type { Network } from './network.ts';

/** The quadrants of Callon's strategic diagram. */
export const QUADRANTS = ['MOTOR', 'BASIC', 'NICHE', 'EMERGING'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** A cluster as a theme (Callon, Courtial & Laville 1991). */
export type Theme = {
  /** Its items, those of most papers first, then in order. The first one names it. */
  items: Uint32Array;
  /** 10 × the sum of the equivalence indices of the links from its items to other clusters: how much it is linked to others. */
  centrality: number;
  /** 100 × the sum of the equivalence indices of the links inside, divided by the number of items: how much it holds together. */
  density: number;
  /** Where it stands in the strategic diagram. A theme is central, or dense, when it is so at all, and at least as the median. */
  quadrant: Quadrant;
};

/** The themes of a network's clusters, by number of the cluster. */
export function themesOf(network: Network, clusters: Uint32Array): Theme[] {
  const members = membersOf(network, clusters);
  const { inside, outside } = sumEquivalence(network, clusters, members.length);
  const densities = inside.map((sum, cluster) => (100 * sum) / (members[cluster]?.length ?? 1));
  const centralities = outside.map((sum) => 10 * sum);
  const [density, centrality] = [medianOf(densities), medianOf(centralities)];
  return members.map((items, cluster) => {
    const own = { centrality: centralities[cluster] ?? 0, density: densities[cluster] ?? 0 };
    return {
      items,
      ...own,
      quadrant: quadrantOf(reaches(own.centrality, centrality), reaches(own.density, density)),
    };
  });
}

function membersOf({ occurrences }: Network, clusters: Uint32Array): Uint32Array[] {
  const members: number[][] = [];
  for (const [item, cluster] of clusters.entries()) (members[cluster] ??= []).push(item);
  return members.map((items) =>
    Uint32Array.from(items).sort((a, b) => (occurrences[b] ?? 0) - (occurrences[a] ?? 0) || a - b),
  );
}

function sumEquivalence(
  network: Network,
  clusters: Uint32Array,
  clusterCount: number,
): { inside: Float64Array; outside: Float64Array } {
  const inside = new Float64Array(clusterCount);
  const outside = new Float64Array(clusterCount);
  for (let link = 0; link < network.sources.length; link += 1) {
    const source = clusters[network.sources[link] as number] as number;
    const target = clusters[network.targets[link] as number] as number;
    const index = equivalence(countsOfLink(network, link));
    if (source === target) inside[source] = (inside[source] as number) + index;
    else {
      outside[source] = (outside[source] as number) + index;
      outside[target] = (outside[target] as number) + index;
    }
  }
  return { inside, outside };
}

/** Sums of the same links in another order differ in their last digits. What has no link reaches nothing. */
function reaches(value: number, median: number): boolean {
  return value > 0 && value >= median * (1 - 1e-9);
}

function quadrantOf(isCentral: boolean, isDense: boolean): Quadrant {
  if (isCentral) return isDense ? 'MOTOR' : 'BASIC';
  return isDense ? 'NICHE' : 'EMERGING';
}

function medianOf(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
