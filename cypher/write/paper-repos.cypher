// Links papers to code repositories, which are created where new.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paperId})
MERGE (repo:Repo {url: row.url})
ON CREATE SET repo.owner = row.owner, repo.ownerKey = row.ownerKey, repo.name = row.name
MERGE (p)-[r:HAS_CODE]->(repo)
ON CREATE SET r.source = row.source
