// Moves the papers of one topic, such as "llm", to the topic that it turned out to be an alias of.
UNWIND $rows AS row
MATCH (old:Topic {key: row.from})
MATCH (new:Topic {key: row.to})
MATCH (p:Paper)-[r:HAS_TOPIC]->(old)
MERGE (p)-[moved:HAS_TOPIC]->(new)
ON CREATE SET moved.score = r.score, moved.evidence = r.evidence
DELETE r
