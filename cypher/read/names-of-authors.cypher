// The names of the given authors.
UNWIND $keys AS key
MATCH (a:Author {id: key})
RETURN key, a.name AS name, coalesce(a.aliases, []) AS otherNames
