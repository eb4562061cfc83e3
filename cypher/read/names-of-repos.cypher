// The names of the given repositories.
UNWIND $keys AS key
MATCH (r:Repo {url: key})
RETURN key, r.owner + '/' + r.name AS name, [] AS otherNames
