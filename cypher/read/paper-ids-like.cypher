// The newest papers with words that begin like that in title or abstract.
MATCH (p:Paper)
WHERE any(beginning IN $beginnings WHERE (' ' + p.searchText) CONTAINS (' ' + beginning) OR toLower(p.title) CONTAINS beginning)
RETURN p.id AS key
ORDER BY coalesce(p.publishedOn, '') DESC, key
LIMIT $most
