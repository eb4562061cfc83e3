// Every author with all properties.
MATCH (a:Author)
RETURN
  a.id AS id,
  a.name AS name,
  coalesce(a.aliases, []) AS aliases,
  a.orcid AS orcid,
  a.openAlexId AS openAlexId,
  a.semanticScholarId AS semanticScholarId,
  a.hfUser AS hfUser
