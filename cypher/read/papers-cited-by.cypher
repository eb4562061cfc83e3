// The papers that each given paper cites, with their dates.
UNWIND $keys AS key
MATCH (:Paper {id: key})-[:CITES]->(p:Paper)
RETURN key, collect({id: p.id, publishedOn: p.publishedOn}) AS papers
