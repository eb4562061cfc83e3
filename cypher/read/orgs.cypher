// Every org with its properties.
MATCH (o:Org)
RETURN o.slug AS slug, o.name AS name, coalesce(o.aliases, []) AS aliases, coalesce(o.slugs, []) AS slugs, o.ror AS ror, o.country AS country
