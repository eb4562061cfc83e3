// Every author with the forms of the name and the number of papers.
MATCH (a:Author)
RETURN a.id AS key, a.name AS name, coalesce(a.aliases, []) AS aliases, COUNT { (a)-[:WROTE]->() } AS paperCount
