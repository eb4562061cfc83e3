// Deletes authors that no paper has, or that have become one with others.
UNWIND $ids AS id
MATCH (a:Author {id: id})
DETACH DELETE a
