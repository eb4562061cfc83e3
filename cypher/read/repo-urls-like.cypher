// The repositories with an owner or a name in which words begin like that; those with most papers first.
MATCH (n:Repo)
WHERE any(beginning IN $beginnings WHERE toLower(n.owner + '/' + n.name) CONTAINS beginning)
RETURN n.url AS key, COUNT { (n)<-[:HAS_CODE]-() } AS papers
ORDER BY papers DESC, key
LIMIT $most
