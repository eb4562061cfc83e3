// Every org with the number of its papers.
MATCH (o:Org)
RETURN o.slug AS key, COUNT { (o)<-[:AFFILIATED_WITH]-() } AS paperCount
