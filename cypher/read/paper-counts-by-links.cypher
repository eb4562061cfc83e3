// How many papers the given topics, orgs, authors and repositories have, and how many cite the given papers.
UNWIND $topics AS key
MATCH (n:Topic {key: key})
RETURN 'TOPIC' AS kind, key, COUNT { (n)<-[:HAS_TOPIC]-() } AS papers
UNION ALL
UNWIND $orgs AS key
MATCH (n:Org {slug: key})
RETURN 'ORG' AS kind, key, COUNT { (n)<-[:AFFILIATED_WITH]-() } AS papers
UNION ALL
UNWIND $authors AS key
MATCH (:Author {id: key})-[:WROTE]->(p:Paper)
RETURN 'AUTHOR' AS kind, key, count(DISTINCT p) AS papers
UNION ALL
UNWIND $repos AS key
MATCH (n:Repo {url: key})
RETURN 'REPO' AS kind, key, COUNT { (n)<-[:HAS_CODE]-() } AS papers
UNION ALL
UNWIND $papers AS key
MATCH (n:Paper {id: key})
RETURN 'CITATION' AS kind, key, COUNT { (n)<-[:CITES]-() } AS papers
