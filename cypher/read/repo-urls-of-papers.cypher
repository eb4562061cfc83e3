// The repositories of the given papers that have any, by URL.
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[:HAS_CODE]->(r:Repo)
RETURN id, collect(r.url) AS keys
