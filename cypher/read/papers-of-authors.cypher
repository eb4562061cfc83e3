// The papers of each given author with their dates and the author's place in their lists of authors.
UNWIND $keys AS key
MATCH (:Author {id: key})-[w:WROTE]->(p:Paper)
RETURN key, collect({id: p.id, publishedOn: p.publishedOn, position: w.position}) AS papers
