// The topics of each given paper with what links them: score, source, and where the text has them.
UNWIND $ids AS id
MATCH (:Paper {id: id})-[r:HAS_TOPIC]->(t:Topic)
RETURN
  id AS paperId,
  r.score AS score,
  coalesce(r.source, 'text') AS source,
  [i IN range(0, size(coalesce(r.evidenceFields, [])) - 1) | {
    text: r.evidence[i],
    field: r.evidenceFields[i],
    start: r.evidenceStarts[i],
    end: r.evidenceEnds[i]
  }] AS evidence,
  {
    key: t.key,
    name: t.name,
    acronym: t.acronym,
    aliases: coalesce(t.aliases, []),
    aliasRules: coalesce(t.aliasRules, [])
  } AS topic
