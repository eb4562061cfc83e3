// Links papers to code repositories, which are created where new. Each link keeps how its paper spells the repository.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paperId})
MERGE (repo:Repo {url: row.url})
ON CREATE SET repo.host = row.host, repo.owner = row.owner, repo.ownerKey = row.ownerKey, repo.name = row.name
MERGE (p)-[r:HAS_CODE]->(repo)
SET r.source = row.source, r.confidence = row.confidence, r.owner = row.owner, r.name = row.name
