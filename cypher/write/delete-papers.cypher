// Deletes papers whose records have all become another paper's.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
DETACH DELETE p
