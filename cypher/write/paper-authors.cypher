// Links authors that exist to papers that they wrote, at their place in the list of authors.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paperId})
MATCH (a:Author {id: row.authorId})
MERGE (a)-[w:WROTE {position: row.position}]->(p)
