import { setNode, setPaper, setPaperText } from '../analysis/change-projection.ts';
import {
  createProjection,
  LINK_KINDS,
  targetOf,
  type LinkKind,
  type Projection,
  type WholeCounts,
} from '../analysis/projection.ts';
import { FIELD_BREAK } from '../analysis/text-index.ts';
import { storedStem } from '../model/search-text.ts';
import { neighboursOf } from '../analysis/adjacency.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import {
  paperCountsByLinks,
  paperIdsByLinks,
  paperTexts,
  textTotals,
  type LinkedKeys,
} from '../graph/statements/projection.ts';
import { OTHER_KINDS, readNodes, readPapers } from './read-papers.ts';

/** A projection of a part of the graph, with what of the whole has to be known. */
export type PartOfGraph = Projection & {
  counts: WholeCounts;
  /** The papers that were read: others have a number because papers that were read cite them. */
  readPapers: Set<string>;
};

/** The keys of what papers are linked to, by kind of link. */
export type KeysByKind = Record<LinkKind, Set<string>>;

const PARAMETERS = {
  TOPIC: 'topics',
  ORG: 'orgs',
  AUTHOR: 'authors',
  REPO: 'repos',
  CITATION: 'papers',
} as const satisfies Record<LinkKind, keyof LinkedKeys>;

/** A part without nodes. */
export async function createPart(store: GraphStore): Promise<PartOfGraph> {
  const [totals] = await store.run(textTotals, {});
  const { papers, texts, words } = totals ?? { papers: 0, texts: 0, words: 0 };
  const papersOf = {
    TOPIC: new Map(),
    ORG: new Map(),
    AUTHOR: new Map(),
    REPO: new Map(),
    CITATION: new Map(),
  };
  const counts = { papers, papersOf, textsOf: new Map(), averageTextLength: texts === 0 ? 0 : words / texts };
  return { ...createProjection(), counts, readPapers: new Set() };
}

/** Adds papers that were not read yet, with all their links: a fixed number of statements, and one more for their texts. */
export async function addPapers(
  store: GraphStore,
  part: PartOfGraph,
  paperIds: Iterable<string>,
  { withTexts = false }: { withTexts?: boolean } = {},
): Promise<void> {
  const ids = [...new Set(paperIds)].filter((id) => !part.readPapers.has(id));
  for (const facts of await readPapers(store, ids)) {
    setPaper(part, facts);
    part.readPapers.add(facts.id);
  }
  if (!withTexts) return;
  for (const { id, title, abstract } of await store.run(paperTexts, { ids })) {
    setPaperText(part, id, title, abstract);
  }
}

/** Takes the papers away that are only cited: the part has nothing of them but their numbers, by which they are cited. */
export function withoutUnreadPapers(part: PartOfGraph): Projection {
  const { numberOf, keys } = part.nodes.PAPER;
  for (const [id, paper] of numberOf) {
    if (part.readPapers.has(id)) continue;
    numberOf.delete(id);
    keys[paper] = '';
  }
  part.version += 1;
  return part;
}

/** The keys of what papers of the part are linked to. */
export function keysOfLinks(
  part: PartOfGraph,
  paperIds: Iterable<string>,
  kinds: readonly LinkKind[],
): KeysByKind {
  const keys = emptyKeys();
  for (const id of paperIds) {
    const paper = part.nodes.PAPER.numberOf.get(id);
    if (paper === undefined) continue;
    for (const kind of kinds) {
      const table = part.nodes[targetOf(kind)];
      for (const target of neighboursOf(part.links[kind].forward, paper)) {
        keys[kind].add(table.keys[target] ?? '');
      }
    }
  }
  return keys;
}

/** No keys of any kind. */
export function emptyKeys(): KeysByKind {
  return { TOPIC: new Set(), ORG: new Set(), AUTHOR: new Set(), REPO: new Set(), CITATION: new Set() };
}

/** Reads how many papers of the whole graph have each of the keys: one statement. */
export async function addCounts(store: GraphStore, part: PartOfGraph, keys: KeysByKind): Promise<void> {
  for (const { kind, key, papers } of await store.run(paperCountsByLinks, parametersOf(keys))) {
    const node = part.nodes[targetOf(kind)].numberOf.get(key);
    if (node !== undefined) part.counts.papersOf[kind].set(node, papers);
  }
}

/** Reads the names of topics, orgs, authors and repositories: one statement a kind. */
export async function addNames(store: GraphStore, part: PartOfGraph, keys: KeysByKind): Promise<void> {
  for (const kind of OTHER_KINDS) {
    for (const facts of await readNodes(store, kind, [...keys[kind]])) setNode(part, kind, facts);
  }
}

/**
 * The ids of papers that have one of the keys, at most so many: those of the rarest keys, for what few papers have tells
 * most. One statement. The counts of the keys have to be known.
 */
export async function findPapers(
  store: GraphStore,
  part: PartOfGraph,
  keys: KeysByKind,
  most: number,
): Promise<Set<string>> {
  const counted = LINK_KINDS.flatMap((kind) =>
    [...keys[kind]].map((key) => {
      const node = part.nodes[targetOf(kind)].numberOf.get(key);
      return { kind, key, papers: (node === undefined ? 0 : part.counts.papersOf[kind].get(node)) ?? 0 };
    }),
  );
  const chosen = emptyKeys();
  let total = 0;
  for (const { kind, key, papers } of counted.sort((a, b) => a.papers - b.papers)) {
    if (total > 0 && total + papers > most) break;
    chosen[kind].add(key);
    total += papers;
  }
  const rows = await store.run(paperIdsByLinks, parametersOf(chosen));
  return new Set(rows.flatMap(({ ids }) => ids.sort()).slice(0, most));
}

/**
 * Reads how many papers of the whole graph have each of the words, by number of the stem; those that are known are not asked
 * for again.
 */
export async function countWords(
  store: GraphStore,
  part: PartOfGraph,
  stems: Iterable<number>,
): Promise<void> {
  const { textsOf } = part.counts;
  const unknown = [...new Set(stems)].filter((stem) => stem !== FIELD_BREAK && !textsOf.has(stem));
  const words = unknown.map((stem) => storedStem(part.texts.stems[stem] ?? ''));
  const counted = await store.papersWithWords(words, 0);
  for (const [place, stem] of unknown.entries()) textsOf.set(stem, counted[place]?.papers ?? 0);
}

function parametersOf(keys: KeysByKind): LinkedKeys {
  const parameters: LinkedKeys = { topics: [], orgs: [], authors: [], repos: [], papers: [] };
  for (const kind of LINK_KINDS) parameters[PARAMETERS[kind]] = [...keys[kind]];
  return parameters;
}
