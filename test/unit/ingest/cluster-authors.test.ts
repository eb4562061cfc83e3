import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterAuthors, type ClusteredAuthors } from '../../../src/ingest/cluster-authors.ts';
import type { AuthorMention } from '../../../src/model/author.ts';
import { authorOf, orcidOf, shuffled } from '../../support/records.ts';

type Paper = { id: string; authors: AuthorMention[] };

const rarely = <Value>(...values: Value[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...values) });
const author = fc
  .record({
    name: fc.constantFrom(
      'Ada Lovelace',
      'ADA LOVELACE',
      'Wei Wang',
      'Wei Wáng',
      'Emmy Noether',
      'Alan Turing',
    ),
    ids: fc.record({
      orcid: rarely(orcidOf(1), orcidOf(2)),
      openAlexId: rarely('A1', 'A2'),
      semanticScholarId: rarely('11', '12'),
      hfUser: rarely('ada', 'wei'),
    }),
  })
  .map(({ name, ids }) => authorOf(name, ids));
const papers: fc.Arbitrary<Paper[]> = fc
  .array(fc.array(author, { maxLength: 3 }), { minLength: 1, maxLength: 5 })
  .map((lists) => lists.map((authors, index) => ({ id: `doi:10.1000/${index}`, authors })));

describe('people whom papers name', () => {
  it('are the same ones in whatever order the papers come', () => {
    const orders = papers.chain((list) => fc.tuple(fc.constant(list), shuffled(list)));
    fc.assert(
      fc.property(orders, ([list, order]) => {
        expect(sorted(clusterAuthors(order))).toEqual(sorted(clusterAuthors(list)));
      }),
      { numRuns: 500 },
    );
  });

  it('are one where an id, or a name and a co-author, leads from one to another and nothing speaks against it', () => {
    let checked = 0;
    each((list, clustered) => {
      const mentions = mentionsOf(list);
      const components = walk(mentions, isSame);
      if (components.some(contradict)) return;
      checked += 1;
      expect(partition(mentions, clustered)).toEqual(keysOf(components));
    });
    expect(checked).toBeGreaterThan(200);
  });

  it('are never one with two ids of a kind or two places on one paper, nor without a chain of reasons', () => {
    each((list, clustered) => {
      for (const group of groupsOf(mentionsOf(list), clustered).values()) {
        expect(contradict(group)).toBe(false);
        expect(walk(group, isSame)).toHaveLength(1);
      }
    });
  });

  it('stay two in spite of a reason only where one person would be a contradiction', () => {
    each((list, clustered) => {
      const groups = [...groupsOf(mentionsOf(list), clustered).values()];
      for (const [index, a] of groups.entries()) {
        for (const b of groups.slice(index + 1)) {
          if (a.some((x) => b.some((y) => isSame(x, y)))) expect(contradict([...a, ...b])).toBe(true);
        }
      }
    });
  });

  it('are described by what their papers say of them, and stand at their places', () => {
    each((list, { authors, idsOfPaper }) => {
      const groups = groupsOf(mentionsOf(list), { authors, idsOfPaper });
      expect([...groups.keys()].sort()).toEqual([...authors.keys()].sort());
      for (const [id, group] of groups) {
        const person = authors.get(id);
        const names = new Set(group.map(({ name }) => name));
        expect(new Set([person?.name, ...(person?.aliases ?? [])])).toEqual(names);
        expect(person?.aliases).toHaveLength(names.size - 1);
        for (const kind of KINDS) {
          expect(person?.[kind]).toBe(group.map((one) => one[kind]).find((one) => one !== null) ?? null);
        }
      }
      for (const paper of list) expect(idsOfPaper.get(paper.id) ?? []).toHaveLength(paper.authors.length);
    });
  });
});

