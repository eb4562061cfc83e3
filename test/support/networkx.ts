import { spawnSync } from 'node:child_process';

const PYTHON = process.env['PYTHON'] ?? 'python3';

/** Why NetworkX can't be asked here, or null. */
export const networkxSkipped =
  spawnSync(PYTHON, ['-c', 'import networkx']).status === 0
    ? null
    : `${PYTHON} has no networkx; PYTHON names one that has`;

const READ = `
import json, sys, networkx
graph = getattr(networkx, sys.argv[1])(sys.stdin.buffer)
print(json.dumps({
    'directed': graph.is_directed(), 'graph': graph.graph, 'nodes': list(graph.nodes(data=True)),
    'edges': list(graph.edges(data=True))}))
`;

type Attributes = Record<string, any>;

/** A graph as NetworkX reads it. */
export function readByNetworkx(
  reader: 'read_gexf' | 'read_graphml',
  text: string,
): {
  directed: boolean;
  graph: Attributes;
  nodes: [key: string, attributes: Attributes][];
  edges: [source: string, target: string, attributes: Attributes][];
} {
  const run = spawnSync(PYTHON, ['-c', READ, reader], { input: text, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}
