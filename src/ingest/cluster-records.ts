import { compareText, groupBy } from '../collections.ts';
import { IDENTITY_RULES, type IdentityRule } from '../model/identity.ts';
import type { TimedRecord } from '../model/timed-record.ts';
import { firstAuthorOf, titleKeyOf, yearOf } from './record-keys.ts';

/** A record with its key. */
export type IdentifiedRecord = { key: string; record: TimedRecord };

/** The records of one paper, and by which rule each belongs to it; null for a record that was there alone. */
export type Cluster = { records: IdentifiedRecord[]; rules: Map<string, IdentityRule | null> };

const ID_FACTS = {
  ARXIV_ID: 'arxivId',
  DOI: 'doi',
  OPENALEX_ID: 'openAlexId',
  SEMANTIC_SCHOLAR_ID: 'semanticScholarId',
} as const;

/** A preprint of December is an article of January. */
const MOST_YEARS_APART = 1;

/**
 * Sorts records into papers. Records that share an id, or a title with agreeing year and first author, are about one
 * paper, unless that would give the paper two ids of one kind or join what people have set apart. Stronger rules join
 * first, so the outcome depends on the records alone and not on their order. The records must be all that share a key
 * with one another.
 */
export function clusterRecords(records: readonly IdentifiedRecord[]): Cluster[] {
  const sorted = [...records].sort((a, b) => compareText(a.key, b.key));
  const clusterOf = new Map(sorted.map((record) => [record, [record]]));
  const ruleOf = new Map<string, IdentityRule>();
  for (const { rule, a, b } of sharedKeys(sorted)) {
    const [first, second] = [clusterOf.get(a) ?? [], clusterOf.get(b) ?? []];
    if (first !== second) {
      if (!mayBeOne(first, second, rule)) continue;
      first.push(...second);
      for (const moved of second) clusterOf.set(moved, first);
    }
    for (const { key } of [a, b]) if (!ruleOf.has(key)) ruleOf.set(key, rule);
  }
  return [...new Set(clusterOf.values())].map((cluster) => ({
    records: cluster.sort((a, b) => compareText(a.key, b.key)),
    rules: new Map(cluster.map(({ key }) => [key, ruleOf.get(key) ?? null])),
  }));
}

type SharedKey = { rule: IdentityRule; a: IdentifiedRecord; b: IdentifiedRecord };

/** Every pair of records that share a key, the strongest rule first. */
function sharedKeys(sorted: readonly IdentifiedRecord[]): SharedKey[] {
  return IDENTITY_RULES.flatMap((rule) => {
    const groups = groupBy(sorted, (record) => keyBy(rule, record.record));
    groups.delete(null);
    return [...groups.values()].flatMap((group) =>
      group.flatMap((a, index) =>
        group.slice(index + 1).flatMap((b) => (rule !== 'TITLE' || agree([a], [b]) ? [{ rule, a, b }] : [])),
      ),
    );
  });
}

function keyBy(rule: IdentityRule, record: TimedRecord): string | null {
  return rule === 'TITLE' ? titleKeyOf(record) : record[ID_FACTS[rule]];
}

function mayBeOne(
  first: readonly IdentifiedRecord[],
  second: readonly IdentifiedRecord[],
  rule: IdentityRule,
): boolean {
  const haveOneOfEach = Object.values(ID_FACTS).every((fact) => {
    const ids = new Set([...first, ...second].map(({ record }) => record[fact]));
    ids.delete(null);
    return ids.size <= 1;
  });
  const areSetApart = first.some((a) =>
    second.some((b) => a.record.apart.includes(b.key) || b.record.apart.includes(a.key)),
  );
  return haveOneOfEach && !areSetApart && (rule !== 'TITLE' || agree(first, second));
}

/**
 * A title is not enough: year and first author have to agree, as far as both sides tell them. It is the papers that must
 * agree and not two records of them, or a record without a year would join two papers of one title.
 */
function agree(first: readonly IdentifiedRecord[], second: readonly IdentifiedRecord[]): boolean {
  const fit = <Value>(
    valueOf: (record: TimedRecord) => Value | null,
    areAlike: (a: Value, b: Value) => boolean,
  ) => {
    const told = (records: readonly IdentifiedRecord[]) =>
      records.map(({ record }) => valueOf(record)).filter((value) => value !== null);
    const [a, b] = [told(first), told(second)];
    return a.length === 0 || b.length === 0 || a.some((one) => b.some((other) => areAlike(one, other)));
  };
  return fit(yearOf, (a, b) => Math.abs(a - b) <= MOST_YEARS_APART) && fit(firstAuthorOf, (a, b) => a === b);
}
