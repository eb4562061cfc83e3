// The ids of all papers.
MATCH (p:Paper)
RETURN p.id AS id
