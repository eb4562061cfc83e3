// What each source says of the given papers, by which rule it is about that paper, and since when it is linked to it.
UNWIND $ids AS id
MATCH (:Paper {id: id})<-[d:DESCRIBES]-(r:SourceRecord)
RETURN
  id AS paperId,
  r.key AS key,
  r.content AS content,
  d.rule AS rule,
  d.since AS since
