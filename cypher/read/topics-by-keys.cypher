// The topics with the given keys.
UNWIND $keys AS key
MATCH (t:Topic {key: key})
RETURN t.key AS key, t.name AS name, t.aliases AS aliases
