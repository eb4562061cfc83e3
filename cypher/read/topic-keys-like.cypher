// The topics with a name in which words begin like that, or that is not plain ASCII; those with most papers first.
MATCH (n:Topic)
WHERE any(name IN [n.name] + coalesce(n.aliases, [])
  WHERE name =~ '.*[^ -~].*' OR any(beginning IN $beginnings WHERE toLower(name) CONTAINS beginning))
RETURN n.key AS key, COUNT { (n)<-[:HAS_TOPIC]-() } AS papers
ORDER BY papers DESC, key
LIMIT $most
