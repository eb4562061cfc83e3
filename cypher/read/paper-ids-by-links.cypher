// The papers of the given topics, orgs, authors and repositories, and those that cite the given papers.
UNWIND $topics AS key
MATCH (:Topic {key: key})<-[:HAS_TOPIC]-(p:Paper)
RETURN 'TOPIC' AS kind, key, collect(p.id) AS ids
UNION ALL
UNWIND $orgs AS key
MATCH (:Org {slug: key})<-[:AFFILIATED_WITH]-(p:Paper)
RETURN 'ORG' AS kind, key, collect(p.id) AS ids
UNION ALL
UNWIND $authors AS key
MATCH (:Author {id: key})-[:WROTE]->(p:Paper)
RETURN 'AUTHOR' AS kind, key, collect(p.id) AS ids
UNION ALL
UNWIND $repos AS key
MATCH (:Repo {url: key})<-[:HAS_CODE]-(p:Paper)
RETURN 'REPO' AS kind, key, collect(p.id) AS ids
UNION ALL
UNWIND $papers AS key
MATCH (:Paper {id: key})<-[:CITES]-(p:Paper)
RETURN 'CITATION' AS kind, key, collect(p.id) AS ids
