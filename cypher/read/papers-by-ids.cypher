// The papers with the given ids; an id that no paper has gives no row.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN
  p.id AS id,
  p.title AS title,
  p.abstract AS abstract,
  p.publishedOn AS publishedOn,
  p.publishedPrecision AS publishedPrecision,
  p.arxivId AS arxivId,
  p.doi AS doi,
  p.openAlexId AS openAlexId,
  p.semanticScholarId AS semanticScholarId,
  p.authorCount AS authorCount,
  coalesce(p.authorNames, []) AS authorNames,
  p.projectPage AS projectPage,
  [i IN range(0, size(coalesce(p.keywords, [])) - 1) | {text: p.keywords[i], source: p.keywordSources[i]}] AS keywords,
  p.upvotes AS upvotes,
  p.commentCount AS commentCount,
  p.starCount AS starCount,
  p.upvotesPerDay AS upvotesPerDay
