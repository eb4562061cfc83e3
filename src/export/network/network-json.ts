import { jsonList } from '../json-list.ts';
import { meanDate, type NetworkContent, type NetworkLink, type NetworkNode } from './network-content.ts';

/**
 * A network as plain JSON: `nodes`, `links` between their keys, and `clusters`. A node's `cluster` is the place of its
 * cluster in that list.
 */
export function* writeNetworkJson(network: NetworkContent): Generator<string> {
  const { nodes, links, clusters, ...facts } = network;
  yield `${JSON.stringify(facts).slice(0, -1)},"nodes":[\n`;
  yield* jsonList(nodes.map(nodeOf));
  yield '\n],"links":[\n';
  yield* jsonList(linksBetweenKeys(nodes, links()));
  yield '\n],"clusters":[\n';
  yield* jsonList(clusters);
  yield '\n]}\n';
}

function nodeOf(node: NetworkNode) {
  const { meanDay: _meanDay, cluster, x, y, ...measures } = node;
  return { ...measures, meanPublishedOn: meanDate(node), cluster, x, y };
}

function* linksBetweenKeys(nodes: readonly NetworkNode[], links: Iterable<NetworkLink>) {
  for (const { source, target, ...measures } of links) {
    yield { source: nodes[source]?.key, target: nodes[target]?.key, ...measures };
  }
}
