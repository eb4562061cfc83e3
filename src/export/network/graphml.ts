import { xmlElements, type XmlElements } from '../xml-elements.ts';
import type { NetworkContent, NetworkNode } from './network-content.ts';
import { LINK_ATTRIBUTES, NETWORK_ATTRIBUTES, NODE_ATTRIBUTES, type XmlAttribute } from './xml-attributes.ts';

const NAMESPACES = {
  xmlns: 'http://graphml.graphdrawing.org/xmlns',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd',
};

const NODE_DATA: readonly XmlAttribute<NetworkNode>[] = [
  { name: 'name', type: 'string', valueOf: ({ name }) => name },
  ...NODE_ATTRIBUTES,
  { name: 'x', type: 'double', valueOf: ({ x }) => x },
  { name: 'y', type: 'double', valueOf: ({ y }) => y },
];

const LINK_DATA: typeof LINK_ATTRIBUTES = [
  { name: 'weight', type: 'double', valueOf: ({ count }) => count },
  ...LINK_ATTRIBUTES,
];

/**
 * A network as GraphML, which igraph, Gephi, Cytoscape and NetworkX read: nodes by key, links weighted by their count,
 * and all that is known of nodes, links and the whole as data. http://graphml.graphdrawing.org
 */
export function* writeGraphml(network: NetworkContent): Generator<string> {
  const xml = xmlElements();
  xml.open('graphml', NAMESPACES);
  declare(xml, 'graph', NETWORK_ATTRIBUTES);
  declare(xml, 'node', NODE_DATA);
  declare(xml, 'edge', LINK_DATA);
  xml.open('graph', { edgedefault: 'undirected' });
  tell(xml, 'graph', NETWORK_ATTRIBUTES, network, network);
  for (const node of network.nodes) {
    xml.open('node', { id: node.key });
    tell(xml, 'node', NODE_DATA, node, network);
    xml.close();
    yield xml.take();
  }
  for (const link of network.links()) {
    const [source, target] = [network.nodes[link.source]?.key ?? '', network.nodes[link.target]?.key ?? ''];
    xml.open('edge', { source, target });
    tell(xml, 'edge', LINK_DATA, link, network);
    xml.close();
    yield xml.take();
  }
  xml.close().close();
  yield xml.take();
}

type Owner = 'graph' | 'node' | 'edge';

function declare<Of>(xml: XmlElements, owner: Owner, attributes: readonly XmlAttribute<Of>[]): void {
  for (const { name, type } of attributes) {
    xml.add('key', { id: `${owner}-${name}`, for: owner, 'attr.name': name, 'attr.type': type });
  }
}

function tell<Of>(
  xml: XmlElements,
  owner: Owner,
  attributes: readonly XmlAttribute<Of>[],
  of: Of,
  network: NetworkContent,
): void {
  for (const { name, valueOf } of attributes) {
    const value = valueOf(of, network);
    if (value !== null) xml.add('data', { key: `${owner}-${name}` }, String(value));
  }
}
