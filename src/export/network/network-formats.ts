import type { Format } from '../format.ts';
import { writeGexf } from './gexf.ts';
import { writeGraphml } from './graphml.ts';
import type { NetworkContent } from './network-content.ts';
import { writeNetworkCsv } from './network-csv.ts';
import { writeNetworkJson } from './network-json.ts';
import { writeVosviewerJson, writeVosviewerMap, writeVosviewerNetwork } from './vosviewer.ts';

/** In what networks are written, by extension. */
export const NETWORK_FORMATS = {
  'vosviewer.json': { mediaType: 'application/json; charset=utf-8', write: writeVosviewerJson },
  'map.txt': { mediaType: 'text/plain; charset=utf-8', write: writeVosviewerMap },
  'network.txt': { mediaType: 'text/plain; charset=utf-8', write: writeVosviewerNetwork },
  gexf: { mediaType: 'application/gexf+xml', write: writeGexf },
  graphml: { mediaType: 'application/graphml+xml', write: writeGraphml },
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', write: writeNetworkCsv },
  json: { mediaType: 'application/json; charset=utf-8', write: writeNetworkJson },
} satisfies Record<string, Format<NetworkContent>>;
