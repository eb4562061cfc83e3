// The paper that was published last, of those with a date.
MATCH (p:Paper)
WHERE p.publishedOn IS NOT NULL
RETURN p.id AS id, p.title AS title, p.publishedOn AS publishedOn
ORDER BY publishedOn DESC, id
LIMIT 1
