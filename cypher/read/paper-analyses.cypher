// What was read from the texts of the given papers, and the keywords that sources give them.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN
  id,
  p.analysis AS analysis,
  [i IN range(0, size(coalesce(p.keywords, [])) - 1) | {text: p.keywords[i], source: p.keywordSources[i]}] AS keywords
