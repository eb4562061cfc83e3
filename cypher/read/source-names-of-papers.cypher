// The sources that say something of the given papers, where there are any.
UNWIND $ids AS id
MATCH (p:Paper {id: id})<-[:DESCRIBES]-(r:SourceRecord)
RETURN id, collect(r.source) AS keys
