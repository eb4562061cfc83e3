// How far the given sources have been read by an ingest that has not come to their end.
UNWIND $keys AS key
MATCH (c:Checkpoint {key: key})
RETURN key, c.fingerprint AS fingerprint, c.cursor AS cursor, c.position AS position
