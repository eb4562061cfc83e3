// The papers of each given repository with their dates.
UNWIND $keys AS key
MATCH (:Repo {url: key})<-[:HAS_CODE]-(p:Paper)
RETURN key, collect({id: p.id, publishedOn: p.publishedOn}) AS papers
