// Sets the properties of topics: the name to display, the acronym, and the aliases with their rules.
UNWIND $rows AS row
MATCH (t:Topic {key: row.key})
SET t += row.properties
