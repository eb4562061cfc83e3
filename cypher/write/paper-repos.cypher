// Links papers to code repositories, which are created where new; of several spellings the first in order stands.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paperId})
MERGE (repo:Repo {url: row.url})
ON CREATE SET repo.host = row.host, repo.owner = row.owner, repo.ownerKey = row.ownerKey, repo.name = row.name
ON MATCH SET
  repo.owner = CASE WHEN row.owner < repo.owner THEN row.owner ELSE repo.owner END,
  repo.name = CASE WHEN row.name < repo.name THEN row.name ELSE repo.name END
MERGE (p)-[r:HAS_CODE]->(repo)
SET r.source = row.source, r.confidence = row.confidence
