// Every repository with the number of its papers.
MATCH (r:Repo)
RETURN r.url AS key, COUNT { (r)<-[:HAS_CODE]-() } AS paperCount
