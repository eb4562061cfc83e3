// The repositories of each given paper, where each was found, how the paper spells it, and the org that owns it, if any.
UNWIND $ids AS id
MATCH (:Paper {id: id})-[r:HAS_CODE]->(repo:Repo)
RETURN
  id AS paperId,
  r.source AS source,
  r.confidence AS confidence,
  coalesce(r.owner, repo.owner) AS owner,
  coalesce(r.name, repo.name) AS name,
  {
    url: repo.url,
    host: repo.host,
    owner: repo.owner,
    name: repo.name,
    org: head([(repo)-[:OWNED_BY]->(o:Org) | {
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
    }])
  } AS repo
