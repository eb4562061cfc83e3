import type { NodeKind, Projection } from '../analysis/projection.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import {
  authorIdsLike,
  orgSlugsLike,
  paperIdsLike,
  repoUrlsLike,
  topicKeysLike,
} from '../graph/statements/projection.ts';
import { stemOf } from '../model/stem.ts';
import {
  addCounts,
  addNames,
  addPapers,
  countWords,
  createPart,
  emptyKeys,
  type PartOfGraph,
  withoutUnreadPapers,
} from './part-of-graph.ts';

/** Forms of a word differ in their ends; so many letters at its beginning are the same in all of them. */
const SAME_LETTERS = 3;

const LIKE = { TOPIC: topicKeysLike, ORG: orgSlugsLike, AUTHOR: authorIdsLike, REPO: repoUrlsLike };

/**
 * Projects what has words that begin like the given ones, at most so many of a kind: what has most papers, and the newest
 * papers. Where nothing has one of the words, what has words with the same first letter is added, for it may be a slip.
 */
export async function projectMentioning(
  store: GraphStore,
  words: readonly string[],
  kinds: readonly NodeKind[],
  most: number,
): Promise<Projection> {
  const part = await createPart(store);
  const plain = words.map((word) => word.replace(/\*$/, ''));
  await addNodesLike(
    store,
    part,
    plain.map((word) => word.slice(0, SAME_LETTERS)),
    kinds,
    most,
  );
  const unknown = words.filter((word) => !word.endsWith('*') && !isKnown(part, word, kinds));
  if (unknown.length > 0)
    await addNodesLike(
      store,
      part,
      unknown.map((word) => word.slice(0, 1)),
      kinds,
      most,
    );
  if (kinds.includes('PAPER'))
    await countWords(
      store,
      part,
      plain.flatMap((word) => part.texts.stemOf.get(word) ?? []),
    );
  return withoutUnreadPapers(part);
}

async function addNodesLike(
  store: GraphStore,
  part: PartOfGraph,
  beginnings: string[],
  kinds: readonly NodeKind[],
  most: number,
): Promise<void> {
  const keys = emptyKeys();
  for (const kind of kinds) {
    if (kind === 'PAPER') {
      const rows = await store.run(paperIdsLike, { beginnings, most });
      await addPapers(
        store,
        part,
        rows.map(({ key }) => key),
        { withTexts: true },
      );
    } else {
      for (const { key } of await store.run(LIKE[kind], { beginnings, most })) keys[kind].add(key);
    }
  }
  await addNames(store, part, keys);
  await addCounts(store, part, keys);
}

function isKnown({ texts, nodes }: Projection, word: string, kinds: readonly NodeKind[]): boolean {
  const stem = stemOf(word);
  return kinds
    .map((kind) => (kind === 'PAPER' ? texts : nodes[kind].words))
    .some((index) => (index.texts.lengths[index.numberOf.get(stem) ?? -1] ?? 0) > 0);
}
