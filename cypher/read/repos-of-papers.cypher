// The repositories of each given paper, where each was found, and the org that owns it where one is known.
UNWIND $ids AS id
MATCH (:Paper {id: id})-[r:HAS_CODE]->(repo:Repo)
RETURN
  id AS paperId,
  r.source AS source,
  r.confidence AS confidence,
  {
    url: repo.url,
    host: repo.host,
    owner: repo.owner,
    name: repo.name,
    org: head([(repo)-[:OWNED_BY]->(o:Org) | {slug: o.slug, name: o.name, aliases: coalesce(o.aliases, []), slugs: coalesce(o.slugs, []), ror: o.ror, country: o.country}])
  } AS repo
