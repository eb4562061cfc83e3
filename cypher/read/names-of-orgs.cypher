// The names and slugs of the given orgs.
UNWIND $keys AS key
MATCH (o:Org {slug: key})
RETURN key, o.name AS name, coalesce(o.aliases, []) + [key] + coalesce(o.slugs, []) AS otherNames
