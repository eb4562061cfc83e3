// Links papers to orgs that exist.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paperId})
MATCH (o:Org {slug: row.slug})
MERGE (p)-[r:AFFILIATED_WITH]->(o)
SET r.source = row.source
