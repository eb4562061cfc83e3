// Takes topics from papers that have them no longer.
UNWIND $rows AS row
MATCH (:Paper {id: row.paperId})-[r:HAS_TOPIC]->(:Topic {key: row.topicKey})
DELETE r
