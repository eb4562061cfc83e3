// Every topic with the number of its papers.
MATCH (t:Topic)
RETURN t.key AS key, COUNT { (t)<-[:HAS_TOPIC]-() } AS paperCount
