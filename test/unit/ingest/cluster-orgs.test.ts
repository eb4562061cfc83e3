import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterOrgs, type ClusteredOrgs } from '../../../src/ingest/cluster-orgs.ts';
import type { OrgMention } from '../../../src/model/org.ts';
import { orgOf, shuffled } from '../../support/records.ts';

const ROR = ['https://ror.org/03cve4549', 'https://ror.org/042nb2s44', 'https://ror.org/0aaaaaaaa'];

const mention = fc
  .record({
    slug: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    name: fc.constantFrom('Acme', 'ACME!', 'Acme Research', 'Tsinghua', 'Other'),
    ror: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...ROR) },
    ),
    country: fc.constantFrom(null, null, 'CN', 'US'),
  })
  .map(({ slug, name, ...more }) => orgOf(slug, name, more));
const mentions = fc.array(mention, { maxLength: 8 });

describe('organisations that papers name', () => {
  it('are the same ones in whatever order they are named', () => {
    const orders = mentions.chain((list) => fc.tuple(fc.constant(list), shuffled(list)));
    fc.assert(
      fc.property(orders, ([list, order]) => {
        expect(sorted(clusterOrgs(order))).toEqual(sorted(clusterOrgs(list)));
      }),
      { numRuns: 1000 },
    );
  });

  it('are one where a slug, a ROR id or a name leads from one to another and nothing speaks against it', () => {
    let checked = 0;
    each((list, { slugOf }) => {
      const components = walk(list);
      if (components.some(hasTwoIds)) return;
      checked += 1;
      const groups = new Map<string | undefined, Set<string>>();
      for (const { slug } of list) {
        const target = slugOf.get(slug);
        groups.set(target, (groups.get(target) ?? new Set()).add(slug));
      }
      expect(linesOf(groups.values())).toEqual(
        linesOf(components.map((some) => some.map(({ slug }) => slug))),
      );
    });
    expect(checked).toBeGreaterThan(200);
  });

  it('are never one by their names where their ROR ids differ', () => {
    each((list, { slugOf }) => {
      for (const a of list) {
        for (const b of list) {
          const ofOne = (one: OrgMention) =>
            new Set(list.filter(({ slug }) => slug === one.slug).flatMap(({ ror }) => ror ?? []));
          const [x, y] = [ofOne(a), ofOne(b)];
          if (x.size > 0 && y.size > 0 && [...x].every((ror) => !y.has(ror)) && x.size + y.size === 2) {
            expect(slugOf.get(a.slug)).not.toBe(slugOf.get(b.slug));
          }
        }
      }
    });
  });

  it('stay two in spite of one name only where their ROR ids differ', () => {
    each((list, { slugOf }) => {
      for (const a of list) {
        for (const b of list) {
          if (plain(a.name) !== plain(b.name) || slugOf.get(a.slug) === slugOf.get(b.slug)) continue;
          const rors = list.filter(({ slug }) =>
            [a, b].some((one) => slugOf.get(one.slug) === slugOf.get(slug)),
          );
          expect(new Set(rors.flatMap(({ ror }) => ror ?? [])).size).toBeGreaterThan(1);
        }
      }
    });
  });

  it('have the slug and name that are most frequent, and keep all others', () => {
    each((list, { orgs, slugOf }) => {
      expect(new Set(slugOf.values())).toEqual(new Set(orgs.keys()));
      for (const org of orgs.values()) {
        const own = list.filter(({ slug }) => slugOf.get(slug) === org.slug);
        expect([org.slug, ...org.slugs].sort()).toEqual([...new Set(own.map(({ slug }) => slug))].sort());
        expect([org.name, ...org.aliases].sort()).toEqual([...new Set(own.map(({ name }) => name))].sort());
        const count = (name: string) => own.filter((one) => one.name === name).length;
        for (const alias of org.aliases) expect(count(org.name)).toBeGreaterThanOrEqual(count(alias));
      }
    });
  });

  it('are known by one display name under several logins', () => {
    const { orgs, slugOf } = clusterOrgs([
      orgOf('thu1911', 'Tsinghua University'),
      orgOf('tsinghua', 'Tsinghua University', { country: 'CN' }),
      orgOf('tsinghua', 'Tsinghua'),
      orgOf('tsinghua-uni', 'tsinghua university'),
    ]);
    expect([...orgs.values()]).toEqual([
      {
        slug: 'tsinghua',
        name: 'Tsinghua University',
        aliases: ['Tsinghua', 'tsinghua university'],
        slugs: ['thu1911', 'tsinghua-uni'],
        ror: null,
        country: 'CN',
      },
    ]);
    expect(slugOf.get('thu1911')).toBe('tsinghua');
  });
});

function each(check: (list: OrgMention[], clustered: ClusteredOrgs) => void): void {
  fc.assert(
    fc.property(mentions, (list) => check(list, clusterOrgs(list))),
    { numRuns: 1000 },
  );
}

function plain(name: string): string {
  return name.toLowerCase().replace('!', '');
}

function hasTwoIds(some: readonly OrgMention[]): boolean {
  return new Set(some.flatMap(({ ror }) => ror ?? [])).size > 1;
}

function walk(list: readonly OrgMention[]): OrgMention[][] {
  const left = new Set(list);
  const groups: OrgMention[][] = [];
  for (const start of list) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const at of group) {
      for (const other of left) {
        const isSame =
          at.slug === other.slug ||
          plain(at.name) === plain(other.name) ||
          (at.ror !== null && at.ror === other.ror);
        if (isSame && left.delete(other)) group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function linesOf(groups: Iterable<Iterable<string>>): string[] {
  return [...groups].map((group) => [...new Set(group)].sort().join()).sort();
}

function sorted({ orgs, slugOf }: ClusteredOrgs) {
  const byKey = <Value>(map: Map<string, Value>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return { orgs: byKey(orgs), slugOf: byKey(slugOf) };
}
