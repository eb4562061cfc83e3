// Deletes those of the given repositories that no paper has.
UNWIND $urls AS url
MATCH (r:Repo {url: url})
WHERE NOT EXISTS { MATCH (r)<-[:HAS_CODE]-(:Paper) }
DETACH DELETE r
