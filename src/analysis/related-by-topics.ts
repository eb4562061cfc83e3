import { compareText } from '../collections.ts';
import { neighboursOf } from './adjacency.ts';
import { derived } from './derived.ts';
import { degreeInGraph, paperCountOf, type Projection } from './projection.ts';
import { inverseDocumentFrequency } from './document-frequency.ts';
import { addTo, reusedTally, type Tally } from './tally.ts';

/*
 * What nodes are about: the topic profile of an org, or of a topic itself, is how many of its papers have each topic,
 * times the topic's inverse document frequency. Two of them are related by the cosine of their profiles (Salton and
 * McGill 1983), from 0 to 1.
 *
 * A topic's own profile holds the topic itself, which all its papers have. So two topics are near where they occur
 * together, and also where they occur with the same topics, such as two names of one thing that no paper has both of.
 */

/** What has a topic profile. */
export type ProfiledKind = 'TOPIC' | 'ORG';

/** Nodes, in no order, and parallel to them how related each is to one node, above 0 up to 1. */
export type RelatedNodes = { nodes: Uint32Array; scores: Float64Array };

/** A topic that two profiles have in common, by key; the weights of all add up to the score. */
export type SharedTopic = { key: string; weight: number };

const emptyProfile = reusedTally();
const emptyOtherProfile = reusedTally();
const emptyProducts = reusedTally();

/**
 * All nodes of a kind whose papers share a topic with the papers of one of that kind. Reads every paper's links once,
 * so it takes as long whatever the node.
 */
export function relatedByTopics(projection: Projection, kind: ProfiledKind, node: number): RelatedNodes {
  const { forward: topics } = projection.links.TOPIC;
  const { forward: targets } = projection.links[kind];
  const weights = derived(projection, squaredWeights);
  const lengths = derived(projection, kind === 'TOPIC' ? lengthsOfTopics : lengthsOfOrgs);
  const profile = countTopics(projection, kind, node, emptyProfile);
  const products = emptyProducts(projection.nodes[kind].keys.length);

  // Σ over topics of weight · count · count of the other = Σ over the other's papers of Σ over their topics of weight · count.
  const paperCount = Math.min(topics.lengths.length, targets.lengths.length);
  for (let paper = 0; paper < paperCount; paper += 1) {
    const targetCount = targets.lengths[paper] ?? 0;
    if (targetCount === 0) continue;
    const from = topics.starts[paper] ?? 0;
    const to = from + (topics.lengths[paper] ?? 0);
    let part = 0;
    for (let slot = from; slot < to; slot += 1) {
      const topic = topics.slots[slot] ?? 0;
      part += (weights[topic] ?? 0) * (profile.sums[topic] ?? 0);
    }
    if (part === 0) continue;
    const start = targets.starts[paper] ?? 0;
    for (let slot = start; slot < start + targetCount; slot += 1) {
      addTo(products, targets.slots[slot] ?? 0, part);
    }
  }
  const nodes = products.seen.slice(0, products.size).filter((other) => other !== node);
  const scores = Float64Array.from(nodes, (other) =>
    rounded((products.sums[other] ?? 0) / ((lengths[node] ?? 0) * (lengths[other] ?? 0))),
  );
  return { nodes, scores };
}

/** The topics that the papers of two nodes of a kind have in common, the weightiest first. */
export function sharedTopicsOf(
  projection: Projection,
  kind: ProfiledKind,
  a: number,
  b: number,
): SharedTopic[] {
  const weights = derived(projection, squaredWeights);
  const lengths = derived(projection, kind === 'TOPIC' ? lengthsOfTopics : lengthsOfOrgs);
  const [left, right] = [
    countTopics(projection, kind, a, emptyProfile),
    countTopics(projection, kind, b, emptyOtherProfile),
  ];
  const scale = 1 / ((lengths[a] ?? 0) * (lengths[b] ?? 0));
  const shared: SharedTopic[] = [];
  for (const topic of left.seen.subarray(0, left.size)) {
    const product = (weights[topic] ?? 0) * (left.sums[topic] ?? 0) * (right.sums[topic] ?? 0);
    if (product > 0) shared.push({ key: projection.nodes.TOPIC.keys[topic] ?? '', weight: product * scale });
  }
  return shared.sort((x, y) => y.weight - x.weight || compareText(x.key, y.key));
}

/** How many papers of a node have each topic. */
function countTopics(
  { nodes, links }: Projection,
  kind: ProfiledKind,
  node: number,
  emptyTally: (nodeCount: number) => Tally,
): Tally {
  const { slots, starts, lengths } = links.TOPIC.forward;
  const tally = emptyTally(nodes.TOPIC.keys.length);
  for (const paper of neighboursOf(links[kind].backward, node)) {
    const start = starts[paper] ?? 0;
    const end = start + (lengths[paper] ?? 0);
    for (let slot = start; slot < end; slot += 1) addTo(tally, slots[slot] ?? 0, 1);
  }
  return tally;
}

/** The square of each topic's inverse document frequency, by number of the topic. */
function squaredWeights(projection: Projection): Float64Array {
  const paperCount = paperCountOf(projection);
  const weightOf = (topic: number) => {
    const count = degreeInGraph(projection, 'TOPIC', topic);
    return count === 0 ? 0 : inverseDocumentFrequency(paperCount, count) ** 2;
  };
  return Float64Array.from(projection.nodes.TOPIC.keys, (_key, topic) => weightOf(topic));
}

function lengthsOfTopics(projection: Projection): Float64Array {
  return lengthsOfProfiles(projection, 'TOPIC');
}

function lengthsOfOrgs(projection: Projection): Float64Array {
  return lengthsOfProfiles(projection, 'ORG');
}

function lengthsOfProfiles(projection: Projection, kind: ProfiledKind): Float64Array {
  const weights = derived(projection, squaredWeights);
  return Float64Array.from(projection.nodes[kind].keys, (_key, node) => {
    const profile = countTopics(projection, kind, node, emptyOtherProfile);
    let square = 0;
    for (const topic of profile.seen.subarray(0, profile.size)) {
      square += (weights[topic] ?? 0) * (profile.sums[topic] ?? 0) ** 2;
    }
    return Math.sqrt(square);
  });
}

/** To nine decimals: the last digits of a sum depend on the order of its parts, and the order of nodes must not. */
function rounded(score: number): number {
  return Math.min(1, Math.round(score * 1e9) / 1e9);
}
