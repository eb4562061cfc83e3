// Creates authors or sets their properties; a property that is null is removed.
UNWIND $rows AS row
MERGE (a:Author {id: row.id})
SET a += row.properties
