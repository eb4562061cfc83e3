// The topics and orgs of each given paper, by key.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN
  id,
  [(p)-[:HAS_TOPIC]->(t:Topic) | t.key] AS topicKeys,
  [(p)-[:AFFILIATED_WITH]->(o:Org) | o.slug] AS orgSlugs
