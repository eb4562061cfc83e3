// How many records each source gave, and how many papers they describe.
MATCH (r:SourceRecord)-[:DESCRIBES]->(p:Paper)
RETURN r.source AS source, count(DISTINCT r) AS records, count(DISTINCT p) AS papers
