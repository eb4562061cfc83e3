// Links papers to orgs, which are created where new; another display name of a known org becomes its alias.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paperId})
MERGE (o:Org {slug: row.slug})
ON CREATE SET o.name = row.name, o.aliases = []
SET o.aliases = CASE WHEN row.name = o.name OR row.name IN o.aliases THEN o.aliases ELSE o.aliases + [row.name] END
MERGE (p)-[r:AFFILIATED_WITH]->(o)
ON CREATE SET r.source = row.source
