// Links repositories to the org that has their owner's login as a slug; a login that no org has stays a login.
UNWIND $rows AS row
MATCH (o:Org {slug: row.slug})
MATCH (repo:Repo {ownerKey: row.ownerKey})
MERGE (repo)-[:OWNED_BY]->(o)
