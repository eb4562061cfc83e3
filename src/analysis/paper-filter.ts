import type { Source } from '../model/source.ts';

/**
 * Which papers are meant: a condition, or conditions joined. A condition on what is not known, such as a date, does
 * not hold.
 */
export type PaperFilter =
  /** All of them hold; of none, every paper. */
  | { all: readonly PaperFilter[] }
  /** At least one holds; of none, no paper. */
  | { any: readonly PaperFilter[] }
  | { not: PaperFilter }
  /** Has a topic, by key. */
  | { topic: string }
  /** Comes from an org, by slug. */
  | { org: string }
  /** Is by an author, by id. */
  | { author: string }
  | { source: Source }
  | { hasRepo: boolean }
  | { minUpvotes: number }
  | { maxUpvotes: number }
  /** Published on this day or later, `YYYY-MM-DD`. */
  | { since: string }
  /** Published on this day or earlier. */
  | { until: string }
  /** Its title or abstract has these words one behind the other, stop words aside; forms of a word are the same. */
  | { phrase: readonly string[] };

/** Whether the words of papers are needed to tell which ones pass. */
export function asksForWords(filter: PaperFilter): boolean {
  if ('all' in filter) return filter.all.some(asksForWords);
  if ('any' in filter) return filter.any.some(asksForWords);
  return 'not' in filter ? asksForWords(filter.not) : 'phrase' in filter;
}
