// How many papers each given topic has.
UNWIND $keys AS key
MATCH (t:Topic {key: key})
RETURN key, COUNT { (t)<-[:HAS_TOPIC]-() } AS paperCount
