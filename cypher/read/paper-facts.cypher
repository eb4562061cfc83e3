// What the given papers are filtered and ordered by, and what they are linked to, by key.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN
  id,
  p.title AS title,
  p.publishedOn AS publishedOn,
  p.upvotes AS upvotes,
  p.commentCount AS commentCount,
  p.upvotesPerDay AS upvotesPerDay,
  [(p)<-[:DESCRIBES]-(r:SourceRecord) | r.source] AS sources,
  [(p)-[h:HAS_TOPIC]->(t:Topic) | {key: t.key, score: h.score}] AS topics,
  [(p)-[:AFFILIATED_WITH]->(o:Org) | o.slug] AS orgs,
  [(p)<-[w:WROTE]-(a:Author) | {id: a.id, position: w.position}] AS authors,
  [(p)-[:HAS_CODE]->(repo:Repo) | repo.url] AS repos,
  [(p)-[:CITES]->(cited:Paper) | cited.id] AS cites
