// The orgs of each given paper and the source that names them.
UNWIND $ids AS id
MATCH (:Paper {id: id})-[r:AFFILIATED_WITH]->(o:Org)
RETURN
  id AS paperId,
  r.source AS source,
  {slug: o.slug, name: o.name, aliases: coalesce(o.aliases, []), slugs: coalesce(o.slugs, []), ror: o.ror, country: o.country} AS org
