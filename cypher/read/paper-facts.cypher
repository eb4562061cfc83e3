// What the given papers are filtered and ordered by.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN
  id,
  p.title AS title,
  p.publishedOn AS publishedOn,
  p.upvotes AS upvotes,
  p.commentCount AS commentCount,
  p.upvotesPerDay AS upvotesPerDay
