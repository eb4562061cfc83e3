// Counts the version of the graph up and keeps what a transaction touched, beside the latest changes before it.
MERGE (v:GraphVersion {name: 'graph'})
ON CREATE SET v.version = 0
SET v.isLocked = true
SET v.version = v.version + 1
CREATE (:GraphChange {version: v.version, touched: $touched})
WITH v.version - $kept AS last
MATCH (old:GraphChange)
WHERE old.version <= last
DELETE old
