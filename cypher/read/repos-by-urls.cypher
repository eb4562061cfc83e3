// The repositories with the given canonical URLs, and the org that owns each where one is known.
UNWIND $urls AS url
MATCH (r:Repo {url: url})
RETURN
  r.url AS url,
  r.host AS host,
  r.owner AS owner,
  r.name AS name,
  head([(r)-[:OWNED_BY]->(o:Org) | {
    slug: o.slug,
    name: o.name,
    aliases: coalesce(o.aliases, []),
    aliasRules: coalesce(o.aliasRules, []),
    aliasSources: coalesce(o.aliasSources, []),
    slugs: coalesce(o.slugs, []),
    slugRules: coalesce(o.slugRules, []),
    slugSources: coalesce(o.slugSources, []),
    ror: o.ror,
    country: o.country
  }]) AS org
