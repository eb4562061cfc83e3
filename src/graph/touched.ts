import { z } from 'zod';
import { NODE_KINDS } from '../model/node-kind.ts';

const keys = z.array(z.string()).optional();
const keysOfKinds = z.strictObject({ PAPER: keys, TOPIC: keys, ORG: keys, AUTHOR: keys, REPO: keys });

/**
 * Which nodes a write is about, by key: a paper's id, a topic's key, an org's slug, an author's id, a repository's URL. A
 * link belongs to the paper that it starts from or leads to; a citation to the citing one.
 */
export const touched = z.strictObject({
  /** Nodes that may be new, gone, changed or linked to others than before. */
  changed: keysOfKinds,
  /** Nodes that may be gone with all their links, whoever has the key afterwards. */
  deleted: keysOfKinds,
  /** Papers whose title or abstract may be another. */
  newTexts: z.array(z.string()),
});
export type Touched = z.infer<typeof touched>;

/** What a statement says of its write; what it leaves out, it does not touch. */
export type Touches = Partial<Touched>;

/** How many keys there are, those that stand there several times counted as often. */
export function touchedCount({ changed, deleted, newTexts }: Touched): number {
  const countOf = (part: Touched['changed']) =>
    NODE_KINDS.reduce((sum, kind) => sum + (part[kind]?.length ?? 0), 0);
  return countOf(changed) + countOf(deleted) + newTexts.length;
}

/** What several writes touch together, each key once. */
export function joinTouched(parts: readonly Touches[]): Touched {
  const joined = (keysOf: (part: Touches) => readonly string[] | undefined) => [
    ...new Set(parts.flatMap((part) => keysOf(part) ?? [])),
  ];
  const byKind = (which: 'changed' | 'deleted') =>
    Object.fromEntries(
      NODE_KINDS.map((kind) => [kind, joined((part) => part[which]?.[kind])] as const).filter(
        ([, found]) => found.length > 0,
      ),
    );
  return {
    changed: byKind('changed'),
    deleted: byKind('deleted'),
    newTexts: joined((part) => part.newTexts),
  };
}

/** For a statement each of whose rows is about a link of a paper. */
export function touchesPapers({ rows }: { rows: readonly { paperId: string }[] }): Touches {
  return { changed: { PAPER: rows.map((row) => row.paperId) } };
}
