// How many papers link to each given repository.
UNWIND $keys AS key
MATCH (r:Repo {url: key})
RETURN key, COUNT { (r)<-[:HAS_CODE]-() } AS paperCount
