import {
  MEASURES,
  meanDate,
  type NetworkContent,
  type NetworkLink,
  type NetworkNode,
} from './network-content.ts';

/** What GEXF and GraphML tell of nodes and links: a name, a type that both know, and the value; null where there is none. */
export type XmlAttribute<Of> = {
  name: string;
  type: 'string' | 'int' | 'double';
  valueOf: (of: Of, network: NetworkContent) => string | number | null;
};

export const NODE_ATTRIBUTES: readonly XmlAttribute<NetworkNode>[] = [
  { name: 'occurrences', type: 'int', valueOf: ({ occurrences }) => occurrences },
  { name: 'weightedDegree', type: 'double', valueOf: ({ weightedDegree }) => weightedDegree },
  { name: 'pageRank', type: 'double', valueOf: ({ pageRank }) => pageRank },
  { name: 'betweenness', type: 'double', valueOf: ({ betweenness }) => betweenness },
  { name: 'meanPublishedOn', type: 'string', valueOf: meanDate },
  { name: 'cluster', type: 'int', valueOf: ({ cluster }) => cluster },
  {
    name: 'clusterLabel',
    type: 'string',
    valueOf: ({ cluster }, { clusters }) => clusters[cluster]?.label ?? null,
  },
  {
    name: 'quadrant',
    type: 'string',
    valueOf: ({ cluster }, { clusters }) => clusters[cluster]?.quadrant ?? null,
  },
];

export const LINK_ATTRIBUTES: readonly XmlAttribute<NetworkLink>[] = MEASURES.map((name) => ({
  name,
  type: name === 'papers' ? 'int' : 'double',
  valueOf: (link) => link[name],
}));

/** What is told of a network as a whole. */
export const NETWORK_ATTRIBUTES: readonly XmlAttribute<NetworkContent>[] = [
  { name: 'kind', type: 'string', valueOf: ({ kind }) => kind },
  { name: 'measure', type: 'string', valueOf: ({ measure }) => measure },
  { name: 'paperCount', type: 'int', valueOf: ({ paperCount }) => paperCount },
  { name: 'modularity', type: 'double', valueOf: ({ modularity }) => modularity },
];
