import { removeNode, setNode, setPaper, setPaperText } from '../analysis/change-projection.ts';
import {
  LINK_KINDS,
  targetOf,
  type LinkKind,
  type NodeKind,
  type PaperFacts,
  type Projection,
} from '../analysis/projection.ts';
import { neighboursOf } from '../analysis/adjacency.ts';
import { pagesOf } from '../collections.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { paperTexts } from '../graph/statements/projection.ts';
import type { Touched } from '../graph/touched.ts';
import { OTHER_KINDS, readNodes, readPapers } from './read-papers.ts';

/**
 * Brings a projection in step with what was written: reads the nodes that were touched, and those linked to what is gone, for
 * their links may lead elsewhere now. Nodes are taken away last, so that it can be done again where the store fails in
 * the middle.
 */
export async function applyChanges(
  store: GraphStore,
  projection: Projection,
  touched: Touched,
): Promise<void> {
  const papers = workList(touched.changed.PAPER ?? []);
  for (const kind of ['PAPER', ...OTHER_KINDS] as const) {
    for (const key of touched.deleted[kind] ?? []) {
      if (kind === 'PAPER') papers.add(key);
      addLinkedPapers(projection, kind, key, papers);
    }
  }
  const gone: [kind: NodeKind, key: string][] = [];
  const takeNodes = async (kind: (typeof OTHER_KINDS)[number], keys: readonly string[]) => {
    for (const key of await updateNodes(store, projection, kind, keys)) {
      gone.push([kind, key]);
      addLinkedPapers(projection, kind, key, papers);
    }
  };
  for (const kind of OTHER_KINDS) {
    await takeNodes(kind, [...(touched.changed[kind] ?? []), ...(touched.deleted[kind] ?? [])]);
  }
  const named = await updatePapers(store, projection, papers, new Set(touched.newTexts), (id) =>
    gone.push(['PAPER', id]),
  );
  for (const kind of OTHER_KINDS) await updateNodes(store, projection, kind, [...named[kind]]);
  for (const [kind, key] of gone) removeNode(projection, kind, key);
}

/** Reads nodes anew. Gives the keys of those that are not there any more. */
async function updateNodes(
  store: GraphStore,
  projection: Projection,
  kind: (typeof OTHER_KINDS)[number],
  keys: readonly string[],
): Promise<string[]> {
  const gone = new Set(keys);
  for (const page of pagesOf([...gone], store.pageSize)) {
    for (const node of await readNodes(store, kind, page)) {
      setNode(projection, kind, node);
      gone.delete(node.key);
    }
  }
  return [...gone];
}

type NamedNodes = Record<(typeof OTHER_KINDS)[number], Set<string>>;

/**
 * Reads papers anew, and more that turn out to be concerned, which are added to `papers`. Gives what they are linked to
 * that is not in the projection yet.
 */
async function updatePapers(
  store: GraphStore,
  projection: Projection,
  papers: WorkList,
  newTexts: ReadonlySet<string>,
  onGone: (id: string) => void,
): Promise<NamedNodes> {
  const named: NamedNodes = { TOPIC: new Set(), ORG: new Set(), AUTHOR: new Set(), REPO: new Set() };
  for (let ids = papers.take(store.pageSize); ids.length > 0; ids = papers.take(store.pageSize)) {
    const found = await readPapers(store, ids);
    const withNewText = found.filter((paper) => newTexts.has(paper.id) || hasNewTitle(projection, paper));
    const texts =
      withNewText.length > 0 ? await store.run(paperTexts, { ids: withNewText.map(({ id }) => id) }) : [];
    for (const paper of found) {
      addNamed(projection, paper, papers, named);
      setPaper(projection, paper);
    }
    for (const { id, title, abstract } of texts) setPaperText(projection, id, title, abstract);
    const there = new Set(found.map(({ id }) => id));
    for (const id of ids) {
      if (there.has(id)) continue;
      onGone(id);
      addLinkedPapers(projection, 'PAPER', id, papers);
    }
  }
  return named;
}

/** A paper that is new has a new title too. */
function hasNewTitle({ nodes, texts }: Projection, { id, title }: PaperFacts): boolean {
  const paper = nodes.PAPER.numberOf.get(id);
  return paper === undefined || nodes.PAPER.names[paper] !== title || (texts.lengths[paper] ?? 0) === 0;
}

/** Notes what a paper is linked to and the projection has not yet. */
function addNamed(
  { nodes }: Projection,
  { topics, orgs, authors, repos, cites }: PaperFacts,
  papers: WorkList,
  named: NamedNodes,
): void {
  const keysOf = { TOPIC: topics, ORG: orgs, AUTHOR: authors, REPO: repos };
  for (const kind of OTHER_KINDS) {
    for (const key of keysOf[kind]) if (!nodes[kind].numberOf.has(key)) named[kind].add(key);
  }
  for (const id of cites) if (!nodes.PAPER.numberOf.has(id)) papers.add(id);
}

/** Adds the papers that have a link to a node; of a paper, those that cite it. */
function addLinkedPapers({ nodes, links }: Projection, kind: NodeKind, key: string, papers: WorkList): void {
  const node = nodes[kind].numberOf.get(key);
  if (node === undefined) return;
  const isLeadingThere = (linkKind: LinkKind) => targetOf(linkKind) === kind;
  for (const linkKind of LINK_KINDS.filter(isLeadingThere)) {
    for (const paper of neighboursOf(links[linkKind].backward, node)) {
      const id = nodes.PAPER.keys[paper];
      if (id !== undefined) papers.add(id);
    }
  }
}

/** Ids, each to be worked on once however often it is added. */
type WorkList = { add: (id: string) => void; take: (count: number) => string[] };

function workList(ids: readonly string[]): WorkList {
  const known = new Set(ids);
  const waiting = [...known];
  return {
    add(id) {
      if (known.has(id)) return;
      known.add(id);
      waiting.push(id);
    },
    take: (count) => waiting.splice(0, count),
  };
}
