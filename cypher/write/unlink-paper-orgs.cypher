// Takes orgs from papers that have them no longer.
UNWIND $rows AS row
MATCH (:Paper {id: row.paperId})-[r:AFFILIATED_WITH]->(:Org {slug: row.slug})
DELETE r
