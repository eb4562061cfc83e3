// The newest papers that pass simple conditions; a null parameter lets every paper pass.
MATCH (p:Paper)
WHERE ($source IS NULL OR EXISTS { MATCH (p)<-[:DESCRIBES]-(r:SourceRecord) WHERE r.source = $source })
  AND ($hasRepo IS NULL OR EXISTS { MATCH (p)-[:HAS_CODE]->(:Repo) } = $hasRepo)
  AND ($minUpvotes IS NULL OR p.upvotes >= $minUpvotes)
  AND ($maxUpvotes IS NULL OR p.upvotes <= $maxUpvotes)
  AND ($since IS NULL OR p.publishedOn >= $since)
  AND ($until IS NULL OR p.publishedOn <= $until)
RETURN p.id AS id
ORDER BY coalesce(p.publishedOn, '') DESC, id
LIMIT $most
