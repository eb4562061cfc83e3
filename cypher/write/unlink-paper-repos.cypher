// Takes repositories from papers that have them no longer.
UNWIND $rows AS row
MATCH (:Paper {id: row.paperId})-[r:HAS_CODE]->(:Repo {url: row.url})
DELETE r
