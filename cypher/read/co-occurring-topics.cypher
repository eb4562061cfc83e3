// For each given topic, the other topics of its papers and in how many of them each occurs.
UNWIND $keys AS key
MATCH (:Topic {key: key})<-[:HAS_TOPIC]-(p:Paper)-[:HAS_TOPIC]->(other:Topic)
WHERE other.key <> key
RETURN key, other.key AS otherKey, count(p) AS paperCount
