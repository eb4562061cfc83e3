// How many papers there are, how many of them have words, and how many words these have, titles counted by their weight.
MATCH (p:Paper)
RETURN
  count(p) AS papers,
  coalesce(sum(CASE WHEN coalesce(p.textLength, 0) > 0 THEN 1 ELSE 0 END), 0) AS texts,
  coalesce(sum(p.textLength), 0) AS words
