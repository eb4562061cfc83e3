// The papers that the given papers cite, by id.
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[:CITES]->(cited:Paper)
RETURN id, collect(cited.id) AS keys
