// The authors with a name in which words begin like that, or that is not plain ASCII; those with most papers first.
MATCH (n:Author)
WHERE any(name IN [n.name] + coalesce(n.aliases, [])
  WHERE name =~ '.*[^ -~].*' OR any(beginning IN $beginnings WHERE toLower(name) CONTAINS beginning))
RETURN n.id AS key, COUNT { (n)-[:WROTE]->() } AS papers
ORDER BY papers DESC, key
LIMIT $most
