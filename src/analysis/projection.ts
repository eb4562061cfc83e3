import { unique } from '../collections.ts';
import { SOURCES, type Source } from '../model/source.ts';
import type { NodeKind } from '../model/node-kind.ts';
import { stemOf } from '../model/stem.ts';
import { foldedWords, searchWords, TITLE_WEIGHT } from '../model/search-text.ts';
import {
  addNeighbour,
  bytesOf,
  createAdjacency,
  grown,
  neighboursOf,
  pack,
  removeNeighbour,
  reversed,
  setNeighbours,
  type Adjacency,
} from './adjacency.ts';
import { createTextIndex, packTexts, removeText, setText, type TextIndex } from './text-index.ts';

export { NODE_KINDS, type NodeKind } from '../model/node-kind.ts';

/** What a paper is linked to. A `CITATION` leads to the paper that it cites. */
export const LINK_KINDS = ['TOPIC', 'ORG', 'AUTHOR', 'REPO', 'CITATION'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** The nodes of one kind. Each has a number, which it keeps as long as it is there and nobody gets after it. */
export type NodeTable = {
  /** The number of each key: a paper's id, a topic's key, an org's slug, an author's id, a repository's URL. */
  numberOf: Map<string, number>;
  /** The keys by number; empty where a node is gone. */
  keys: string[];
  /** The names to display by number: of a paper its title. */
  names: string[];
  /** The words of all names that a node has, unlike those of `texts` with what is too frequent to tell much. */
  words: TextIndex;
};

/** The links of one kind, in both directions. */
export type Links = {
  /** From a paper to what it is linked to: authors in the order of the paper, topics with their scores. */
  forward: Adjacency;
  /** From what papers are linked to, to the papers, in no order. */
  backward: Adjacency;
};

/** No day, no count: what is not known sorts last. */
export const UNKNOWN = -0x80_00_00_00;

/** What papers are filtered and ordered by, by number of the paper. */
export type PaperColumns = {
  /** Days since 1970-01-01, or `UNKNOWN`. */
  publishedOn: Int32Array;
  /** Upvotes, or `UNKNOWN`. */
  upvotes: Int32Array;
  /** Comments, or `UNKNOWN`. */
  commentCount: Int32Array;
  /** Upvotes a day, or NaN. */
  upvotesPerDay: Float64Array;
  /** One bit for each source that says something of the paper, by its place in `SOURCES`. */
  sources: Uint32Array;
};

/**
 * A copy of the graph in memory, made for questions about many papers at once: links in compressed sparse rows, what
 * papers are filtered by in typed arrays, and their words.
 *
 * It may hold a part of the graph only; `counts` then tells what of the whole has to be known beside that part.
 */
export type Projection = {
  nodes: Record<NodeKind, NodeTable>;
  links: Record<LinkKind, Links>;
  papers: PaperColumns;
  /** The words of titles and abstracts by number of the paper. */
  texts: TextIndex;
  /** Null where the projection holds the whole graph. */
  counts: WholeCounts | null;
  /** Counts the changes, so that what was derived from a former state is known to be old. */
  version: number;
  /** The numbers of papers that were set or removed, in this order: who keeps them in an order has to move these. */
  changedPapers: number[];
};

/** What the whole graph counts, where a projection holds a part of it only. */
export type WholeCounts = {
  papers: number;
  /** How many papers each topic, org, author and repository has, and how many cite a paper, by number of the node. */
  papersOf: Record<LinkKind, Map<number, number>>;
  /** How many texts have a stem, by number of the stem, and how many words a text has on average. */
  textsOf: Map<number, number>;
  averageTextLength: number;
};

/** A paper as the graph has it. */
export type PaperFacts = {
  id: string;
  title: string;
  /** `YYYY-MM-DD`. */
  publishedOn: string | null;
  upvotes: number | null;
  commentCount: number | null;
  upvotesPerDay: number | null;
  sources: readonly Source[];
  /** By key, each with its score in `topicScores`. */
  topics: readonly string[];
  topicScores: readonly number[];
  /** By slug. */
  orgs: readonly string[];
  /** By id, in the order of the paper. */
  authors: readonly string[];
  /** By URL. */
  repos: readonly string[];
  /** The ids of the papers that it cites. */
  cites: readonly string[];
};

/** A topic, org, author or repository as the graph has it. */
export type NodeFacts = { key: string; name: string; otherNames: readonly string[] };

const MS_PER_DAY = 86_400_000;

/** A projection without nodes. */
export function createProjection(): Projection {
  const table = (): NodeTable => ({
    numberOf: new Map(),
    keys: [],
    names: [],
    words: createTextIndex(stemOf),
  });
  const links = (): Links => ({ forward: createAdjacency(null), backward: createAdjacency(null) });
  return {
    nodes: { PAPER: table(), TOPIC: table(), ORG: table(), AUTHOR: table(), REPO: table() },
    links: {
      TOPIC: { forward: createAdjacency(new Float32Array(0)), backward: createAdjacency(null) },
      ORG: links(),
      AUTHOR: links(),
      REPO: links(),
      CITATION: links(),
    },
    papers: {
      publishedOn: new Int32Array(0),
      upvotes: new Int32Array(0),
      commentCount: new Int32Array(0),
      upvotesPerDay: new Float64Array(0),
      sources: new Uint32Array(0),
    },
    texts: createTextIndex(stemOf),
    counts: null,
    version: 0,
    changedPapers: [],
  };
}

/** The kind of node that links of a kind lead to. */
export function targetOf(kind: LinkKind): NodeKind {
  return kind === 'CITATION' ? 'PAPER' : kind;
}

/** Puts a paper into the projection, or what it is now in place of what it was. Nodes that it names are made where missing. */
export function setPaper(projection: Projection, facts: PaperFacts): void {
  const paper = numberFor(projection.nodes.PAPER, facts.id);
  setName(projection.nodes.PAPER, paper, facts.title, []);
  setColumns(projection, paper, facts);
  setLinks(projection, 'TOPIC', paper, facts.topics, facts.topicScores);
  setLinks(projection, 'ORG', paper, facts.orgs);
  setLinks(projection, 'AUTHOR', paper, facts.authors);
  setLinks(projection, 'REPO', paper, facts.repos);
  setLinks(projection, 'CITATION', paper, facts.cites);
  markChanged(projection, paper);
}

/**
 * Puts a paper into a projection that is being made, as `setPaper` does, but twice as fast: what papers are linked to knows
 * them, and their titles have words, only when `finishProjection` and `addPaperText` have been called.
 */
export function addPaper(projection: Projection, facts: PaperFacts): void {
  const table = projection.nodes.PAPER;
  const paper = numberFor(table, facts.id);
  table.names[paper] = facts.title;
  setColumns(projection, paper, facts);
  addLinks(projection, 'TOPIC', paper, facts.topics, facts.topicScores);
  addLinks(projection, 'ORG', paper, facts.orgs);
  addLinks(projection, 'AUTHOR', paper, facts.authors);
  addLinks(projection, 'REPO', paper, facts.repos);
  addLinks(projection, 'CITATION', paper, facts.cites);
}

/** Puts the words of a paper that `addPaper` has put there into a projection that is being made. */
export function addPaperText(
  projection: Projection,
  id: string,
  title: string,
  abstract: string | null,
): void {
  const table = projection.nodes.PAPER;
  setName(table, numberFor(table, id), title, []);
  setPaperText(projection, id, title, abstract);
}

/** Ends the making of a projection: leads links back, and gives back memory that was kept for what might have come. */
export function finishProjection(projection: Projection): void {
  for (const links of Object.values(projection.links)) links.backward = reversed(links.forward);
  packProjection(projection);
  projection.version += 1;
}

function setColumns({ papers }: Projection, paper: number, facts: PaperFacts): void {
  papers.publishedOn = withValue(papers.publishedOn, paper, dayOf(facts.publishedOn));
  papers.upvotes = withValue(papers.upvotes, paper, facts.upvotes ?? UNKNOWN);
  papers.commentCount = withValue(papers.commentCount, paper, facts.commentCount ?? UNKNOWN);
  papers.upvotesPerDay = withValue(papers.upvotesPerDay, paper, facts.upvotesPerDay ?? Number.NaN);
  papers.sources = withValue(papers.sources, paper, bitsOf(facts.sources));
}

/** Puts the words of a paper that is there into the projection. */
export function setPaperText(
  projection: Projection,
  id: string,
  title: string,
  abstract: string | null,
): void {
  const paper = numberFor(projection.nodes.PAPER, id);
  setText(projection.texts, paper, [
    { words: searchWords(title), weight: TITLE_WEIGHT },
    { words: searchWords(abstract ?? ''), weight: 1 },
  ]);
  projection.version += 1;
}

/** Puts a node that papers are linked to into the projection, or what it is now in place of what it was. */
export function setNode(projection: Projection, kind: Exclude<NodeKind, 'PAPER'>, facts: NodeFacts): void {
  const table = projection.nodes[kind];
  setName(table, numberFor(table, facts.key), facts.name, facts.otherNames);
  projection.version += 1;
}

/** Takes a node and its links out of the projection. Does nothing where it is not there. */
export function removeNode(projection: Projection, kind: NodeKind, key: string): void {
  const table = projection.nodes[kind];
  const node = table.numberOf.get(key);
  if (node === undefined) return;
  for (const linkKind of LINK_KINDS) {
    const { forward, backward } = projection.links[linkKind];
    if (kind === 'PAPER') {
      for (const target of neighboursOf(forward, node)) removeNeighbour(backward, target, node);
      setNeighbours(forward, node, []);
    }
    if (kind === targetOf(linkKind)) {
      for (const paper of neighboursOf(backward, node)) removeNeighbour(forward, paper, node);
      setNeighbours(backward, node, []);
    }
  }
  table.numberOf.delete(key);
  table.keys[node] = '';
  table.names[node] = '';
  removeText(table.words, node);
  if (kind === 'PAPER') {
    removeText(projection.texts, node);
    markChanged(projection, node);
  }
  projection.version += 1;
}

function packProjection({ nodes, links, texts }: Projection): void {
  for (const { forward, backward } of Object.values(links)) {
    pack(forward);
    pack(backward);
  }
  for (const { words } of Object.values(nodes)) packTexts(words);
  packTexts(texts);
}

/** How many nodes and links a projection has, and how many bytes its arrays take: links, columns, words. Strings are not counted. */
export function sizeOf({ nodes, links, papers, texts }: Projection): {
  nodes: number;
  links: number;
  /** Of the links in both directions. */
  linkBytes: number;
  bytes: number;
} {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const linkBytes = sum(
    Object.values(links).map(({ forward, backward }) => bytesOf(forward) + bytesOf(backward)),
  );
  const words = [texts, ...Object.values(nodes).map((table) => table.words)];
  return {
    nodes: sum(Object.values(nodes).map(({ numberOf }) => numberOf.size)),
    links: sum(Object.values(links).map(({ forward }) => forward.size)),
    linkBytes,
    bytes:
      linkBytes +
      sum(Object.values(papers).map((column) => column.byteLength)) +
      sum(words.map((index) => bytesOf(index.sequences) + bytesOf(index.texts) + index.lengths.byteLength)),
  };
}

/** Whether a paper of a number is there, and not gone. */
export function isThere({ keys }: NodeTable, node: number): boolean {
  return (keys[node] ?? '') !== '';
}

/** How many papers the whole graph has. */
export function paperCountOf({ nodes, counts }: Projection): number {
  return counts?.papers ?? nodes.PAPER.numberOf.size;
}

/** How many papers of the whole graph are linked to a node. */
export function degreeInGraph({ links, counts }: Projection, kind: LinkKind, node: number): number {
  return counts?.papersOf[kind].get(node) ?? links[kind].backward.lengths[node] ?? 0;
}

/** The day of a `publishedOn`, as `YYYY-MM-DD`; null for `UNKNOWN`. */
export function dateOfDay(day: number): string | null {
  return day === UNKNOWN ? null : new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The days from 1970-01-01 to a day, or `UNKNOWN` for null. */
export function dayOf(date: string | null): number {
  return date === null ? UNKNOWN : Date.parse(date) / MS_PER_DAY;
}

function numberFor(table: NodeTable, key: string): number {
  const known = table.numberOf.get(key);
  if (known !== undefined) return known;
  const number = table.keys.length;
  table.numberOf.set(key, number);
  table.keys.push(key);
  table.names.push(key);
  return number;
}

function setName(table: NodeTable, node: number, name: string, otherNames: readonly string[]): void {
  table.names[node] = name;
  const fields = [name, ...otherNames].map((text) => ({ words: foldedWords(text), weight: 1 }));
  setText(table.words, node, fields);
}

function setLinks(
  projection: Projection,
  kind: LinkKind,
  paper: number,
  keys: readonly string[],
  values?: readonly number[],
): void {
  const { forward, backward } = projection.links[kind];
  const targets = targetsOf(projection, kind, keys);
  const former = neighboursOf(forward, paper);
  for (const target of former) if (!targets.includes(target)) removeNeighbour(backward, target, paper);
  for (const target of targets) if (!former.includes(target)) addNeighbour(backward, target, paper);
  setNeighbours(forward, paper, targets, valuesOnce(keys, targets, values));
}

function addLinks(
  projection: Projection,
  kind: LinkKind,
  paper: number,
  keys: readonly string[],
  values?: readonly number[],
): void {
  if (keys.length === 0) return;
  const targets = targetsOf(projection, kind, keys);
  setNeighbours(projection.links[kind].forward, paper, targets, valuesOnce(keys, targets, values));
}

/** The numbers of what keys stand for, each once: somebody may stand twice in a list of authors. */
function targetsOf(projection: Projection, kind: LinkKind, keys: readonly string[]): readonly number[] {
  const table = projection.nodes[targetOf(kind)];
  const targets: number[] = [];
  let hasTwice = false;
  for (const key of keys) {
    const known = table.keys.length;
    const target = numberFor(table, key);
    // What a citation leads to may be known by its id only.
    if (kind === 'CITATION' && target === known) setColumns(projection, target, UNKNOWN_PAPER);
    hasTwice ||= keys.length < FEW ? targets.includes(target) : false;
    targets.push(target);
  }
  return hasTwice || keys.length >= FEW ? unique(targets) : targets;
}

/** The values beside targets: of a key that stands there twice, the first one. */
function valuesOnce(
  keys: readonly string[],
  targets: readonly number[],
  values: readonly number[] | undefined,
): readonly number[] | undefined {
  if (values === undefined || keys.length === targets.length) return values;
  return values.filter((_, place) => keys.indexOf(keys[place] ?? '') === place);
}

/** So many are looked through faster than a set of them is made. */
const FEW = 16;

const UNKNOWN_PAPER: PaperFacts = {
  id: '',
  title: '',
  publishedOn: null,
  upvotes: null,
  commentCount: null,
  upvotesPerDay: null,
  sources: [],
  topics: [],
  topicScores: [],
  orgs: [],
  authors: [],
  repos: [],
  cites: [],
};

/** Only so many changes are remembered: who is behind that makes an order anew. */
const MOST_CHANGES = 100_000;

function markChanged(projection: Projection, paper: number): void {
  if (projection.changedPapers.length >= MOST_CHANGES) projection.changedPapers = [];
  projection.changedPapers.push(paper);
  projection.version += 1;
}

function withValue<A extends Int32Array | Float64Array | Uint32Array>(
  array: A,
  place: number,
  value: number,
): A {
  const roomy = grown(array, place + 1);
  roomy[place] = value;
  return roomy;
}

function bitsOf(sources: readonly Source[]): number {
  return sources.reduce((bits, source) => bits | (1 << SOURCES.indexOf(source)), 0);
}
