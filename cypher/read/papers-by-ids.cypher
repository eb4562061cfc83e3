// The papers with the given ids; an id that no paper has gives no row.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN
  p.id AS id,
  p.arxivId AS arxivId,
  p.title AS title,
  p.abstract AS abstract,
  p.publishedOn AS publishedOn,
  p.authorCount AS authorCount,
  coalesce(p.authorNames, []) AS authorNames,
  p.commentCount AS commentCount,
  p.upvotes AS upvotes,
  p.projectPage AS projectPage,
  [i IN range(0, size(coalesce(p.keywords, [])) - 1) | {text: p.keywords[i], source: p.keywordSources[i]}] AS keywords
