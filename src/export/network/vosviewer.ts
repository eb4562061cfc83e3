import { jsonList } from '../json-list.ts';
import { meanYear, type NetworkContent, type NetworkNode } from './network-content.ts';

/**
 * A network as a JSON file of VOSviewer and VOSviewer Online: `network.items`, `network.links`, `network.clusters`. A
 * link's strength is its count, clusters count from 1, and an item without a date has no average publication year.
 * https://app.vosviewer.com/docs/file-types/json-file-type/
 */
export function* writeVosviewerJson({ nodes, links, clusters }: NetworkContent): Generator<string> {
  yield '{"network":{"items":[\n';
  yield* jsonList(nodes.map(itemOf));
  yield '\n],"links":[\n';
  yield* jsonList(strengthsOf(nodes, links()));
  yield '\n],"clusters":[\n';
  yield* jsonList(clusters.map(({ label }, index) => ({ cluster: index + 1, label })));
  yield '\n]}}\n';
}

/**
 * The items of a network as a map file of VOSviewer: tab-separated under a header line. Items are numbered from 1, as the
 * network file names them. https://app.vosviewer.com/docs/file-types/map-and-network-file-type/
 */
export function* writeVosviewerMap({ nodes }: NetworkContent): Generator<string> {
  const weights = Object.keys(weightsOf(EMPTY)).map((name) => `weight<${name}>`);
  const scores = [...Object.keys(scoresOf(EMPTY)), AVERAGE_YEAR].map((name) => `score<${name}>`);
  yield `${['id', 'label', 'x', 'y', 'cluster', ...weights, ...scores].join('\t')}\n`;
  for (const [index, node] of nodes.entries()) {
    const { name, x, y, cluster } = node;
    const attributes = [
      ...Object.values(weightsOf(node)),
      ...Object.values(scoresOf(node)),
      meanYear(node) ?? '',
    ];
    yield `${[index + 1, labelOf(name), x, y, cluster + 1, ...attributes].join('\t')}\n`;
  }
}

/** The links of a network as a network file of VOSviewer, without a header: the numbers of both items, and the count. */
export function* writeVosviewerNetwork({ links }: NetworkContent): Generator<string> {
  for (const { source, target, count } of links()) yield `${source + 1}\t${target + 1}\t${count}\n`;
}

const AVERAGE_YEAR = 'Avg. pub. year';
const EMPTY = { degree: 0, weightedDegree: 0, occurrences: 0, pageRank: 0, betweenness: 0 };

function itemOf(node: NetworkNode) {
  const year = meanYear(node);
  return {
    id: node.key,
    label: node.name,
    x: node.x,
    y: node.y,
    cluster: node.cluster + 1,
    weights: weightsOf(node),
    scores: { ...scoresOf(node), ...(year !== null && { [AVERAGE_YEAR]: year }) },
  };
}

/** Under the names that VOSviewer itself gives them. */
function weightsOf({ degree, weightedDegree, occurrences }: typeof EMPTY) {
  return { Links: degree, 'Total link strength': weightedDegree, Occurrences: occurrences };
}

function scoresOf({ pageRank, betweenness }: typeof EMPTY) {
  return { PageRank: pageRank, Betweenness: betweenness };
}

function* strengthsOf(nodes: NetworkContent['nodes'], links: ReturnType<NetworkContent['links']>) {
  for (const { source, target, count } of links) {
    yield { source_id: nodes[source]?.key, target_id: nodes[target]?.key, strength: count };
  }
}

/** On one line, and in quotes where VOSviewer would take a character for a separator. */
function labelOf(name: string): string {
  const line = name.replace(/\s+/g, ' ');
  return /[",;]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
