import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterRecords, type Cluster, type IdentifiedRecord } from '../../../src/ingest/cluster-records.ts';
import { titleKey } from '../../../src/model/paper-ids.ts';
import type { AuthorMention } from '../../../src/model/author.ts';
import type { PaperRecordInput } from '../../../src/model/paper.ts';
import { authorOf, shuffled, timedRecordOf } from '../../support/records.ts';

const S2 = ['a'.repeat(40), 'b'.repeat(40)];
const perhaps = <Value>(...values: Value[]) => fc.oneof(fc.constant(null), fc.constantFrom(...values));
const rarely = <Value>(...values: Value[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...values) });

const facts = fc.record({
  arxivId: perhaps('2401.00001', '2401.00002', '2401.00003'),
  doi: rarely('10.1000/1', '10.1000/2'),
  openAlexId: rarely('W1', 'W2'),
  semanticScholarId: rarely(...S2),
  title: fc.constantFrom('One title', 'ONE: Title!', 'Another title', 'A third'),
  publishedOn: perhaps('2020', '2021-03', '2022-12-31', '2024'),
  authors: fc.constantFrom<AuthorMention[]>(
    [],
    [],
    [authorOf('Ada Lovelace')],
    [authorOf('A. LOVELACE')],
    [authorOf('Emmy Noether')],
  ),
});

/** Up to seven records, some of which people have set apart. */
const records = fc
  .record({
    said: fc.array(facts, { minLength: 1, maxLength: 7 }),
    apart: fc.oneof(
      { weight: 3, arbitrary: fc.constant<[number, number][]>([]) },
      { weight: 1, arbitrary: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 2 }) },
    ),
  })
  .map(({ said, apart }) =>
    said.map((input, index) =>
      identified(`r${index}`, {
        ...input,
        apart: apart.flatMap(([from, other]) => (from === index && other !== index ? [`r${other}`] : [])),
      }),
    ),
  );

describe('records sorted into papers', () => {
  const each = (check: (list: IdentifiedRecord[], clusters: Cluster[]) => void) =>
    fc.assert(
      fc.property(records, (list) => check(list, clusterRecords(list))),
      { numRuns: 1000 },
    );

  it('are each in one paper, the same one in any order', () => {
    const orders = records.chain((list) => fc.tuple(fc.constant(list), shuffled(list)));
    fc.assert(
      fc.property(orders, ([list, order]) => {
        const clusters = clusterRecords(list);
        expect(keysOf(clusters).flat().sort()).toEqual(list.map(({ key }) => key).sort());
        expect(described(clusterRecords(order))).toEqual(described(clusters));
      }),
      { numRuns: 1000 },
    );
  });

  it('never give a paper two ids of a kind, nor records that are set apart', () => {
    each((_, clusters) => {
      expect(clusters.filter(({ records: some }) => contradict(some))).toEqual([]);
    });
  });

  it('are one paper only where an id or a title leads from each to each', () => {
    each((_, clusters) => {
      for (const { records: some } of clusters) expect(componentsOf(some)).toHaveLength(1);
    });
  });

  it('are one paper wherever an id or a title leads from one to another and nothing speaks against it', () => {
    let checked = 0;
    each((list, clusters) => {
      const components = componentsOf(list);
      if (components.some((some) => contradict(some) || !allAgree(some))) return;
      checked += 1;
      expect(keysOf(clusters)).toEqual(sortedKeys(components));
    });
    expect(checked).toBeGreaterThan(300);
  });

  it('stay two papers in spite of a common id only where one paper would be a contradiction', () => {
    each((_, clusters) => {
      for (const [index, { records: a }] of clusters.entries()) {
        for (const { records: b } of clusters.slice(index + 1)) {
          const share = a.some((x) => b.some((y) => shareId(x, y)));
          if (share) expect(contradict([...a, ...b])).toBe(true);
        }
      }
    });
  });

  it('never join by a title what is years apart or by other first authors, whoever stands between', () => {
    each((_, clusters) => {
      for (const { records: some } of clusters) {
        const [a, ...more] = byIds(some);
        // Whatever only the title holds together must agree with one another.
        if (a !== undefined && more.length > 0) expect(agreeInSomeOrder([a, ...more])).toBe(true);
      }
    });
  });

  it('tell the strongest rule by which each belongs to its paper, and none for one that is alone', () => {
    each((_, clusters) => {
      for (const { records: some, rules } of clusters) {
        expect([...rules.keys()].sort()).toEqual(some.map(({ key }) => key).sort());
        for (const one of some) {
          const others = some.filter((other) => other !== one);
          const strongest = RULES.find((rule) => others.some((other) => shareBy(rule, one, other)));
          expect(rules.get(one.key)).toBe(others.length === 0 ? null : strongest);
        }
      }
    });
  });
});

