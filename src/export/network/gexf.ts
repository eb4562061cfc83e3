import { xmlElements, type XmlElements } from '../xml-elements.ts';
import type { NetworkContent } from './network-content.ts';
import { LINK_ATTRIBUTES, NETWORK_ATTRIBUTES, NODE_ATTRIBUTES, type XmlAttribute } from './xml-attributes.ts';

// Newer versions are not read by all programs yet.
const NAMESPACES = {
  xmlns: 'http://www.gexf.net/1.2draft',
  'xmlns:viz': 'http://www.gexf.net/1.2draft/viz',
  version: '1.2',
};

/**
 * A network as GEXF 1.2, which Gephi and NetworkX read: nodes by key with name and place, links weighted by their count,
 * and all measures of both as attributes. What is told of the whole stands in the description. https://gexf.net
 */
export function* writeGexf(network: NetworkContent): Generator<string> {
  const xml = xmlElements();
  xml.open('gexf', NAMESPACES);
  xml.open('meta').add('creator', {}, 'Papergraph').add('description', {}, descriptionOf(network)).close();
  xml.open('graph', { defaultedgetype: 'undirected' });
  declare(xml, 'node', NODE_ATTRIBUTES);
  declare(xml, 'edge', LINK_ATTRIBUTES);
  xml.open('nodes');
  for (const node of network.nodes) {
    xml.open('node', { id: node.key, label: node.name });
    tell(xml, NODE_ATTRIBUTES, node, network);
    xml.add('viz:position', { x: node.x, y: node.y, z: 0 }).close();
    yield xml.take();
  }
  xml.close().open('edges');
  let id = 0;
  for (const link of network.links()) {
    const [source, target] = [network.nodes[link.source]?.key ?? '', network.nodes[link.target]?.key ?? ''];
    xml.open('edge', { id, source, target, weight: link.count });
    tell(xml, LINK_ATTRIBUTES, link, network);
    xml.close();
    yield xml.take();
    id += 1;
  }
  xml.close().close().close();
  yield xml.take();
}

function descriptionOf(network: NetworkContent): string {
  return NETWORK_ATTRIBUTES.map(({ name, valueOf }) => `${name}: ${valueOf(network, network)}`).join('; ');
}

function declare<Of>(xml: XmlElements, of: 'node' | 'edge', attributes: readonly XmlAttribute<Of>[]): void {
  xml.open('attributes', { class: of });
  for (const { name, type } of attributes) {
    xml.add('attribute', { id: name, title: name, type: type === 'int' ? 'integer' : type });
  }
  xml.close();
}

function tell<Of>(
  xml: XmlElements,
  attributes: readonly XmlAttribute<Of>[],
  of: Of,
  network: NetworkContent,
): void {
  xml.open('attvalues');
  for (const { name, valueOf } of attributes) {
    const value = valueOf(of, network);
    if (value !== null) xml.add('attvalue', { for: name, value });
  }
  xml.close();
}
