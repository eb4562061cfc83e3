// How many papers each given org has.
UNWIND $keys AS key
MATCH (o:Org {slug: key})
RETURN key, COUNT { (o)<-[:AFFILIATED_WITH]-() } AS paperCount