describe('a title', () => {
  const papersOf = (...said: Partial<PaperRecordInput>[]) =>
    clusterRecords(said.map((one, index) => identified(`r${index}`, one))).length;
  const title = 'Introduction';
  const [ada, emmy] = [[authorOf('Ada Lovelace')], [authorOf('Emmy Noether')]];

  it('joins whatever its case, punctuation and spacing, where nothing else is known', () => {
    expect(
      papersOf({ title: 'Graph-based  Learning: a Survey' }, { title: 'graph based learning — A survey.' }),
    ).toBe(1);
  });

  it('joins a preprint of December and its article of January, but not of years later', () => {
    expect(papersOf({ title, publishedOn: '2023-12-30' }, { title, publishedOn: '2024-01-02' })).toBe(1);
    expect(papersOf({ title, publishedOn: '2023' }, { title, publishedOn: '2025' })).toBe(2);
  });

  it('joins a first author with an initial and one in full, but no other person', () => {
    expect(papersOf({ title, authors: ada }, { title, authors: [authorOf('A. Lovelace')] })).toBe(1);
    expect(papersOf({ title, authors: ada }, { title, authors: [authorOf('ADA LOVELACE')] })).toBe(1);
    expect(papersOf({ title, authors: ada }, { title, authors: emmy })).toBe(2);
  });

  it('does not join two papers by way of one that names no author, nor by one without a year', () => {
    expect(papersOf({ title, authors: ada }, { title }, { title, authors: emmy })).toBe(2);
    expect(papersOf({ title, publishedOn: '2015' }, { title }, { title, publishedOn: '2024' })).toBe(2);
    expect(
      papersOf(
        { title, authors: ada, publishedOn: '2015' },
        { title, authors: ada },
        { title, authors: ada, publishedOn: '2024' },
      ),
    ).toBe(2);
  });

  it('joins nothing that has two ids of a kind', () => {
    expect(papersOf({ title, arxivId: '2401.00001' }, { title, arxivId: '2401.00002' })).toBe(2);
    expect(papersOf({ title, doi: '10.1000/1' }, { title, doi: '10.1000/2' })).toBe(2);
    expect(papersOf({ title, arxivId: '2401.00001' }, { title, doi: '10.1000/2' })).toBe(1);
  });
});

describe('an id', () => {
  const rulesOf = (...said: Partial<PaperRecordInput>[]) =>
    clusterRecords(said.map((one, index) => identified(`r${index}`, one))).map(({ rules }) => [
      ...rules.values(),
    ]);

  it('joins whatever the titles, years and authors, and is weaker than an id that comes before it', () => {
    const doi = '10.1000/1';
    expect(
      rulesOf({ title: 'One', doi, publishedOn: '2001' }, { title: 'Two', doi, publishedOn: '2020' }),
    ).toEqual([['DOI', 'DOI']]);
    // The second belongs to the first by its arXiv id, so the third with another one can't have it by its DOI.
    expect(
      rulesOf(
        { arxivId: '2401.00001' },
        { arxivId: '2401.00001', doi },
        { title: 'Two', arxivId: '2401.00002', doi },
      ),
    ).toEqual([['ARXIV_ID', 'ARXIV_ID'], [null]]);
  });

  it('joins nothing that people have set apart, whichever of the two tells it', () => {
    const arxivId = '2401.00001';
    expect(rulesOf({ arxivId, apart: ['r1'] }, { arxivId })).toEqual([[null], [null]]);
    expect(rulesOf({ arxivId }, { arxivId, apart: ['r0'] })).toEqual([[null], [null]]);
  });
});

type Rule = 'ARXIV_ID' | 'DOI' | 'OPENALEX_ID' | 'SEMANTIC_SCHOLAR_ID' | 'TITLE';
const RULES: Rule[] = ['ARXIV_ID', 'DOI', 'OPENALEX_ID', 'SEMANTIC_SCHOLAR_ID', 'TITLE'];
const IDS = ['arxivId', 'doi', 'openAlexId', 'semanticScholarId'] as const;

