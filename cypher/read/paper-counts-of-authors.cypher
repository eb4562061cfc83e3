// How many papers each given author wrote.
UNWIND $keys AS key
MATCH (a:Author {id: key})
RETURN key, COUNT { (a)-[:WROTE]->() } AS paperCount
