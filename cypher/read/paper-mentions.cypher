// Whom and what the given papers name, as their sources spell it, beside what they are linked to.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN
  id,
  p.authorMentions AS authors,
  p.orgMentions AS orgs,
  coalesce(p.references, []) AS references,
  coalesce(p.citedBy, []) AS citedBy,
  [k IN [
    'arxiv:' + p.arxivId,
    'doi:' + p.doi,
    'openalex:' + p.openAlexId,
    's2:' + p.semanticScholarId
  ] WHERE k IS NOT NULL] AS keys,
  [(p)<-[w:WROTE]-(a:Author) | {id: a.id, position: w.position}] AS wrote,
  [(p)-[r:AFFILIATED_WITH]->(o:Org) | {slug: o.slug, source: r.source}] AS affiliatedWith,
  [(p)-[:CITES]->(cited:Paper) | cited.id] AS cites
