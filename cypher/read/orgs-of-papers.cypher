// The orgs of each given paper and the source that names them.
UNWIND $ids AS id
MATCH (:Paper {id: id})-[r:AFFILIATED_WITH]->(o:Org)
RETURN
  id AS paperId,
  r.source AS source,
  {
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
  } AS org
