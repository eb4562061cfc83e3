// The orgs with the given slugs.
UNWIND $slugs AS slug
MATCH (o:Org {slug: slug})
RETURN o.slug AS slug, o.name AS name, coalesce(o.aliases, []) AS aliases, coalesce(o.slugs, []) AS slugs, o.ror AS ror, o.country AS country
