// Creates papers or updates their properties; a property that is null is removed. A new text has to be read anew.
UNWIND $rows AS row
MERGE (p:Paper {id: row.id})
SET p += row.properties
SET p.analysis = CASE WHEN row.hasNewText THEN null ELSE p.analysis END
