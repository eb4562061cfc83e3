// Every org with its properties.
MATCH (o:Org)
RETURN
  o.slug AS slug,
  o.name AS name,
  coalesce(o.aliases, []) AS aliases,
  coalesce(o.aliasRules, []) AS aliasRules,
  coalesce(o.aliasSources, []) AS aliasSources,
  coalesce(o.slugs, []) AS slugs,
  coalesce(o.slugRules, []) AS slugRules,
  coalesce(o.slugSources, []) AS slugSources,
  o.ror AS ror,
  o.country AS country
