// The authors with the given ids.
UNWIND $ids AS id
MATCH (a:Author {id: id})
RETURN
  a.id AS id,
  a.name AS name,
  coalesce(a.aliases, []) AS aliases,
  a.orcid AS orcid,
  a.openAlexId AS openAlexId,
  a.semanticScholarId AS semanticScholarId,
  a.hfUser AS hfUser
