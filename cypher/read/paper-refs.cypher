// The papers that pass a filter, with what they are ordered by; a null parameter lets every paper pass.
MATCH (p:Paper)
WHERE ($topicKey IS NULL OR EXISTS { MATCH (p)-[:HAS_TOPIC]->(t:Topic) WHERE t.key = $topicKey })
  AND ($orgSlug IS NULL OR EXISTS { MATCH (p)-[:AFFILIATED_WITH]->(o:Org) WHERE o.slug = $orgSlug })
  AND ($authorId IS NULL OR EXISTS { MATCH (p)<-[:WROTE]-(a:Author) WHERE a.id = $authorId })
  AND ($source IS NULL OR EXISTS { MATCH (p)<-[:DESCRIBES]-(r:SourceRecord) WHERE r.source = $source })
  AND ($hasRepo IS NULL OR EXISTS { MATCH (p)-[:HAS_CODE]->(:Repo) } = $hasRepo)
  AND ($minUpvotes IS NULL OR p.upvotes >= $minUpvotes)
  AND ($since IS NULL OR p.publishedOn >= $since)
  AND ($until IS NULL OR p.publishedOn <= $until)
RETURN
  p.id AS id,
  p.publishedOn AS publishedOn,
  p.title AS title,
  p.commentCount AS commentCount,
  p.upvotes AS upvotes,
  p.upvotesPerDay AS upvotesPerDay
