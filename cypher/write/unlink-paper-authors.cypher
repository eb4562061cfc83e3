// Takes papers from authors that are theirs no longer.
UNWIND $rows AS row
MATCH (:Author {id: row.authorId})-[w:WROTE {position: row.position}]->(:Paper {id: row.paperId})
DELETE w
