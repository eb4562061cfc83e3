// Creates papers or updates their properties; a property that is null is removed.
UNWIND $rows AS row
MERGE (p:Paper {id: row.id})
SET p += row.properties
