// All properties of every repository.
MATCH (r:Repo)
RETURN properties(r) AS properties
