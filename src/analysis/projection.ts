import type { NodeKind } from '../model/node-kind.ts';
import type { Source } from '../model/source.ts';
import { stemOf } from '../model/stem.ts';
import { bytesOf, createAdjacency, type Adjacency } from './adjacency.ts';
import { createTextIndex, type TextIndex } from './text-index.ts';

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

export const MS_PER_DAY = 86_400_000;

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
  return day === UNKNOWN ? null : dateOf(day);
}

/** A day that is known, counted from 1970-01-01, as `YYYY-MM-DD`. */
export function dateOf(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The days from 1970-01-01 to a day, or `UNKNOWN` for null. */
export function dayOf(date: string | null): number {
  return date === null ? UNKNOWN : Date.parse(date) / MS_PER_DAY;
}
