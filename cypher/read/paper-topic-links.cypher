// The texts of the given papers, what was read from them, their keywords, and the topics that they have.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN
  id,
  p.title AS title,
  coalesce(p.abstract, '') AS abstract,
  p.analysis AS analysis,
  [i IN range(0, size(coalesce(p.keywords, [])) - 1) | {text: p.keywords[i], source: p.keywordSources[i]}] AS keywords,
  [(p)-[r:HAS_TOPIC]->(t:Topic) | {
    topicKey: t.key,
    score: r.score,
    source: r.source,
    evidence: r.evidence,
    evidenceFields: r.evidenceFields,
    evidenceStarts: r.evidenceStarts,
    evidenceEnds: r.evidenceEnds
  }] AS links