function identified(key: string, said: Partial<PaperRecordInput>): IdentifiedRecord {
  return { key, record: timedRecordOf(said) };
}

function keysOf(clusters: readonly Cluster[]): string[][] {
  return sortedKeys(clusters.map((cluster) => cluster.records));
}

function sortedKeys(groups: readonly (readonly IdentifiedRecord[])[]): string[][] {
  return groups
    .map((group) => group.map(({ key }) => key).sort())
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

function described(clusters: readonly Cluster[]): string[] {
  return clusters
    .map(({ records: some, rules }) => some.map(({ key }) => `${key} ${rules.get(key)}`).join())
    .sort();
}

function shareBy(rule: Rule, { record: a }: IdentifiedRecord, { record: b }: IdentifiedRecord): boolean {
  if (rule !== 'TITLE') {
    const id = IDS[RULES.indexOf(rule)] ?? 'doi';
    return a[id] !== null && a[id] === b[id];
  }
  const years = [a, b].flatMap(({ publishedOn }) =>
    publishedOn === null ? [] : [Number(publishedOn.slice(0, 4))],
  );
  const names = [a, b].flatMap(({ authors }) =>
    authors.slice(0, 1).map(({ name }) => name.toLowerCase().split(' ')[1]),
  );
  return (
    titleKey(a.title) === titleKey(b.title) &&
    (years.length < 2 || Math.abs((years[0] ?? 0) - (years[1] ?? 0)) <= 1) &&
    new Set(names).size < 2
  );
}

function shareId(a: IdentifiedRecord, b: IdentifiedRecord): boolean {
  return RULES.some((rule) => rule !== 'TITLE' && shareBy(rule, a, b));
}

/** Groups in which each is linked to each, by way of others; found by walking, slowly. */
function walk(some: readonly IdentifiedRecord[], areLinked: typeof shareId): IdentifiedRecord[][] {
  const left = new Set(some);
  const groups: IdentifiedRecord[][] = [];
  for (const start of some) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const at of group) {
      for (const other of left) if (areLinked(at, other) && left.delete(other)) group.push(other);
    }
    groups.push(group);
  }
  return groups;
}

function componentsOf(some: readonly IdentifiedRecord[]): IdentifiedRecord[][] {
  return walk(some, (a, b) => RULES.some((rule) => shareBy(rule, a, b)));
}

function byIds(some: readonly IdentifiedRecord[]): IdentifiedRecord[][] {
  return walk(some, shareId);
}

/** Whether groups can be put together one after another, each agreeing with what is there in year and first author. */
function agreeInSomeOrder(groups: readonly IdentifiedRecord[][]): boolean {
  if (groups.length === 1) return true;
  const pairs = groups.flatMap((a, i) => groups.slice(i + 1).map((b) => [a, b] as const));
  return pairs.some(
    ([a, b]) =>
      agree(a, b) &&
      agreeInSomeOrder([[...a, ...b], ...groups.filter((group) => group !== a && group !== b)]),
  );
}

function agree(a: readonly IdentifiedRecord[], b: readonly IdentifiedRecord[]): boolean {
  const years = (some: readonly IdentifiedRecord[]) =>
    some.flatMap(({ record }) =>
      record.publishedOn === null ? [] : [Number(record.publishedOn.slice(0, 4))],
    );
  const names = (some: readonly IdentifiedRecord[]) =>
    some.flatMap(({ record }) =>
      record.authors.slice(0, 1).map(({ name }) => name.toLowerCase().split(' ')[1]),
    );
  const fit = <Value>(x: Value[], y: Value[], isFit: (p: Value, q: Value) => boolean) =>
    x.length === 0 || y.length === 0 || x.some((p) => y.some((q) => isFit(p, q)));
  return (
    fit(years(a), years(b), (p, q) => Math.abs(p - q) <= 1) && fit(names(a), names(b), (p, q) => p === q)
  );
}

/** Whether no two records of a title would speak against one another. */
function allAgree(some: readonly IdentifiedRecord[]): boolean {
  return some.every((a) => some.every((b) => agree([a], [b])));
}

/** Two ids of a kind, or a pair that is set apart. */
function contradict(some: readonly IdentifiedRecord[]): boolean {
  const hasTwo = IDS.some((id) => new Set(some.flatMap(({ record }) => record[id] ?? [])).size > 1);
  const isSetApart = some.some(({ record }) => some.some(({ key }) => record.apart.includes(key)));
  return hasTwo || isSetApart;
}
