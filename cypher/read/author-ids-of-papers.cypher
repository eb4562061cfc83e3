// The authors of the given papers that have any, by id, and the place of each.
UNWIND $ids AS id
MATCH (p:Paper {id: id})<-[w:WROTE]-(a:Author)
RETURN id, collect(a.id) AS keys, collect(coalesce(w.position, 0)) AS numbers
