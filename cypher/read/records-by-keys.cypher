// What sources say of papers with the given ids or titles, and which paper each record describes.
UNWIND $arxivIds AS id
MATCH (r:SourceRecord {arxivId: id})-[:DESCRIBES]->(p:Paper)
RETURN r.key AS key, r.content AS content, p.id AS paperId
UNION
UNWIND $dois AS id
MATCH (r:SourceRecord {doi: id})-[:DESCRIBES]->(p:Paper)
RETURN r.key AS key, r.content AS content, p.id AS paperId
UNION
UNWIND $openAlexIds AS id
MATCH (r:SourceRecord {openAlexId: id})-[:DESCRIBES]->(p:Paper)
RETURN r.key AS key, r.content AS content, p.id AS paperId
UNION
UNWIND $semanticScholarIds AS id
MATCH (r:SourceRecord {semanticScholarId: id})-[:DESCRIBES]->(p:Paper)
RETURN r.key AS key, r.content AS content, p.id AS paperId
UNION
UNWIND $titleKeys AS id
MATCH (r:SourceRecord {titleKey: id})-[:DESCRIBES]->(p:Paper)
RETURN r.key AS key, r.content AS content, p.id AS paperId
