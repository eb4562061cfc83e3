// Takes records from papers that they describe no longer.
UNWIND $rows AS row
MATCH (:SourceRecord {key: row.key})-[d:DESCRIBES]->(:Paper {id: row.paperId})
DELETE d
