// Links papers to topics with the score and the words of the text that gave them.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paperId})
MATCH (t:Topic {key: row.topicKey})
MERGE (p)-[r:HAS_TOPIC]->(t)
SET r.score = row.score, r.evidence = row.evidence
