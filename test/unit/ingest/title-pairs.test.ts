import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuthorMention } from '../../../src/model/author.ts';
import { SOURCES, rankOfSource } from '../../../src/model/source.ts';
import { clusterRecords, type IdentifiedRecord } from '../../../src/ingest/cluster-records.ts';
import { firstAuthorOf, titleKeyOf, yearOf } from '../../../src/ingest/record-keys.ts';
import { titlePairs } from '../../../src/ingest/title-pairs.ts';
import { authorOf, timedRecordOf } from '../../support/records.ts';

const S2 = ['a'.repeat(40), 'b'.repeat(40)];
const mostly = <Value>(...values: Value[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...values) });
const perhaps = <Value>(...values: Value[]) => fc.constantFrom(null, ...values);

const facts = fc.record({
  source: fc.constantFrom(...SOURCES),
  title: fc.constantFrom('Editorial', 'Editorial', 'Editorial', 'Introduction'),
  arxivId: mostly('2401.00001', '2401.00002', '2401.00003', '2401.00004'),
  doi: mostly('10.1000/1', '10.1000/2', '10.1000/3'),
  openAlexId: mostly('W1', 'W2'),
  semanticScholarId: mostly(...S2),
  publishedOn: perhaps('2020', '2021-03', '2022-12-31', '2023', '2025'),
  authors: fc.constantFrom<AuthorMention[]>(
    [],
    [authorOf('Ada Lovelace')],
    [authorOf('A. LOVELACE')],
    [authorOf('Emmy Noether')],
    [authorOf('·')],
  ),
  apart: fc.oneof(
    { weight: 6, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.constantFrom<string[]>(['r1'], ['r2', 'r5']) },
  ),
});

const sameTitles = fc.array(facts, { minLength: 2, maxLength: 14 }).map((said) =>
  said.map((one, index): IdentifiedRecord => {
    const key = `r${index}`;
    return { key, record: timedRecordOf({ ...one, apart: one.apart.filter((other) => other !== key) }) };
  }),
);

describe('records of one title', () => {
  it('are sorted into the same papers as where each is compared with each', () => {
    fc.assert(
      fc.property(sameTitles, (records) => {
        const papers = clusterRecords(records).map((cluster) => [...cluster.rules].map(String).sort());
        expect(papers).toEqual(clusterEachWithEach(records));
      }),
      { numRuns: 5000 },
    );
  });

  it('are paired wherever year and first author agree and no id of a kind is there twice, in order', () => {
    const kindsOf = ({ record }: IdentifiedRecord) => (record.arxivId === null ? 0 : 1);
    fc.assert(
      fc.property(sameTitles, (records) => {
        const expected = pairsOf(records).filter(
          ([a, b]) => agree([a], [b]) && (kindsOf(a) === 0 || kindsOf(b) === 0),
        );
        expect([...titlePairs(records, kindsOf)]).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('are not paired one by one where thousands of papers have the title', () => {
    const editorials = Array.from({ length: 2000 }, (_, index): IdentifiedRecord => {
      const [year, hasDoi] = [1990 + (index % 30), index % 2 === 0];
      const authors = hasDoi ? [] : [authorOf(`A. Name-${String.fromCodePoint(0x4e00 + index)}`)];
      const record = timedRecordOf({ title: 'Editorial', publishedOn: String(year), authors });
      return { key: `r${index}`, record: hasDoi ? { ...record, doi: `10.1000/${index}` } : record };
    });
    const pairs = [...titlePairs(editorials, ({ record }) => (record.doi === null ? 0 : 2))];
    // Half of all pairs have one DOI, and an eighth of those are of neighbouring years.
    expect(pairs.length).toBeLessThan(2000 ** 2 / 30);
  });
});

const ID_FACTS = ['arxivId', 'doi', 'openAlexId', 'semanticScholarId'] as const;
const RULES = ['ARXIV_ID', 'DOI', 'OPENALEX_ID', 'SEMANTIC_SCHOLAR_ID'];

/** What `clusterRecords` does, said plainly and slowly: the records of each paper with their rules. */
function clusterEachWithEach(records: readonly IdentifiedRecord[]): string[][] {
  const sorted = [...records].sort(
    (a, b) => rankOfSource(a.record.source) - rankOfSource(b.record.source) || (a.key < b.key ? -1 : 1),
  );
  const paperOf = new Map(sorted.map((record) => [record, [record]]));
  const ruleOf = new Map<IdentifiedRecord, string>();
  const joinAll = (rule: string, keyOf: (one: IdentifiedRecord) => string | null) => {
    for (const key of new Set(sorted.map(keyOf))) {
      if (key === null) continue;
      for (const [a, b] of pairsOf(sorted.filter((one) => keyOf(one) === key))) {
        const [first, second] = [paperOf.get(a) ?? [], paperOf.get(b) ?? []];
        if (rule === 'TITLE' && !agree([a], [b])) continue;
        if (first !== second) {
          if (contradict([...first, ...second]) || (rule === 'TITLE' && !agree(first, second))) continue;
          first.push(...second);
          for (const moved of second) paperOf.set(moved, first);
        }
        for (const one of [a, b]) ruleOf.set(one, ruleOf.get(one) ?? rule);
      }
    }
  };
  for (const [index, fact] of ID_FACTS.entries()) joinAll(RULES[index] ?? '', ({ record }) => record[fact]);
  joinAll('TITLE', ({ record }) => titleKeyOf(record));
  return [...new Set(paperOf.values())].map((paper) =>
    paper.map((one) => `${one.key},${ruleOf.get(one) ?? ''}`).sort(),
  );
}

function pairsOf<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [Item, Item] => [a, b]));
}

function contradict(some: readonly IdentifiedRecord[]): boolean {
  const hasTwo = ID_FACTS.some((id) => new Set(some.flatMap(({ record }) => record[id] ?? [])).size > 1);
  return hasTwo || some.some(({ record }) => some.some(({ key }) => record.apart.includes(key)));
}

function agree(a: readonly IdentifiedRecord[], b: readonly IdentifiedRecord[]): boolean {
  const told = <Value>(some: readonly IdentifiedRecord[], of: (one: IdentifiedRecord) => Value | null) =>
    some.map(of).filter((value) => value !== null);
  const fit = <Value>(x: Value[], y: Value[], isFit: (p: Value, q: Value) => boolean) =>
    x.length === 0 || y.length === 0 || x.some((p) => y.some((q) => isFit(p, q)));
  const yearIn = ({ record }: IdentifiedRecord) => yearOf(record);
  const authorIn = ({ record }: IdentifiedRecord) => firstAuthorOf(record);
  return (
    fit(told(a, yearIn), told(b, yearIn), (p, q) => Math.abs(p - q) <= 1) &&
    fit(told(a, authorIn), told(b, authorIn), (p, q) => p === q)
  );
}
