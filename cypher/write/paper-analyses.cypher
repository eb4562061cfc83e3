// Keeps with papers what was read from their texts, so that their topics can be chosen anew without reading them.
UNWIND $rows AS row
MATCH (p:Paper {id: row.id})
SET p.analysis = row.analysis
