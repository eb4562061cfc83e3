import { parseXml, type XmlDocument, XmlElement } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MEASURES, type NetworkContent } from '../../../src/export/network/network-content.ts';
import { NETWORK_FORMATS } from '../../../src/export/network/network-formats.ts';
import { parseCsvRows } from '../../support/csv.ts';
import { HARD_NAMES, networkOfNames } from '../../support/network-content.ts';
import { networkxSkipped, readByNetworkx } from '../../support/networkx.ts';

const network = networkOfNames(HARD_NAMES);
const written = (format: keyof typeof NETWORK_FORMATS, content: NetworkContent = network) =>
  [...NETWORK_FORMATS[format].write(content)].join('');
/** What XML can hold of a text. */
const inXml = (text: string) => text.replaceAll('\u0007', '').replaceAll('\uFFFF', '');
const links = [...network.links()];

describe("VOSviewer's files", () => {
  // https://app.vosviewer.com/docs/file-types/json-file-type/
  const id = z.union([z.string(), z.int()]);
  const cluster = z.int().min(1).max(1000);
  const vosviewerFile = z.strictObject({
    network: z.strictObject({
      items: z.array(
        z.strictObject({
          id,
          label: z.string(),
          x: z.number(),
          y: z.number(),
          cluster,
          weights: z.record(z.string(), z.number().min(0)),
          scores: z.record(z.string(), z.number()),
        }),
      ),
      links: z.array(z.strictObject({ source_id: id, target_id: id, strength: z.number().min(0) })),
      clusters: z.array(z.strictObject({ cluster, label: z.string() })),
    }),
  });

  it('are JSON as it is documented, with items, links and clusters', () => {
    const {
      items,
      links: found,
      clusters,
    } = vosviewerFile.parse(JSON.parse(written('vosviewer.json'))).network;
    expect(items.map(({ label }) => label)).toEqual(HARD_NAMES);
    expect(items[0]).toMatchObject({
      cluster: 1,
      weights: { Links: 5, 'Total link strength': 0.5, Occurrences: 9 },
      scores: { 'Avg. pub. year': 2024.0011 },
    });
    expect(items[1]?.scores).not.toHaveProperty('Avg. pub. year');
    expect(found.map(({ strength }) => strength)).toEqual(links.map(({ count }) => count));
    const ids = new Set(items.map((item) => item.id));
    expect(ids.size).toBe(items.length);
    for (const { source_id, target_id } of found) expect(ids.has(source_id) && ids.has(target_id)).toBe(true);
    expect(clusters).toEqual([
      { cluster: 1, label: HARD_NAMES[0] },
      { cluster: 2, label: HARD_NAMES[1] },
    ]);
  });

  it('are a map and a network whose numbers of items agree', () => {
    const [header, ...rows] = written('map.txt')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(header).toEqual([
      'id',
      'label',
      'x',
      'y',
      'cluster',
      'weight<Links>',
      'weight<Total link strength>',
      'weight<Occurrences>',
      'score<PageRank>',
      'score<Betweenness>',
      'score<Avg. pub. year>',
    ]);
    expect(rows.map((row) => row.length)).toEqual(HARD_NAMES.map(() => header?.length));
    expect(rows.map(([, label]) => label)).toEqual([
      '"R&D <b>of</b> ""quotes"" & \'apostrophes\'"',
      '"commas, semicolons; and tabs"',
      'emoji 🧬 and Ελληνικά',
      // It has a semicolon.
      '"&lt; is no <"',
      HARD_NAMES[4],
      HARD_NAMES[5],
    ]);
    const pairs = written('network.txt')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t').map(Number));
    expect(pairs).toEqual(links.map(({ source, target, count }) => [source + 1, target + 1, count]));
    expect(rows.map(([number]) => Number(number))).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('GEXF and GraphML', () => {
  const elementsOf = (of: XmlElement | XmlDocument | null, name: string): XmlElement[] =>
    (of?.children ?? []).flatMap((child) =>
      child instanceof XmlElement
        ? [...(child.name === name ? [child] : []), ...elementsOf(child, name)]
        : [],
    );

  it('hold all of a network, as an XML parser reads GEXF', () => {
    const document = parseXml(written('gexf'));
    const valuesOf = (of: XmlElement) =>
      Object.fromEntries(
        elementsOf(of, 'attvalue').map(({ attributes }) => [attributes['for'], attributes['value']]),
      );
    const nodes = elementsOf(document, 'node');
    expect(nodes.map(({ attributes }) => attributes['label'])).toEqual(HARD_NAMES.map(inXml));
    expect(nodes.map((node) => elementsOf(node, 'viz:position')[0]?.attributes)).toEqual(
      network.nodes.map(({ x, y }) => ({ x: String(x), y: String(y), z: '0' })),
    );
    expect(valuesOf(nodes[2] as XmlElement)).toEqual({
      occurrences: '7',
      weightedDegree: '2.5',
      pageRank: '0.2',
      betweenness: String(2 / 7),
      meanPublishedOn: '2024-01-04',
      cluster: '0',
      clusterLabel: HARD_NAMES[0],
      quadrant: 'MOTOR',
    });
    const edges = elementsOf(document, 'edge');
    expect(
      edges.map(({ attributes }) => [
        attributes['source'],
        attributes['target'],
        Number(attributes['weight']),
      ]),
    ).toEqual(
      links.map(({ source, target, count }) => [
        inXml(network.nodes[source]?.key ?? ''),
        inXml(network.nodes[target]?.key ?? ''),
        count,
      ]),
    );
    for (const [index, edge] of edges.entries()) {
      const values = Object.fromEntries(
        Object.entries(valuesOf(edge)).map(([name, value]) => [name, Number(value)]),
      );
      expect({ ...links[index], ...values }).toEqual(links[index]);
      expect(Object.keys(values)).toEqual([...MEASURES]);
    }
  });

  it('hold all of a network, as an XML parser reads GraphML', () => {
    const document = parseXml(written('graphml'));
    const names = Object.fromEntries(
      elementsOf(document, 'key').map(({ attributes }) => [attributes['id'], attributes['attr.name']]),
    );
    const valuesOf = (of: XmlElement) =>
      Object.fromEntries(
        elementsOf(of, 'data').map(({ attributes, text }) => [names[attributes['key'] ?? ''], text]),
      );
    const nodes = elementsOf(document, 'node');
    expect(nodes.map((node) => valuesOf(node)['name'])).toEqual(HARD_NAMES.map(inXml));
    expect(nodes.map((node) => Number(valuesOf(node)['x']))).toEqual(network.nodes.map(({ x }) => x));
    const edges = elementsOf(document, 'edge');
    for (const [index, edge] of edges.entries()) {
      const { weight, ...values } = valuesOf(edge);
      expect(Number(weight)).toBe(links[index]?.count);
      expect(Object.entries(values).map(([name, value]) => [name, Number(value)])).toEqual(
        MEASURES.map((measure) => [measure, links[index]?.[measure]]),
      );
    }
    expect(edges).toHaveLength(links.length);
  });

  it.for([
    ['gexf', 'read_gexf'],
    ['graphml', 'read_graphml'],
  ] as const)(
    `are read back whole by NetworkX: %s${networkxSkipped === null ? '' : ` (skipped: ${networkxSkipped})`}`,
    ([format, reader], { skip }) => {
      skip(networkxSkipped !== null);
      const { directed, graph, nodes, edges } = readByNetworkx(reader, written(format));
      expect(directed).toBe(false);
      if (format === 'graphml') {
        expect(graph).toMatchObject({ kind: 'TOPIC', measure: 'COSINE', paperCount: 20, modularity: 1 / 3 });
      }
      expect(nodes).toEqual(
        network.nodes.map(({ key, name, degree: _degree, meanDay, x, y, cluster, ...measures }) => [
          inXml(key),
          {
            ...(format === 'gexf' ? { label: inXml(name) } : { name: inXml(name), x, y }),
            ...(format === 'gexf' && { viz: { position: { x, y, z: 0 } } }),
            ...measures,
            ...(meanDay !== null && { meanPublishedOn: expect.stringMatching(/^2024-01-0\d$/) }),
            cluster,
            clusterLabel: inXml(HARD_NAMES[cluster] ?? ''),
            quadrant: cluster === 0 ? 'MOTOR' : 'EMERGING',
          },
        ]),
      );
      expect(edges).toEqual(
        links.map(({ source, target, ...measures }, index) => [
          inXml(network.nodes[source]?.key ?? ''),
          inXml(network.nodes[target]?.key ?? ''),
          { ...measures, weight: measures.count, ...(format === 'gexf' && { id: String(index) }) },
        ]),
      );
    },
  );
});

describe('CSV and JSON of a network', () => {
  it('have a row a link with both names and all measures', () => {
    const [header, ...rows] = parseCsvRows(written('csv'));
    expect(header).toEqual(['source', 'sourceName', 'target', 'targetName', ...MEASURES]);
    expect(rows.map(([, , , name]) => name)).toEqual(HARD_NAMES.slice(1));
    expect(rows.map((row) => row.slice(4).map(Number))).toEqual(
      links.map((link) => MEASURES.map((measure) => link[measure])),
    );
  });

  it('are the network with its nodes, links between keys, and clusters', () => {
    const { nodes, links: found, clusters, ...facts } = JSON.parse(written('json'));
    expect(facts).toEqual({ kind: 'TOPIC', measure: 'COSINE', paperCount: 20, modularity: 1 / 3 });
    expect(nodes.map(({ name }: { name: string }) => name)).toEqual(HARD_NAMES);
    expect(found[0]).toMatchObject({
      source: `key ${HARD_NAMES[0]}`,
      target: `key ${HARD_NAMES[1]}`,
      papers: 1,
    });
    expect(clusters).toEqual(network.clusters);
  });

  it.for(Object.keys(NETWORK_FORMATS) as (keyof typeof NETWORK_FORMATS)[])(
    'tells a network without nodes as well: %s',
    (format) => {
      const text = written(format, { ...networkOfNames([]), clusters: [], links: () => [] });
      if (format.endsWith('json')) JSON.parse(text);
      if (format.endsWith('ml') || format === 'gexf') parseXml(text);
    },
  );
});
