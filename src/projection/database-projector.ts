import { LINK_KINDS, type Projection } from '../analysis/projection.ts';
import { weightiestWords } from '../analysis/related/text-vectors.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { storedStem } from '../model/search-text.ts';
import {
  addCounts,
  addNames,
  addPapers,
  countWords,
  createPart,
  emptyKeys,
  findPapers,
  keysOfLinks,
  type KeysByKind,
  type PartOfGraph,
  withoutUnreadPapers,
} from './part-of-graph.ts';
import { projectMentioning } from './project-mentioning.ts';
import { projectMatching } from './project-matching.ts';
import { readNodes } from './read-papers.ts';
import type { FollowingProjector, NodeRef, Projector } from './projector.ts';

/** How many papers one question is answered from at most. */
export const MOST_PAPERS = 20_000;

/**
 * Makes a projection for each question out of what the database finds around it: for graphs that are larger than memory.
 * The number of statements depends on the question, not on how many papers it is about. What is found is bounded, those
 * with the rarest topics, orgs and so on first; as long as the bound does not bite, answers equal those in memory.
 */
export function databaseProjector(store: GraphStore, most = MOST_PAPERS): FollowingProjector {
  const forRequest = (requestStore: GraphStore): Projector => ({
    matching: (filter) => projectMatching(requestStore, filter, most),
    relatedTo: (ids, options) => projectRelated(requestStore, ids, options, most),
    around: (nodes, options) => projectAround(requestStore, nodes, options, most),
    all: (kind) => projectMentioning(requestStore, [''], [kind], most),
    mentioning: (words, kinds) => projectMentioning(requestStore, words, kinds, most),
    async namesOf(kind, keys) {
      const nodes = await readNodes(requestStore, kind, [...keys]);
      const names = new Map(nodes.map(({ key, name }) => [key, name]));
      return keys.map((key) => names.get(key) ?? '');
    },
  });
  return {
    ...forRequest(store),
    forRequest,
    // Each question asks the database, so there is nothing to keep in step.
    start() {},
    progress: () => null,
    catchUp: async () => {},
    stop: async () => {},
  };
}

async function projectRelated(
  store: GraphStore,
  paperIds: readonly string[],
  { kinds, byText, withTexts }: Parameters<Projector['relatedTo']>[1],
  most: number,
): Promise<Projection> {
  const part = await createPart(store);
  await addPapers(store, part, paperIds, { withTexts });
  const shared = keysOfLinks(part, paperIds, kinds);
  const adjacent = kinds.includes('CITATION')
    ? await addAdjacent(store, part, paperIds, withTexts, most)
    : [];
  if (kinds.includes('CITATION')) shared.CITATION = new Set([...paperIds, ...adjacent]);
  await addCounts(store, part, shared);

  const candidates = await findPapers(store, part, shared, most);
  for (const id of keysOfLinks(part, adjacent, ['CITATION']).CITATION) candidates.add(id);
  if (byText) {
    for (const id of await findPapersByWords(store, part, paperIds, most)) candidates.add(id);
  }
  await addPapers(store, part, candidates, { withTexts });
  const counted = keysOfLinks(part, part.readPapers, kinds);
  if (kinds.includes('CITATION')) for (const id of part.readPapers) counted.CITATION.add(id);
  await addCounts(store, part, counted);
  await addNames(store, part, shared);
  if (byText) await countWords(store, part, part.texts.stems.keys());
  return withoutUnreadPapers(part);
}

/** Adds the papers that some papers cite, and those that cite them; what these are linked to is two citations away. */
async function addAdjacent(
  store: GraphStore,
  part: PartOfGraph,
  paperIds: readonly string[],
  withTexts: boolean,
  most: number,
): Promise<string[]> {
  const adjacent = keysOfLinks(part, paperIds, ['CITATION']).CITATION;
  const citing = await findPapers(store, part, { ...emptyKeys(), CITATION: new Set(paperIds) }, most);
  for (const id of citing) adjacent.add(id);
  await addPapers(store, part, adjacent, { withTexts });
  return [...adjacent];
}

/** The papers that have one of the weightiest words of some papers, at most so many, those of the rarest words. */
async function findPapersByWords(
  store: GraphStore,
  part: PartOfGraph,
  paperIds: readonly string[],
  most: number,
): Promise<string[]> {
  await countWords(store, part, part.texts.stems.keys());
  const { numberOf } = part.nodes.PAPER;
  const stems = new Set(
    paperIds
      .flatMap((id) => numberOf.get(id) ?? [])
      .flatMap((paper) => weightiestWords(part, paper).map(([stem]) => stem)),
  );
  const countOf = (stem: number) => part.counts.textsOf.get(stem) ?? 0;
  const rarestFirst = [...stems].sort((a, b) => countOf(a) - countOf(b));
  const words = rarestFirst.map((stem) => storedStem(part.texts.stems[stem] ?? ''));
  const found = await store.papersWithWords(words, most);
  return found.flatMap(({ ids }) => ids).slice(0, most);
}

async function projectAround(
  store: GraphStore,
  nodes: readonly NodeRef[],
  { kinds, steps, withTexts = false }: Parameters<Projector['around']>[1],
  most: number,
): Promise<Projection> {
  const part = await createPart(store);
  const papers = new Set(nodes.filter(({ kind }) => kind === 'PAPER').map(({ key }) => key));
  await addPapers(store, part, papers, { withTexts });
  const start = keysOfNodes(nodes);
  await addNames(store, part, start);
  await addCounts(store, part, start);
  const seen = emptyKeys();
  let frontier = { papers: [...papers], keys: newKeys(seen, start) };
  for (let step = 0; step < steps && papers.size < most; step += 1) {
    const { keys } = frontier;
    if (kinds.includes('CITATION')) keys.CITATION = new Set(frontier.papers);
    await addCounts(store, part, keys);
    const found = await findPapers(store, part, keys, most - papers.size);
    const next = keysOfLinks(part, frontier.papers, kinds);
    for (const id of next.CITATION) found.add(id);
    const newPapers = [...found].filter((id) => !papers.has(id));
    await addPapers(store, part, newPapers, { withTexts });
    for (const id of newPapers) papers.add(id);
    frontier = { papers: newPapers, keys: newKeys(seen, { ...next, CITATION: new Set() }) };
  }
  const all = keysOfLinks(part, papers, kinds);
  await addCounts(store, part, all);
  await addNames(store, part, all);
  return withoutUnreadPapers(part);
}

function keysOfNodes(nodes: readonly NodeRef[]): KeysByKind {
  const keys = emptyKeys();
  for (const { kind, key } of nodes) if (kind !== 'PAPER') keys[kind].add(key);
  return keys;
}

/** Those keys that were not seen yet; from then on they are. */
function newKeys(seen: KeysByKind, keys: KeysByKind): KeysByKind {
  const fresh = emptyKeys();
  for (const kind of LINK_KINDS) {
    for (const key of keys[kind]) {
      if (seen[kind].has(key)) continue;
      seen[kind].add(key);
      fresh[kind].add(key);
    }
  }
  return fresh;
}
