// The authors of each given paper, each with the place in the paper's list, counted from 0.
UNWIND $ids AS id
MATCH (:Paper {id: id})<-[w:WROTE]-(a:Author)
RETURN
  id AS paperId,
  w.position AS position,
  {
    id: a.id,
    name: a.name,
    aliases: coalesce(a.aliases, []),
    orcid: a.orcid,
    openAlexId: a.openAlexId,
    semanticScholarId: a.semanticScholarId,
    hfUser: a.hfUser
  } AS author
