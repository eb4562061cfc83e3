// Deletes those of the given topics that no paper has.
UNWIND $keys AS key
MATCH (t:Topic {key: key})
WHERE NOT EXISTS { MATCH (t)<-[:HAS_TOPIC]-(:Paper) }
DELETE t
