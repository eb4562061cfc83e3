import * as fc from 'fast-check';
import type { AuthorMention } from '../../src/model/author.ts';
import type { OrgMention } from '../../src/model/org.ts';
import { paperRecord, type PaperRecord, type PaperRecordInput } from '../../src/model/paper.ts';
import { parseRepoUrl, type RepoMention } from '../../src/model/repo.ts';
import { stampRecord } from '../../src/ingest/merge-records.ts';
import type { TimedRecord } from '../../src/model/timed-record.ts';

// The same cases in every run, unless other ones are asked for.
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });

/** The moment at which tests read their sources. */
export const READ_AT = '2026-01-01T00:00:00.000Z';

/** A record that says nothing but what a test is about. */
export function recordOf(said: Partial<PaperRecordInput> = {}): PaperRecord {
  return paperRecord.parse({ source: 'hf', title: 'A title', ...said });
}

/** A record that says nothing but what a test is about, said when the tests read their sources or at another time. */
export function timedRecordOf(said: Partial<PaperRecordInput> = {}): TimedRecord {
  return stampRecord(recordOf(said), READ_AT);
}

/** An author of whom nothing is known but what a test is about. */
export function authorOf(name: string, ids: Partial<AuthorMention> = {}): AuthorMention {
  return { name, orcid: null, openAlexId: null, semanticScholarId: null, hfUser: null, ...ids };
}

/** A made-up ORCID with a number of at most four digits. */
export function orcidOf(number: number): string {
  return `0000-0000-0000-${String(number).padStart(4, '0')}`;
}

/** An organisation of which nothing is known but what a test is about. */
export function orgOf(slug: string, name: string, more: Partial<OrgMention> = {}): OrgMention {
  return { slug, name, ror: null, country: null, source: 'organization', ...more };
}

/** A repository that a source gives a paper. */
export function repoOf(
  url: string,
  where: Partial<Pick<RepoMention, 'source' | 'confidence'>> = {},
): RepoMention {
  const repo = parseRepoUrl(url);
  if (repo === null) throw new Error(`expected the URL of a repository, but got "${url}"`);
  return { ...repo, source: 'abstract', confidence: 0.9, ...where };
}

/** Items in any order. */
export function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}

/** Items in an order that a number decides, the same on every machine. */
export function shuffledBy<Item>(seed: number, items: readonly Item[]): Item[] {
  return fc.sample(shuffled(items), { seed, numRuns: 1 })[0] ?? [];
}

/** Numbers that look random and are the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  // The linear congruential generator of Numerical Recipes.
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
