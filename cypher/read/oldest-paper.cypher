// The paper that was published first, of those with a date.
MATCH (p:Paper)
WHERE p.publishedOn IS NOT NULL
RETURN p.id AS id, p.title AS title, p.publishedOn AS publishedOn
ORDER BY publishedOn, id
LIMIT 1
