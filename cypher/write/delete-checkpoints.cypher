// Forgets how far sources were read, since they have been read to their end.
UNWIND $keys AS key
MATCH (c:Checkpoint {key: key})
DELETE c
