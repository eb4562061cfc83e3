// How many papers have each word, and their ids where they are at most so many.
UNWIND $words AS word
CALL (word) {
  CALL db.index.fulltext.queryNodes('paper_text', word) YIELD node
  RETURN collect(node.id) AS found
}
RETURN word, size(found) AS papers, CASE WHEN size(found) > $most THEN [] ELSE found END AS ids
