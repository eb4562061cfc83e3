// All properties of the given papers.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN properties(p) AS properties
