// The topics of each given paper with their scores and the words that gave them.
UNWIND $ids AS id
MATCH (:Paper {id: id})-[r:HAS_TOPIC]->(t:Topic)
RETURN
  id AS paperId,
  r.score AS score,
  r.evidence AS evidence,
  {key: t.key, name: t.name, aliases: t.aliases} AS topic
