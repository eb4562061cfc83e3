// The papers whose words match a Lucene query, best first.
CALL db.index.fulltext.queryNodes('paper_text', $query) YIELD node, score
RETURN node.id AS id, score
ORDER BY score DESC, id
LIMIT $limit
