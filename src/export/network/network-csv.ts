import { csvRow } from '../csv-row.ts';
import { MEASURES, type NetworkContent } from './network-content.ts';

/** The links of a network as CSV: the keys and names of both nodes, and all measures. */
export function* writeNetworkCsv({ nodes, links }: NetworkContent): Generator<string> {
  yield csvRow(['source', 'sourceName', 'target', 'targetName', ...MEASURES]);
  for (const link of links()) {
    const [source, target] = [nodes[link.source], nodes[link.target]];
    const measures = MEASURES.map((measure) => link[measure]);
    yield csvRow([source?.key, source?.name, target?.key, target?.name, ...measures]);
  }
}
