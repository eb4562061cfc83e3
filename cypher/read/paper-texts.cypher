// The titles and abstracts of the given papers.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN id, p.title AS title, p.abstract AS abstract
