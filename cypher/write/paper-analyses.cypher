// Keeps with papers what was read from their texts; a paper whose text has changed since is left alone.
UNWIND $rows AS row
MATCH (p:Paper {id: row.id})
WHERE p.title = row.title AND coalesce(p.abstract, '') = row.abstract
SET p.analysis = row.analysis
