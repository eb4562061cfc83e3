// The papers of each given topic with their dates.
UNWIND $keys AS key
MATCH (:Topic {key: key})<-[:HAS_TOPIC]-(p:Paper)
RETURN key, collect({id: p.id, publishedOn: p.publishedOn}) AS papers
