import { unique } from '../collections.ts';
import { foldedWords, searchWords, TITLE_WEIGHT } from '../model/search-text.ts';
import { SOURCES, type Source } from '../model/source.ts';
import {
  addNeighbour,
  grown,
  neighboursOf,
  pack,
  removeInOrder,
  removeNeighbour,
  reversed,
  setNeighbours,
} from './adjacency.ts';
import {
  dayOf,
  LINK_KINDS,
  targetOf,
  UNKNOWN,
  type LinkKind,
  type NodeFacts,
  type NodeKind,
  type NodeTable,
  type PaperFacts,
  type Projection,
} from './projection.ts';
import { packTexts, removeText, setText } from './text-index.ts';

/** Puts a paper into the projection, or what it is now in place of what it was. Nodes that it names are made where missing. */
export function setPaper(projection: Projection, facts: PaperFacts): void {
  const paper = numberFor(projection.nodes.PAPER, facts.id);
  setName(projection.nodes.PAPER, paper, facts.title, []);
  setColumns(projection, paper, facts);
  putLinks(projection, paper, facts, setLinks);
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
  putLinks(projection, paper, facts, addLinks);
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
      for (const paper of neighboursOf(backward, node)) removeInOrder(forward, paper, node);
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

function putLinks(
  projection: Projection,
  paper: number,
  { topics, topicScores, orgs, authors, repos, cites }: PaperFacts,
  put: typeof setLinks,
): void {
  put(projection, 'TOPIC', paper, topics, topicScores);
  put(projection, 'ORG', paper, orgs);
  put(projection, 'AUTHOR', paper, authors);
  put(projection, 'REPO', paper, repos);
  put(projection, 'CITATION', paper, cites);
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
