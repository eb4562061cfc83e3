// The papers of each given org with their dates.
UNWIND $keys AS key
MATCH (:Org {slug: key})<-[:AFFILIATED_WITH]-(p:Paper)
RETURN key, collect({id: p.id, publishedOn: p.publishedOn}) AS papers
