// Keeps how far sources have been read.
UNWIND $rows AS row
MERGE (c:Checkpoint {key: row.key})
SET c += row.properties
