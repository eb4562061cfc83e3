// Every topic with its properties.
MATCH (t:Topic)
RETURN
  t.key AS key,
  t.name AS name,
  t.acronym AS acronym,
  coalesce(t.aliases, []) AS aliases,
  coalesce(t.aliasRules, []) AS aliasRules