describe('a person', () => {
  const idsOf = (...lists: (string | AuthorMention)[][]) => {
    const authored = lists.map((list, index) => ({
      id: `arxiv:2401.0000${index}`,
      authors: list.map((one) => (typeof one === 'string' ? authorOf(one) : one)),
    }));
    const { idsOfPaper } = clusterAuthors(authored);
    return authored.map(({ id }) => idsOfPaper.get(id) ?? []);
  };

  it('is not recognised by a bare common name', () => {
    expect(idsOf(['Wei Wang'], ['Wei Wang'])).toEqual([
      ['name:wei-wang@arxiv:2401.00000'],
      ['name:wei-wang@arxiv:2401.00001'],
    ]);
    expect(idsOf(['Wei Wang', 'Ada Lovelace'], ['Wei Wang', 'Emmy Noether'])[1]?.[0]).toBe(
      'name:wei-wang@arxiv:2401.00001',
    );
  });

  it('is recognised by the name among the same co-authors, whatever its case and accents', () => {
    const [first, second] = idsOf(
      ['José García', 'Ada Lovelace'],
      ['Emmy Noether', 'JOSE GARCIA', 'ada lovelace'],
    );
    expect(second?.slice(1)).toEqual(first);
  });

  it('is not taken for a namesake with another ORCID, even among the same co-authors', () => {
    const [one, two] = [
      authorOf('Wei Wang', { orcid: orcidOf(1) }),
      authorOf('Wei Wang', { orcid: orcidOf(2) }),
    ];
    expect(idsOf([one, 'Ada Lovelace'], [two, 'Ada Lovelace']).map(([id]) => id)).toEqual([
      `orcid:${orcidOf(1)}`,
      `orcid:${orcidOf(2)}`,
    ]);
  });

  it('is two people where a paper names two', () => {
    const [[first, second] = []] = idsOf(['Wei Wang', 'Wei Wang']);
    expect(first).not.toBe(second);
    const same = authorOf('Wei Wang', { orcid: orcidOf(1) });
    expect(new Set(idsOf([same, same])[0]).size).toBe(2);
  });

  it('has the strongest known id: ORCID, then OpenAlex, Semantic Scholar and Hugging Face', () => {
    const all = { orcid: orcidOf(1), openAlexId: 'A1', semanticScholarId: '11', hfUser: 'ada' };
    const { orcid, openAlexId, ...others } = all;
    const idWith = (ids: Partial<AuthorMention>) => idsOf([authorOf('Ada', ids)])[0]?.[0];
    expect(idWith(all)).toBe(`orcid:${orcid}`);
    expect(idWith({ openAlexId, ...others })).toBe('openalex:A1');
    expect(idWith(others)).toBe('s2:11');
    expect(idWith({ hfUser: 'ada' })).toBe('hf:ada');
  });

  it('brings together papers with several ids that lead from one to another', () => {
    const lists = [{ orcid: orcidOf(1) }, { orcid: orcidOf(1), hfUser: 'ada' }, { hfUser: 'ada' }];
    expect(new Set(idsOf(...lists.map((ids, index) => [authorOf(`Ada ${index}`, ids)])).flat())).toEqual(
      new Set([`orcid:${orcidOf(1)}`]),
    );
  });

  it('is found again among the others where the first who has the id can not be the same', () => {
    // The first contradicts both others, which agree with one another.
    const named = (ids: Partial<AuthorMention>) => [authorOf('Ada', { hfUser: 'ada', ...ids })];
    const [first, second, third] = idsOf(
      named({ semanticScholarId: '11' }),
      named({ openAlexId: 'A2', semanticScholarId: '12' }),
      named({ semanticScholarId: '13', openAlexId: 'A2' }),
      named({ semanticScholarId: '12' }),
    );
    expect([first, second, third].map((ids) => ids?.[0])).toEqual(['s2:11', 'openalex:A2', 's2:13']);
  });

  it('has no context among more than a hundred authors', () => {
    const crowd = Array.from({ length: 100 }, (_, index) => `Author Number${index}`);
    const [first, second] = idsOf([...crowd, 'Wei Wang'], [...crowd, 'Wei Wang']);
    expect(first?.at(-1)).not.toBe(second?.at(-1));
    const [third, fourth] = idsOf([...crowd.slice(1), 'Wei Wang'], [...crowd.slice(1), 'Wei Wang']);
    expect(third?.at(-1)).toBe(fourth?.at(-1));
  });
});

const KINDS = ['orcid', 'openAlexId', 'semanticScholarId', 'hfUser'] as const;

type Mention = AuthorMention & { paper: Paper; position: number };

function each(check: (list: Paper[], clustered: ClusteredAuthors) => void): void {
  fc.assert(
    fc.property(papers, (list) => check(list, clusterAuthors(list))),
    { numRuns: 1000 },
  );
}

function mentionsOf(list: readonly Paper[]): Mention[] {
  return list.flatMap((paper) => paper.authors.map((one, position) => ({ ...one, paper, position })));
}

/** The rule as the documentation has it, for two mentions alone. */
function isSame(a: Mention, b: Mention): boolean {
  if (KINDS.some((kind) => a[kind] !== null && a[kind] === b[kind])) return true;
  const plain = (name: string) => name.toLowerCase().replace('á', 'a');
  const others = ({ paper, name }: Mention) =>
    paper.authors.map((one) => plain(one.name)).filter((one) => one !== plain(name));
  return (
    plain(a.name) === plain(b.name) && others(a).some((one) => others(b).includes(one)) && a.paper !== b.paper
  );
}

function contradict(group: readonly Mention[]): boolean {
  const hasTwo = KINDS.some((kind) => new Set(group.flatMap((one) => one[kind] ?? [])).size > 1);
  return hasTwo || new Set(group.map(({ paper }) => paper)).size < group.length;
}

function walk(some: readonly Mention[], areLinked: typeof isSame): Mention[][] {
  const left = new Set(some);
  const groups: Mention[][] = [];
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

function groupsOf(mentions: readonly Mention[], { idsOfPaper }: ClusteredAuthors): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const id = idsOfPaper.get(mention.paper.id)?.[mention.position] ?? 'nobody';
    groups.set(id, [...(groups.get(id) ?? []), mention]);
  }
  return groups;
}

function partition(mentions: readonly Mention[], clustered: ClusteredAuthors): string[] {
  return keysOf([...groupsOf(mentions, clustered).values()]);
}

function keysOf(groups: readonly (readonly Mention[])[]): string[] {
  return groups
    .map((group) =>
      group
        .map(({ paper, position }) => `${paper.id} ${position}`)
        .sort()
        .join(),
    )
    .sort();
}

function sorted({ authors, idsOfPaper }: ClusteredAuthors) {
  const byKey = <Value>(map: Map<string, Value>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return { authors: byKey(authors), idsOfPaper: byKey(idsOfPaper) };
}
