import { compareText, groupBy } from '../collections.ts';
import { IDENTITY_RULES, type IdentityRule } from '../model/identity.ts';
import type { PaperIds } from '../model/paper-ids.ts';
import { rankOfSource } from '../model/source.ts';
import type { TimedRecord } from '../model/timed-record.ts';
import { firstAuthorOf, titleKeyOf, yearOf } from './record-keys.ts';
import { MOST_YEARS_APART, titlePairs } from './title-pairs.ts';

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
const ID_KINDS = Object.values(ID_FACTS);

/**
 * Sorts records into papers. Records that share an id, or a title with agreeing year and first author, are about one
 * paper, unless that would give the paper two ids of one kind or join what people have set apart. Stronger rules join
 * first, then more trusted records: what could be about either of two papers that contradict one another joins the one
 * that the more trusted source tells of. So the outcome depends on the records alone and not on their order. The records
 * must be all that share a key with one another. The papers come in the order of their most trusted records.
 */
export function clusterRecords(records: readonly IdentifiedRecord[]): Cluster[] {
  const sorted = [...records].sort(compareTrust);
  const drafts = new Map(sorted.map((record) => [record, draftOf(record)]));
  const ruleOf = new Map<string, IdentityRule>();
  for (const { rule, a, b } of sharedKeys(sorted, drafts)) {
    const [first, second] = [drafts.get(a), drafts.get(b)];
    if (first === undefined || second === undefined) continue;
    if (first !== second) {
      if (!mayBeOne(first, second, rule)) continue;
      const [larger, smaller] =
        first.records.length < second.records.length ? [second, first] : [first, second];
      join(larger, smaller);
      for (const moved of smaller.records) drafts.set(moved, larger);
    }
    for (const { key } of [a, b]) if (!ruleOf.has(key)) ruleOf.set(key, rule);
  }
  return [...new Set(drafts.values())].map((draft) => ({
    records: draft.records.sort((a, b) => compareText(a.key, b.key)),
    rules: new Map(draft.records.map(({ key }) => [key, ruleOf.get(key) ?? null])),
  }));
}

/** Orders records by how far their sources are believed, the most trusted first; those of one source by their keys. */
function compareTrust(a: IdentifiedRecord, b: IdentifiedRecord): number {
  return rankOfSource(a.record.source) - rankOfSource(b.record.source) || compareText(a.key, b.key);
}

/** A paper in the making, and what its records say by which others may be about it. */
type Draft = {
  records: IdentifiedRecord[];
  ids: PaperIds;
  /** Which ids it has, a bit a kind. */
  idKinds: number;
  years: Set<number>;
  firstAuthors: Set<string>;
  /** The keys of records that are no part of it. */
  apart: Set<string>;
};

function draftOf(identified: IdentifiedRecord): Draft {
  const { record } = identified;
  const { arxivId, doi, openAlexId, semanticScholarId } = record;
  const ids = { arxivId, doi, openAlexId, semanticScholarId };
  const [year, firstAuthor] = [yearOf(record), firstAuthorOf(record)];
  return {
    records: [identified],
    ids,
    idKinds: ID_KINDS.reduce((bits, kind, index) => bits | (ids[kind] === null ? 0 : 1 << index), 0),
    years: new Set(year === null ? [] : [year]),
    firstAuthors: new Set(firstAuthor === null ? [] : [firstAuthor]),
    apart: new Set(record.apart),
  };
}

function join(draft: Draft, other: Draft): void {
  draft.records.push(...other.records);
  for (const kind of ID_KINDS) draft.ids[kind] ??= other.ids[kind];
  draft.idKinds |= other.idKinds;
  for (const year of other.years) draft.years.add(year);
  for (const author of other.firstAuthors) draft.firstAuthors.add(author);
  for (const key of other.apart) draft.apart.add(key);
}

type SharedKey = { rule: IdentityRule; a: IdentifiedRecord; b: IdentifiedRecord };

/** Pairs of records that share a key, the strongest rule first, and of each key those of the most trusted record first. */
function* sharedKeys(
  sorted: readonly IdentifiedRecord[],
  drafts: ReadonlyMap<IdentifiedRecord, Draft>,
): Generator<SharedKey> {
  // Papers that both have an id of a kind are two: were it the same id, it would have joined them by now if it could.
  const idKindsOf = (record: IdentifiedRecord) => drafts.get(record)?.idKinds ?? 0;
  for (const rule of IDENTITY_RULES) {
    const groups = groupBy(sorted, (record) => keyBy(rule, record.record));
    groups.delete(null);
    for (const group of groups.values()) {
      const pairs = rule === 'TITLE' ? titlePairs(group, idKindsOf) : allPairs(group);
      for (const [a, b] of pairs) yield { rule, a, b };
    }
  }
}

function keyBy(rule: IdentityRule, record: TimedRecord): string | null {
  return rule === 'TITLE' ? titleKeyOf(record) : record[ID_FACTS[rule]];
}

function* allPairs<Item>(group: readonly Item[]): Generator<[Item, Item]> {
  for (const [index, a] of group.entries()) for (const b of group.slice(index + 1)) yield [a, b];
}

function mayBeOne(first: Draft, second: Draft, rule: IdentityRule): boolean {
  const haveOneOfEach = ID_KINDS.every((kind) => {
    const [a, b] = [first.ids[kind], second.ids[kind]];
    return a === null || b === null || a === b;
  });
  return (
    haveOneOfEach &&
    (rule !== 'TITLE' || agree(first, second)) &&
    !isSetApart(first, second) &&
    !isSetApart(second, first)
  );
}

function isSetApart({ apart }: Draft, { records }: Draft): boolean {
  return apart.size > 0 && records.some(({ key }) => apart.has(key));
}

/**
 * A title is not enough: year and first author have to agree, as far as both sides tell them. It is the papers that must
 * agree and not two records of them, or a record without a year would join two papers of one title.
 */
function agree(first: Draft, second: Draft): boolean {
  return (
    fit(first.years, second.years, (a, b) => Math.abs(a - b) <= MOST_YEARS_APART) &&
    fit(first.firstAuthors, second.firstAuthors, (a, b) => a === b)
  );
}

function fit<Value>(
  first: ReadonlySet<Value>,
  second: ReadonlySet<Value>,
  areAlike: (a: Value, b: Value) => boolean,
): boolean {
  if (first.size === 0 || second.size === 0) return true;
  for (const a of first) for (const b of second) if (areAlike(a, b)) return true;
  return false;
}
