// The topics with the given keys.
UNWIND $keys AS key
MATCH (t:Topic {key: key})
RETURN
  key,
  t.name AS name,
  t.acronym AS acronym,
  coalesce(t.aliases, []) AS aliases,
  coalesce(t.aliasRules, []) AS aliasRules
