// Links papers to topics; a new topic gets its other properties when all papers are known.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paperId})
MERGE (t:Topic {key: row.topicKey})
ON CREATE SET t.name = row.topicKey, t.aliases = [], t.aliasRules = [], t.aliasKeys = []
MERGE (p)-[r:HAS_TOPIC]->(t)
SET r += row.properties
