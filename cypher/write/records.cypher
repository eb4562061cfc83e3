// Keeps what sources say, linked to the papers that they describe.
UNWIND $rows AS row
MATCH (p:Paper {id: row.paperId})
MERGE (r:SourceRecord {key: row.key})
SET r += row.properties
MERGE (r)-[d:DESCRIBES]->(p)
ON CREATE SET d.since = row.since
SET d.rule = row.rule
