// Deletes orgs that no paper has, or that have become part of others.
UNWIND $slugs AS slug
MATCH (o:Org {slug: slug})
DETACH DELETE o
