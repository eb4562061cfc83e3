import { describeHop, type Hop } from './describe-hop.ts';
import {
  cheapestWay,
  costOfNode,
  HOP_COST,
  lookAhead,
  NODE_COST_UNIT,
  preparePathSearch,
  type PathSearch,
} from './path-search.ts';
import type { LinkKind, Projection } from './projection.ts';
import {
  compareNodes,
  namedNode,
  numberNodes,
  numberOfNode,
  type NamedNode,
  type WholeNumbering,
} from './whole-numbering.ts';

/** A path: `nodes` with both ends, and the hops between them. `cost` is Σ ln(1 + papers) of the nodes between the ends. */
export type Path = { nodes: NamedNode[]; hops: Hop[]; cost: number };

/** Over links of which kinds, with at most how many hops, and how many paths. */
export type PathOptions = { kinds: readonly LinkKind[]; maxHops: number; count: number };

/** Some of the paths: those that begin with `root` and do not go on to one of `barredNext`. */
type Branch = { root: readonly number[]; barredNext: ReadonlySet<number> };

/** The best path of a branch. */
type Candidate = { nodes: number[]; cost: number; branch: Branch };

/**
 * The best paths between two nodes that pass no node twice: those of fewest hops first and, of equally many, those
 * whose nodes between the ends have the fewest papers, by Σ ln(1 + papers). Equal ones go by kind and key of their nodes,
 * compared from the end on. A node's path to itself has no hops. None where a node is not there.
 *
 * The search is exact (Yen 1971, with the partition of Lawler 1972): what is left of a branch without its best path falls
 * apart into branches that leave this path at one of its nodes. The best path of each is searched for with few hops
 * first, so that most of the graph is never looked at.
 */
export function findPaths(
  projection: Projection,
  from: NamedNode,
  to: NamedNode,
  options: PathOptions,
): Path[] {
  const numbering = numberNodes(projection, options.kinds);
  const [source, target] = [numberOfNode(numbering, from), numberOfNode(numbering, to)];
  if (source === undefined || target === undefined) return [];
  if (source === target) return [pathOf(numbering, [source])];
  const search = preparePathSearch(numbering, target);
  return findWays(search, source, options).map(({ nodes }) => pathOf(numbering, nodes));
}

function findWays(search: PathSearch, source: number, { maxHops, count }: PathOptions): Candidate[] {
  const found: Candidate[] = [];
  const candidates: Candidate[] = [];
  let branches: Branch[] = [{ root: [source], barredNext: new Set() }];
  for (let bound = 1; bound <= maxHops && found.length < count;) {
    // What is ahead is known for half of the way, so the search meets it in the middle.
    lookAhead(search, Math.ceil(bound / 2));
    const unsolved: Branch[] = [];
    for (const branch of branches) {
      const candidate = searchBranch(search, branch, bound);
      if (candidate === null) unsolved.push(branch);
      else candidates.push(candidate);
    }
    candidates.sort((a, b) => compareWays(search.numbering, b, a));
    const best = candidates.pop();
    if (best === undefined) bound += 1;
    else found.push(best);
    branches = best === undefined ? unsolved : [...unsolved, ...branchesWithout(best)];
  }
  return found;
}

/** All paths of a branch but its best one, in branches. */
function branchesWithout({ nodes, branch: { root, barredNext } }: Candidate): Branch[] {
  const branches: Branch[] = [];
  for (let place = root.length - 1; place < nodes.length - 1; place += 1) {
    const next = nodes[place + 1] ?? 0;
    branches.push({
      root: nodes.slice(0, place + 1),
      barredNext: new Set(place === root.length - 1 ? [...barredNext, next] : [next]),
    });
  }
  return branches;
}

function searchBranch(search: PathSearch, branch: Branch, bound: number): Candidate | null {
  const { numbering, isBarred } = search;
  const { root, barredNext } = branch;
  const passed = root.slice(0, -1);
  for (const node of root) isBarred[node] = 1;
  const maxHops = bound - passed.length;
  const way = cheapestWay(search, root.at(-1) ?? 0, { maxHops, barredNext });
  for (const node of root) isBarred[node] = 0;
  if (way === null) return null;
  const nodes = [...passed, ...way];
  return { nodes, cost: costOfWay(numbering, nodes), branch };
}

function costOfWay(numbering: WholeNumbering, nodes: readonly number[]): number {
  return nodes
    .slice(1, -1)
    .reduce((cost, node) => cost + costOfNode(numbering, node), (nodes.length - 1) * HOP_COST);
}

function compareWays(numbering: WholeNumbering, a: Candidate, b: Candidate): number {
  if (a.cost !== b.cost) return a.cost - b.cost;
  for (let place = a.nodes.length - 1; place >= 0; place -= 1) {
    const order = compareNodes(numbering, a.nodes[place] ?? 0, b.nodes[place] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

function pathOf(numbering: WholeNumbering, way: readonly number[]): Path {
  const nodes = way.map((node) => namedNode(numbering, node));
  const hops = nodes
    .slice(1)
    .map((to, index) => describeHop(numbering.projection, nodes[index] ?? to, to, numbering.kinds));
  const cost = (costOfWay(numbering, way) % HOP_COST) / NODE_COST_UNIT;
  return { nodes, hops, cost: way.length < 2 ? 0 : cost };
}
