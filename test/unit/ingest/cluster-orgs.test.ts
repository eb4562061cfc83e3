import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterOrgs, type ClusteredOrgs } from '../../../src/ingest/cluster-orgs.ts';
import { joinSources, splitSources, type Org, type OrgMention } from '../../../src/model/org.ts';
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
    source: fc.constantFrom('listing', 'institution', '50 % sure'),
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
        aliasRules: ['SAME_SLUG', 'SPELLING'],
        aliasSources: ['organization', 'organization'],
        slugs: ['thu1911', 'tsinghua-uni'],
        slugRules: ['SAME_NAME', 'SAME_NAME'],
        slugSources: ['organization', 'organization'],
        ror: null,
        country: 'CN',
      },
    ]);
    expect(slugOf.get('thu1911')).toBe('tsinghua');
  });
});

describe('why a name or slug belongs to an organisation', () => {
  const [ROR_A, ROR_B] = ['https://ror.org/03cve4549', 'https://ror.org/042nb2s44'];
  const only = (list: OrgMention[]) => {
    const [org, ...others] = clusterOrgs(list).orgs.values();
    if (org === undefined || others.length > 0) throw new Error('expected one organisation');
    return reasonsOf(org);
  };

  it('is told of each, with all sources that give it', () => {
    expect(
      only([
        orgOf('acme', 'Acme', { ror: ROR_A }),
        orgOf('acme', 'Acme', { source: 'listing' }),
        orgOf('acme', 'ACME!', { source: 'listing' }),
        orgOf('acme', 'Acme Research', { source: 'listing' }),
        orgOf('acme', 'Acme Research'),
        orgOf('acme-inc', 'acme', { source: 'my list' }),
        orgOf('acme-labs', 'Acme Labs', { ror: ROR_A, source: 'institution' }),
      ]),
    ).toEqual({
      'ACME!': ['SPELLING', 'listing'],
      acme: ['SPELLING', 'my list'],
      'Acme Research': ['SAME_SLUG', 'listing', 'organization'],
      'Acme Labs': ['SAME_ROR', 'institution'],
      'acme-inc': ['SAME_NAME', 'my list'],
      'acme-labs': ['SAME_ROR', 'institution'],
    });
  });

  it('is the stronger one of two: a slug or a ROR id before a name', () => {
    const twice = (one: OrgMention) => [one, one];
    expect(
      only([
        ...twice(orgOf('acme', 'Acme', { ror: ROR_A })),
        orgOf('acme', 'Acme Labs'),
        orgOf('acme-labs', 'Acme', { ror: ROR_A }),
        orgOf('acme-labs', 'Acme Labs'),
      ]),
    ).toEqual({
      'Acme Labs': ['SAME_SLUG', 'organization'],
      'acme-labs': ['SAME_ROR', 'organization'],
    });
  });

  it('leads to the main name and slug: what belongs to an alias only is not explained by what it brings itself', () => {
    const main = orgOf('acme', 'Acme');
    expect(
      only([
        main,
        main,
        main,
        orgOf('acme-inc', 'Acme', { ror: ROR_B }),
        // The ROR id is all that this slug and its two names have in common with the rest.
        orgOf('zeta', 'Zeta', { ror: ROR_B }),
        orgOf('zeta', 'Zeta Labs'),
        // And that one goes by a name of it.
        orgOf('zeta-labs', 'Zeta labs'),
      ]),
    ).toEqual({
      'acme-inc': ['SAME_NAME', 'organization'],
      zeta: ['SAME_ROR', 'organization'],
      Zeta: ['SAME_ROR', 'organization'],
      'Zeta Labs': ['SAME_ROR', 'organization'],
      'zeta-labs': ['SAME_NAME', 'organization'],
      'Zeta labs': ['SAME_ROR', 'organization'],
    });
  });

  it('holds between it and another name or slug of the organisation', () => {
    const seen = new Map<string, number>();
    each((list, { orgs, slugOf }) => {
      for (const org of orgs.values()) {
        const own = list.filter(({ slug }) => slugOf.get(slug) === org.slug);
        const sourcesOf = (some: OrgMention[]) => [...new Set(some.map(({ source }) => source))].sort();
        const rorsOf = (slugs: Set<string>) =>
          new Set(own.flatMap(({ slug, ror }) => (slugs.has(slug) ? (ror ?? []) : [])));
        const meets = <Value>(some: Set<Value>, others: Set<Value>) =>
          [...some].some((one) => others.has(one));
        const sides = (belongs: (one: OrgMention) => boolean) =>
          [own.filter(belongs), own.filter((one) => !belongs(one))].map((some) => ({
            slugs: new Set(some.map(({ slug }) => slug)),
            names: new Set(some.map(({ name }) => plain(name))),
          }));
        const check = (rule: string | undefined, belongs: (one: OrgMention) => boolean) => {
          const [x, y] = sides(belongs);
          if (x === undefined || y === undefined || rule === undefined) throw new Error('expected a rule');
          if (rule === 'SAME_SLUG') expect(meets(x.slugs, y.slugs)).toBe(true);
          if (rule === 'SAME_NAME') expect(meets(x.names, y.names)).toBe(true);
          if (rule === 'SAME_ROR') expect(meets(rorsOf(x.slugs), rorsOf(y.slugs))).toBe(true);
          seen.set(rule, (seen.get(rule) ?? 0) + 1);
        };
        for (const [index, alias] of org.aliases.entries()) {
          const rule = org.aliasRules[index];
          expect(rule === 'SPELLING').toBe(plain(alias) === plain(org.name));
          check(rule, ({ name }) => plain(name) === plain(alias));
          expect(splitSources(org.aliasSources[index] ?? '')).toEqual(
            sourcesOf(own.filter(({ name }) => name === alias)),
          );
        }
        for (const [index, other] of org.slugs.entries()) {
          expect(org.slugRules[index]).toMatch(/^SAME_(?:ROR|NAME)$/);
          check(org.slugRules[index], ({ slug }) => slug === other);
          expect(splitSources(org.slugSources[index] ?? '')).toEqual(
            sourcesOf(own.filter(({ slug }) => slug === other)),
          );
        }
        expect(org.aliasRules).toHaveLength(org.aliases.length);
        expect(org.slugRules).toHaveLength(org.slugs.length);
      }
    });
    expect([...seen.keys()].sort()).toEqual(['SAME_NAME', 'SAME_ROR', 'SAME_SLUG', 'SPELLING']);
    expect(Math.min(...seen.values())).toBeGreaterThan(50);
  });

  it('keeps any names of sources', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (sources) => {
        expect(splitSources(joinSources(sources))).toEqual(sources);
      }),
    );
    expect(joinSources(['institution', 'my 50 %'])).toBe('institution my%2050%20%25');
  });
});

/** Of each other name and slug the rule and then the sources. */
function reasonsOf(org: Org): Record<string, string[]> {
  const entries = (forms: string[], rules: string[], sources: string[]) =>
    forms.map((form, index): [string, string[]] => [
      form,
      [rules[index] ?? '', ...splitSources(sources[index] ?? '')],
    ]);
  return Object.fromEntries([
    ...entries(org.aliases, org.aliasRules, org.aliasSources),
    ...entries(org.slugs, org.slugRules, org.slugSources),
  ]);
}

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
