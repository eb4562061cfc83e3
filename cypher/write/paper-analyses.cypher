// Keeps with papers what was read from their texts, so that their topics can be chosen anew without reading them. A
// paper whose text has changed since it was read is left alone.
UNWIND $rows AS row
MATCH (p:Paper {id: row.id})
WHERE p.title = row.title AND coalesce(p.abstract, '') = row.abstract
SET p.analysis = row.analysis
