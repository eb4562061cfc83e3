// The orgs of the given papers that have any, by slug.
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[:AFFILIATED_WITH]->(o:Org)
RETURN id, collect(o.slug) AS keys
