// The org that owns each repository whose owner is known.
MATCH (r:Repo)-[:OWNED_BY]->(o:Org)
RETURN r.url AS url, o.slug AS slug
