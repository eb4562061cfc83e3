// The names of the given topics, orgs, authors and repositories.
UNWIND $topics AS key
MATCH (n:Topic {key: key})
RETURN 'TOPIC' AS kind, key, n.name AS name, coalesce(n.aliases, []) AS otherNames
UNION ALL
UNWIND $orgs AS key
MATCH (n:Org {slug: key})
RETURN 'ORG' AS kind, key, n.name AS name, coalesce(n.aliases, []) + [key] + coalesce(n.slugs, []) AS otherNames
UNION ALL
UNWIND $authors AS key
MATCH (n:Author {id: key})
RETURN 'AUTHOR' AS kind, key, n.name AS name, coalesce(n.aliases, []) AS otherNames
UNION ALL
UNWIND $repos AS key
MATCH (n:Repo {url: key})
RETURN 'REPO' AS kind, key, n.owner + '/' + n.name AS name, [] AS otherNames
