// For each given author, the other authors of the same papers and how many papers they wrote together.
UNWIND $keys AS key
MATCH (:Author {id: key})-[:WROTE]->(p:Paper)<-[:WROTE]-(other:Author)
WHERE other.id <> key
RETURN key, other.id AS otherKey, count(DISTINCT p) AS paperCount
