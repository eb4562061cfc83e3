// Creates topics; a known one keeps its name and gains the aliases seen.
UNWIND $rows AS row
MERGE (t:Topic {key: row.key})
ON CREATE SET t.name = row.name, t.aliases = [], t.aliasKeys = []
SET
  t.aliases = t.aliases + [alias IN row.aliases WHERE NOT alias IN t.aliases AND alias <> t.name],
  t.aliasKeys = t.aliasKeys + [aliasKey IN row.aliasKeys WHERE NOT aliasKey IN t.aliasKeys]
