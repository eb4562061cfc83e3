import { compareText, groupBy, unique } from '../collections.ts';
import { orgNameKey, type Org, type OrgMention } from '../model/org.ts';
import { createDisjointSets, joinSharing } from './disjoint-sets.ts';
import { explainOrgAliases } from './explain-org-aliases.ts';
import { mostFrequentFirst } from './most-frequent.ts';

/** The organisations that papers name, and the slug of the one that each slug seen stands for. */
export type ClusteredOrgs = { orgs: Map<string, Org>; slugOf: Map<string, string> };

/**
 * Finds which slugs are one organisation: those with one ROR id, and those with one display name (case and punctuation
 * do not matter), unless their ROR ids differ. The outcome depends on the mentions alone and not on their order.
 */
export function clusterOrgs(mentions: readonly OrgMention[]): ClusteredOrgs {
  const bySlug = groupBy(mentions, ({ slug }) => slug);
  const slugs = [...bySlug.keys()].sort(compareText);
  const rors = slugs.map((slug) =>
    unique((bySlug.get(slug) ?? []).flatMap(({ ror }) => ror ?? [])).sort(compareText),
  );
  const sets = createDisjointSets(slugs.length);
  const rorOf = new Map<number, string>();
  const join = (a: number, b: number) => {
    const [x, y] = [sets.root(a), sets.root(b)];
    const [rorA, rorB] = [rorOf.get(x), rorOf.get(y)];
    if (x === y) return true;
    if (rorA !== undefined && rorB !== undefined && rorA !== rorB) return false;
    const ror = rorA ?? rorB;
    const root = sets.join(x, y);
    if (ror !== undefined) rorOf.set(root, ror);
    return true;
  };
  for (const [index, [ror]] of rors.entries()) if (ror !== undefined) rorOf.set(index, ror);
  joinSharing(slugs.keys(), (index) => rors[index] ?? [], join);
  joinSharing(
    slugs.keys(),
    (index) => (bySlug.get(slugs[index] ?? '') ?? []).map(({ name }) => orgNameKey(name)).sort(compareText),
    join,
  );

  const orgs = new Map<string, Org>();
  const slugOf = new Map<string, string>();
  for (const members of groupBy(slugs.keys(), sets.root).values()) {
    const org = describeOrg(members.flatMap((index) => bySlug.get(slugs[index] ?? '') ?? []));
    orgs.set(org.slug, org);
    for (const index of members) slugOf.set(slugs[index] ?? '', org.slug);
  }
  return { orgs, slugOf };
}

function describeOrg(mentions: readonly OrgMention[]): Org {
  const [slug = ''] = mostFrequentFirst(mentions.map((mention) => mention.slug));
  const [name = ''] = mostFrequentFirst(mentions.map((mention) => mention.name));
  const [ror = null] = mentions.flatMap((mention) => mention.ror ?? []).sort(compareText);
  const [country = null] = mentions.flatMap((mention) => mention.country ?? []).sort(compareText);
  return { slug, name, ...explainOrgAliases(mentions, { slug, name }), ror, country };
}
