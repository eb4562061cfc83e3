// All properties of the records that describe the given papers.
UNWIND $ids AS id
MATCH (r:SourceRecord)-[:DESCRIBES]->(:Paper {id: id})
RETURN properties(r) AS properties
