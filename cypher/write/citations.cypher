// Links papers to papers that they cite.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paperId})
MATCH (cited:Paper {id: row.citedId})
MERGE (p)-[:CITES]->(cited)
