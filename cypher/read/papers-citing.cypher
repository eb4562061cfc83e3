// The papers that cite each given paper, with their dates.
UNWIND $keys AS key
MATCH (:Paper {id: key})<-[:CITES]-(p:Paper)
RETURN key, collect({id: p.id, publishedOn: p.publishedOn}) AS papers
