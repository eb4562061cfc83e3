import { compareText, groupBy, unique } from '../collections.ts';
import {
  joinSources,
  ORG_ALIAS_RULES,
  orgNameKey,
  type Org,
  type OrgAliasRule,
  type OrgMention,
} from '../model/org.ts';

/** An organisation's other names and slugs, the rule by which each belongs to it, and the sources that give it. */
type Aliases = Pick<Org, 'aliases' | 'aliasRules' | 'aliasSources' | 'slugs' | 'slugRules' | 'slugSources'>;

/** A rule and what it is about, such as `SAME_ROR https://ror.org/03cve4549`: two with a link in common are linked. */
type Link = `${OrgAliasRule} ${string}`;

/**
 * Tells why the other names and slugs of one organisation belong to it. Names in other words are linked by a slug that has
 * both or by slugs with one ROR id, slugs by a ROR id or by a name. Each has the strongest rule that links it to the main
 * one, or else to one that is fewer links away from the main one: so no two explain only each other. The outcome depends
 * on the mentions alone and not on their order.
 */
export function explainOrgAliases(
  mentions: readonly OrgMention[],
  main: Readonly<Pick<Org, 'slug' | 'name'>>,
): Aliases {
  const byName = groupBy(mentions, ({ name }) => name);
  const bySlug = groupBy(mentions, ({ slug }) => slug);
  const rorsOf = new Map<string, Link[]>();
  const slugLinks = new Map<string, Set<Link>>();
  for (const [slug, own] of bySlug) {
    const rors = unique(own.flatMap(({ ror }) => ror ?? [])).map((ror): Link => `SAME_ROR ${ror}`);
    const names = unique(own.map(({ name }) => name)).map((name): Link => `SAME_NAME ${orgNameKey(name)}`);
    rorsOf.set(slug, rors);
    slugLinks.set(slug, new Set([...rors, ...names]));
  }
  const wordLinks = new Map<string, Set<Link>>();
  for (const [words, names] of groupBy(byName.keys(), orgNameKey)) {
    const slugs = unique(names.flatMap((name) => byName.get(name) ?? []).map(({ slug }) => slug));
    const links = slugs.flatMap((slug): Link[] => [`SAME_SLUG ${slug}`, ...(rorsOf.get(slug) ?? [])]);
    wordLinks.set(words, new Set(links));
  }

  const ruleOfWords = rulesFrom(orgNameKey(main.name), wordLinks).set(orgNameKey(main.name), 'SPELLING');
  const names = explainedBy(byName, main.name, (name) => ruleOfWords.get(orgNameKey(name)) ?? 'SAME_SLUG');
  const ruleOfSlug = rulesFrom(main.slug, slugLinks);
  const slugs = explainedBy(bySlug, main.slug, (slug) => ruleOfSlug.get(slug) ?? 'SAME_NAME');
  return {
    aliases: names.others,
    aliasRules: names.rules,
    aliasSources: names.sources,
    slugs: slugs.others,
    slugRules: slugs.rules,
    slugSources: slugs.sources,
  };
}

/** The strongest rule that leads to each item from one that is nearer to the first, going from near to far. */
function rulesFrom(
  first: string,
  linksOf: ReadonlyMap<string, ReadonlySet<Link>>,
): Map<string, OrgAliasRule> {
  const rules = new Map<string, OrgAliasRule>();
  const left = new Map(linksOf);
  let border = new Set(left.get(first));
  left.delete(first);
  while (border.size > 0) {
    const next = new Set<Link>();
    for (const [item, links] of left) {
      const shared = [...links].filter((link) => border.has(link));
      const rule = ORG_ALIAS_RULES.find((one) => shared.some((link) => link.startsWith(`${one} `)));
      if (rule === undefined) continue;
      rules.set(item, rule);
      left.delete(item);
      for (const link of links) next.add(link);
    }
    border = next;
  }
  return rules;
}

function explainedBy(
  mentionsOf: ReadonlyMap<string, readonly OrgMention[]>,
  main: string,
  ruleOf: (form: string) => OrgAliasRule,
): { others: string[]; rules: OrgAliasRule[]; sources: string[] } {
  const others = [...mentionsOf.keys()].filter((form) => form !== main).sort(compareText);
  const sourcesOf = (form: string) => unique((mentionsOf.get(form) ?? []).map(({ source }) => source));
  return {
    others,
    rules: others.map(ruleOf),
    sources: others.map((form) => joinSources(sourcesOf(form).sort(compareText))),
  };
}
