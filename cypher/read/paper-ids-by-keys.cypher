// The ids of the papers that a source gives the given ids or titles: a title may stand for several papers.
UNWIND $arxivIds AS id
MATCH (:SourceRecord {arxivId: id})-[:DESCRIBES]->(p:Paper)
RETURN 'arxiv:' + id AS key, p.id AS id
UNION
UNWIND $dois AS id
MATCH (:SourceRecord {doi: id})-[:DESCRIBES]->(p:Paper)
RETURN 'doi:' + id AS key, p.id AS id
UNION
UNWIND $openAlexIds AS id
MATCH (:SourceRecord {openAlexId: id})-[:DESCRIBES]->(p:Paper)
RETURN 'openalex:' + id AS key, p.id AS id
UNION
UNWIND $semanticScholarIds AS id
MATCH (:SourceRecord {semanticScholarId: id})-[:DESCRIBES]->(p:Paper)
RETURN 's2:' + id AS key, p.id AS id
UNION
UNWIND $titleKeys AS id
MATCH (:SourceRecord {titleKey: id})-[:DESCRIBES]->(p:Paper)
RETURN id AS key, p.id AS id
