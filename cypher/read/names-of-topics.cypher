// The names of the given topics.
UNWIND $keys AS key
MATCH (t:Topic {key: key})
RETURN key, t.name AS name, coalesce(t.aliases, []) AS otherNames
