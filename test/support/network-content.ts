import type { NetworkContent, NetworkLink } from '../../src/export/network/network-content.ts';

/** Names that careless files would break, and one that XML can't hold all of. */
export const HARD_NAMES = [
  'R&D <b>of</b> "quotes" & \'apostrophes\'',
  'commas, semicolons; and\ttabs',
  'emoji 🧬 and Ελληνικά',
  '&lt; is no <',
  'bell \u0007 and \uFFFF',
  ']]> -- <!-- <?xml',
];

/** A network of nodes with these names, the first linked to all others. */
export function networkOfNames(names: readonly string[]): NetworkContent {
  return {
    kind: 'TOPIC',
    measure: 'COSINE',
    paperCount: 20,
    modularity: 1 / 3,
    nodes: names.map((name, index) => ({
      key: `key ${name}`,
      name,
      occurrences: 9 - index,
      degree: index === 0 ? names.length - 1 : 1,
      weightedDegree: index + 0.5,
      pageRank: 1 / (index + 3),
      betweenness: index / 7,
      meanDay: index === 1 ? null : 19_723.5 + index,
      cluster: index % 2,
      x: Math.sin(index),
      y: -1e-9 * (index + 1),
    })),
    clusters: [0, 1].map((index) => ({
      label: names[index] ?? '',
      centrality: 10.8333,
      density: 28.125,
      quadrant: index === 0 ? 'MOTOR' : 'EMERGING',
    })),
    links: () => names.slice(1).map((_, index) => linkTo(index + 1)),
  };
}

function linkTo(target: number): NetworkLink {
  return {
    source: 0,
    target,
    count: target + 1 / 3,
    papers: target,
    associationStrength: 0.1 + target,
    observedToExpected: 0.2 + target,
    cosine: 0.3 + target,
    equivalence: 0.4 + target,
    jaccard: 0.5 + target,
    inclusion: 0.6 + target,
    pmi: -0.7 - target,
    npmi: -0.8 - target,
    logLikelihood: 0.9 + target,
    pValue: 1e-300 * target,
  };
}
