// Unlinks papers from their topics, before their texts' new topics are written.
UNWIND $ids AS id
MATCH (:Paper {id: id})-[r:HAS_TOPIC]->(:Topic)
DELETE r
