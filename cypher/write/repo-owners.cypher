// Links repositories to the org whose slug is their owner's login; a login that no org has stays a login.
UNWIND $slugs AS slug
MATCH (o:Org {slug: slug})
MATCH (repo:Repo {ownerKey: slug})
MERGE (repo)-[:OWNED_BY]->(o)
