// The orgs with a name in which words begin like that, or that is not plain ASCII; those with most papers first.
MATCH (n:Org)
WHERE any(name IN [n.name, n.slug] + coalesce(n.aliases, []) + coalesce(n.slugs, [])
  WHERE name =~ '.*[^ -~].*' OR any(beginning IN $beginnings WHERE toLower(name) CONTAINS beginning))
RETURN n.slug AS key, COUNT { (n)<-[:AFFILIATED_WITH]-() } AS papers
ORDER BY papers DESC, key
LIMIT $most
