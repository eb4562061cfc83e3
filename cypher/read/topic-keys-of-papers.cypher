// The topics of the given papers that have any, by key, and the score of each.
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[h:HAS_TOPIC]->(t:Topic)
RETURN id, collect(t.key) AS keys, collect(coalesce(h.score, 0.0)) AS numbers
